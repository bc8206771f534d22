import { spawnSync } from 'node:child_process';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { City } from './city.js';
import type { People } from './people.js';

const CHROMIUM = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome']
  .map((name) => spawnSync('which', [name]).stdout?.toString().trim())
  .find(Boolean);
if (!CHROMIUM && process.env.CI) throw new Error('CI needs chromium');

/** `describe` where there is a browser. */
export const inBrowser = (what: string, tests: () => void): void =>
  CHROMIUM ? describe(what, tests) : describe.skip(`${what} (there is no chromium here)`, tests);

const PATIENCE_MS = 15_000;
/** How the console asks whether somebody is signed in. */
const NOT_SIGNED_IN = /401 \(Unauthorized\) http\S+\/api\/v1\/(me|sessions)$/;

export function launchChromium(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: CHROMIUM!,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
}

/** One browser, and every window that somebody has open in it; what goes wrong in any of them is remembered. */
export class Windows {
  private complaints: string[] = [];
  private tolerated: RegExp[] = [];

  private constructor(
    private readonly city: City,
    private readonly browser: Browser,
  ) {}

  static async start(city: City): Promise<Windows> {
    const browser = await launchChromium();
    return new Windows(city, browser);
  }

  /** A window of its own for somebody, signed in already. */
  async of(who: keyof People, path = '/'): Promise<Page> {
    const { cookie } = await this.city.as(who);
    return this.signedIn(cookie, path);
  }

  async signedIn(cookie: string, path: string): Promise<Page> {
    const context = await this.context();
    const [name, value] = cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: this.city.url }]);
    return this.tab(context, path);
  }

  /** A window of somebody who has not signed in. */
  async ofNobody(path = '/'): Promise<Page> {
    return this.tab(await this.context(), path);
  }

  /** One more tab of the same person. */
  async tab(context: BrowserContext, path: string): Promise<Page> {
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** From now on until the end of the test, what the console says of this is expected. */
  tolerate(...what: RegExp[]): void {
    this.tolerated.push(...what);
  }

  /** Closes every window. @returns what went wrong in them and was not expected */
  async close(): Promise<string[]> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    const wrong = this.complaints.filter((one) => !this.tolerated.some((what) => what.test(one)));
    this.complaints = [];
    this.tolerated = [];
    return wrong;
  }

  /** Closes every window after a test. @throws Error when something went wrong in one of them */
  async closeInPeace(): Promise<void> {
    const wrong = await this.close();
    if (wrong.length) throw new Error(`In the browser: ${wrong.join('\n')}`);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  private async context(): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      baseURL: this.city.url,
      locale: 'ko-KR',
      timezoneId: 'Asia/Seoul',
      viewport: { width: 1440, height: 900 },
      // What breathes while it loads would be painted again and again.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('weberror', (error) => this.complaints.push(`uncaught: ${error.error().stack}`));
    context.on('console', (message) => {
      const text = `${message.text()} ${message.location().url}`;
      if (message.type() === 'error' && !NOT_SIGNED_IN.test(text)) this.complaints.push(text);
    });
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== this.city.url && protocol !== 'data:' && protocol !== 'blob:')
        this.complaints.push(`asked another host: ${request.url()}`);
    });
    return context;
  }
}

/** Signs in as a person does, who then begins at home or where they wanted to go. */
export async function signIn(
  page: Page,
  { email, password }: Pick<People[keyof People], 'email' | 'password'>,
  first = '내 할 일',
): Promise<void> {
  await page.getByLabel('전자우편 주소').fill(email);
  await page.getByLabel('비밀번호').fill(password);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('heading', { level: 1, name: first }).waitFor();
}

type Place = Pick<Page, 'getByRole'>;

const escaped = (text: string): string => text.replace(/[()~]/g, '\\$&');

/** Opens a list of few and takes one of them. */
export async function choose(page: Page, field: string, option: string, within: Place = page): Promise<void> {
  // Its name is what is chosen, then what is asked.
  await within.getByRole('button', { name: new RegExp(`\\s${escaped(field)}(필수)?$`) }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Types into a list of many and takes what it offers. */
export async function pick(page: Page, field: string, option: string, within: Place = page): Promise<void> {
  const input = within.getByRole('combobox', { name: field });
  // A list that is open closes when the page is scrolled under it.
  await input.click();
  await input.fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Marks one of what stands side by side, where a hand would: its words. */
export async function mark(within: Place, field: string, option: string): Promise<void> {
  const group = within.getByRole('radiogroup', { name: field });
  await group.getByText(option, { exact: true }).click();
  await group.getByRole('radio', { name: option, checked: true }).waitFor();
}

/** One thing that waits under 내 할 일. */
export const task = (page: Page, kind: string, title: string) =>
  page.getByRole('region', { name: kind }).getByRole('link', { name: title });
export const preview = (page: Page) => page.frameLocator('iframe[title*="미리보기"]');
