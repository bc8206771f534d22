import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { Api } from '../support/api.js';
import { launchChromium } from '../support/browser.js';
import { pagesToShow, type ShownPage } from '../support/console-pages.js';
import { cleanUp, ROOT, Start, STARTED } from '../support/npm-start.js';

/** What offices and phones have; the last is looked at in English and dark too. */
const WIDTHS = [390, 1024, 1440];
const LOOKS = [
  { language: 'ko', theme: 'light', widths: WIDTHS },
  { language: 'en', theme: 'dark', widths: [1440] },
] as const;
const SETTLED_MS = 400;

interface Account {
  role: ShownPage['who'];
  email: string;
  password: string;
}

/**
 * `npm run screenshots [folder]`: every page of a new installation with its sample data, at three widths, as PNG files
 * in .data/screenshots or the folder named.
 */
async function main(folder = join(ROOT, '.data/screenshots')): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'haechi-screenshots-'));
  const dataDir = join(home, 'data');
  mkdirSync(folder, { recursive: true });
  const service = new Start(ROOT, dataDir);
  let browser: Browser | undefined;
  try {
    const url = await service.says(STARTED, 300_000);
    const accounts = JSON.parse(readFileSync(join(dataDir, 'accounts.json'), 'utf8')) as Account[];
    const cookies = new Map<string, string>();
    for (const { role, email, password } of accounts)
      cookies.set(role, (await Api.signIn(url, email, password)).cookie);
    const as = (role: string) => new Api(url, cookies.get(role));
    const pages = await pagesToShow(as('officer'), as('department'));
    browser = await launchChromium();
    for (const page of pages) await takeAll(browser, url, page, cookies.get(page.who), folder);
    console.log(`${pages.length} pages in ${folder}`);
  } finally {
    await browser?.close();
    await cleanUp();
    rmSync(home, { recursive: true, force: true });
  }
}

async function takeAll(
  browser: Browser,
  url: string,
  shown: ShownPage,
  cookie: string | undefined,
  folder: string,
) {
  for (const { language, theme, widths } of LOOKS) {
    const context = await browser.newContext({ baseURL: url, timezoneId: 'Asia/Seoul' });
    await context.addInitScript(
      `if (self === top) {
        localStorage.setItem('haechi:language', '${language}');
        localStorage.setItem('haechi:theme', '${theme}');
      }`,
    );
    const [name, value] = cookie?.split('=') ?? [];
    if (name && value) await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    await page.goto(shown.path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate('document.fonts.ready');
      // As tall as what it shows: a frame out of sight is not drawn.
      const height = await page.evaluate<number>('document.documentElement.scrollHeight');
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(SETTLED_MS);
      const file = `${shown.name}-${width}-${language}-${theme}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
    }
    await context.close();
  }
}

await main(process.argv[2]);
