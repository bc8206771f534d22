import { jest } from '@jest/globals';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { inBrowser, Windows } from '../support/browser.js';
import { City } from '../support/city.js';
import { pagesToShow, type ShownPage } from '../support/console-pages.js';
import { fillOffice } from '../support/fill-office.js';
import type { People } from '../support/people.js';

jest.setTimeout(480_000);

/** Who of the city's people is meant by a role. */
const PEOPLE = {
  officer: 'officer',
  department: 'labour',
  manager: 'manager',
  auditor: 'auditor',
  admin: 'admin',
} as const satisfies Record<Exclude<ShownPage['who'], 'nobody'>, keyof People>;

/** In the first look everything is examined, in the second what depends on language and theme: names and contrast. */
const LOOKS = [
  { language: 'ko', theme: 'light', only: null },
  {
    language: 'en',
    theme: 'dark',
    only: ['color-contrast', 'button-name', 'link-name', 'label', 'image-alt'],
  },
] as const;

/** A phone, and a window of 1280 at 200 %. */
const NARROW = [360, 640];

inBrowser('the console, for everybody', () => {
  let city: City;
  let windows: Windows;
  let pages: ShownPage[];

  beforeAll(async () => {
    city = await City.start();
    await fillOffice(city);
    windows = await Windows.start(city);
    pages = await pagesToShow(await city.as('officer'), await city.as('labour'));
  });
  afterEach(() => windows.closeInPeace());
  afterAll(async () => {
    await windows?.stop();
    await city?.stop();
  });

  const open = async (who: ShownPage['who'], path: string): Promise<Page> =>
    who === 'nobody' ? windows.ofNobody(path) : windows.of(PEOPLE[who], path);

  /** As a link of the console does: without loading everything again. */
  async function goTo(page: Page, path: string): Promise<void> {
    const to = JSON.stringify(path);
    await page.evaluate(`if (location.pathname !== ${to}) {
      document.querySelectorAll('h1, .empty-title').forEach((one) => one.setAttribute('data-before', ''));
      history.pushState({}, '', ${to});
      dispatchEvent(new PopStateEvent('popstate'));
    }`);
    await page.locator('[data-before]').first().waitFor({ state: 'detached' });
    await shown(page);
  }

  /** The page is there, and nothing on it is still being read. */
  async function shown(page: Page): Promise<void> {
    await page.locator('h1, .empty-title').first().waitFor();
    await page.locator('.loading').first().waitFor({ state: 'detached' });
  }

  async function look(context: BrowserContext, { language, theme }: (typeof LOOKS)[number]): Promise<void> {
    await context.addInitScript(
      `if (self === top) {
        localStorage.setItem('haechi:language', '${language}');
        localStorage.setItem('haechi:theme', '${theme}');
      }`,
    );
  }

  /** What axe finds on a page, by all of its rules or only some. */
  async function examine(page: Page, only: readonly string[] | null): Promise<AxeResults['violations']> {
    const options: RunOptions = {
      // What is in order need not be told of: that takes longer than finding what is not.
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: [...only] } }),
    };
    const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
    return violations;
  }

  /** Every page, in Korean and light and in English and dark. @returns what axe finds, and what goes beyond narrow windows */
  async function visitAll(who: ShownPage['who']): Promise<string[]> {
    const found: string[] = [];
    const page = await open(who, '/settings');
    for (const chosen of LOOKS) {
      await look(page.context(), chosen);
      await page.reload();
      await page.evaluate(axe.source);
      for (const { name, path } of pages.filter((one) => one.who === who)) {
        await goTo(page, path);
        const where = `${name} ${chosen.language} ${chosen.theme}`;
        // A mail or a report in its frame takes no script, not even axe's: only its name is looked at.
        const nameless = await page.evaluate<number>(
          `[...document.querySelectorAll('iframe')].filter((one) => (one.remove(), !one.title)).length`,
        );
        if (nameless) found.push(`${where}: a frame without a name`);
        for (const { id, nodes } of await examine(page, chosen.only))
          found.push(`${where}: ${id} ${nodes[0]?.html}`);
        for (const width of NARROW) {
          await page.setViewportSize({ width, height: 800 });
          const over = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
          if (over > 0) found.push(`${where} at ${width}: ${over} px`);
        }
        await page.setViewportSize({ width: 1440, height: 900 });
      }
    }
    return found;
  }

  it.each([...Object.keys(PEOPLE), 'nobody'] as ShownPage['who'][])(
    'shows %s no page in which axe finds anything, nor one wider than a phone or a desk at 200 %%',
    async (who) => {
      expect(await visitAll(who)).toEqual([]);
    },
  );

  it('lets an issue be registered and decided on by keyboard alone', async () => {
    const page = await open('officer', '/issues');
    await page.keyboard.press('g');
    await page.keyboard.press('n');
    const title = page.getByLabel('이슈명');
    await title.waitFor();
    await title.focus();
    await page.keyboard.type('지하차도 배수시설 점검 철저');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.type('집중호우 시 지하차도 침수로 차량 고립과 인명 피해 우려');
    await tabTo(page, '더 적기');
    await page.keyboard.press('Enter');
    await chooseByKeys(page, '영향도', '5');
    await chooseByKeys(page, '발생 가능성', '4');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { level: 1, name: '지하차도 배수시설 점검 철저' }).waitFor();
    await page.getByRole('heading', { name: '결정할 일' }).waitFor();
    await tabTo(page, '조정');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '중요도·대응방향 조정' }).waitFor();
    await page.getByRole('radiogroup', { name: '중요도' }).waitFor();
    await tabTo(page, '실·국 대응');
    await page.keyboard.press('ArrowUp');
    await tabTo(page, '사유');
    await page.keyboard.type('배수시설 소관이 나뉘어 우리 과가 먼저 살핌');
    await page.keyboard.press('Control+Enter');
    await page.getByText('자체관리 중').first().waitFor();
    await tabTo(page, '더보기');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: '중요도·대응방향 조정' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '이슈 종결' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    // Closing gives the focus back to where it was.
    expect(await page.evaluate('document.activeElement.textContent')).toContain('더보기');
  });

  it('begins every page with a way past the navigation, and shows where the focus is', async () => {
    const page = await open('officer', '/issues');
    await shown(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('본문 바로가기');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('main') !== null`)).toBe(true);
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).not.toBe('none');
  });

  /** Presses Tab until the focus is on what is named so, or in a field or a choice named so. */
  async function tabTo(page: Page, name: string): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      const text = await page.evaluate<string>(
        `(({ activeElement: at }) => at?.getAttribute('aria-labelledby')?.split(' ')
          .map((id) => document.getElementById(id)?.textContent).join(' ')
          ?? (at?.labels?.[0] ?? at)?.textContent ?? '')(document)`,
      );
      if (text.includes(name) && text.length < name.length + 40) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  }

  /** Opens a list of few with the arrow, types what is wanted and takes it. */
  async function chooseByKeys(page: Page, field: string, option: string): Promise<void> {
    await tabTo(page, field);
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: option, exact: true }).waitFor();
    await page.keyboard.type(option);
    await page.keyboard.press('Enter');
  }
});
