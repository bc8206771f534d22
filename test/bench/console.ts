import type { Page } from 'playwright-core';
import { launchChromium } from '../support/browser.js';
import { fill } from './archive.js';
import type { Bench, City } from './bench.js';
import { median, show } from './numbers.js';
import type { Line } from './table.js';

const ROWS = 100_000;
const ROWS_QUICK = 20_000;
const TIMES = 5;

const GOALS = { usable: 1500, interaction: 200, task: 50 };

/** Every page that shows what is in the archive; `:issue` is one of its issues. */
const PAGES = {
  'my work': '/',
  signals: '/signals',
  'list of issues': '/issues',
  'list, filtered and searched': '/issues?grade=high&q=안전',
  board: '/issues/board',
  'registering an issue': '/issues/new',
  'an issue': '/issues/:issue',
  'changing an issue': '/issues/:issue/edit',
  requests: '/requests',
  reports: '/reports',
  dashboard: '/dashboard',
  inbox: '/inbox',
  departments: '/departments',
  settings: '/settings',
};

/** What a page says of itself: what it waited for, how it took what was done to it. */
interface Felt {
  longest: number;
  slowest: number;
}

/** The console over a large archive in a real browser: until a page is usable, until it answers, while it scrolls. */
export async function consolePages(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const rows = bench.quick ? ROWS_QUICK : ROWS;
  await fill(city, rows);
  await city.run('intake');
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ baseURL: city.url, viewport: { width: 1440, height: 900 } });
    await signIn(context, city);
    const page = await context.newPage();
    const [issue] = await city.query<{ id: string }>(`select id from issues where stage = 'act' limit 1`);
    // A browser's and a service's very first page is not one of somebody's day.
    await usable(page, '/settings');
    const lines: Line[] = [];
    for (const [name, path] of Object.entries(PAGES)) {
      const times: number[] = [];
      for (let time = 0; time <= TIMES; time += 1)
        times.push(await usable(page, path.replace(':issue', issue!.id)));
      const [first, then] = [times[0]!, median(times.slice(1))];
      lines.push({
        what: `${name} usable with ${show(rows)} issues, ms: first, then`,
        value: `${show(first)}, ${show(then)}`,
        ...within(Math.max(first, then), GOALS.usable),
      });
    }
    const [slowest, longest] = [await interact(page), await scroll(page)];
    return [
      ...lines,
      {
        what: 'interaction to next paint on the list, ms: worst',
        value: show(slowest),
        ...within(slowest, GOALS.interaction),
      },
      {
        what: 'longest task while the list scrolls, ms',
        value: show(longest),
        ...within(longest, GOALS.task),
      },
    ];
  } finally {
    await browser.close();
  }
}

const within = (ms: number, goal: number) => ({ goal: `≤ ${show(goal)} ms`, met: ms <= goal });

async function signIn(
  context: Awaited<ReturnType<Awaited<ReturnType<typeof launchChromium>>['newContext']>>,
  city: City,
) {
  const [name, value] = (await city.signIn('officer')).split('=') as [string, string];
  await context.addCookies([{ name, value, url: city.url }]);
}

/** From asking for the page until its heading is there and nothing on it is still being read. */
async function usable(page: Page, path: string): Promise<number> {
  const begun = performance.now();
  await page.goto(path, { waitUntil: 'commit' });
  await page.locator('h1').waitFor();
  await page.locator('.loading').first().waitFor({ state: 'detached' });
  return performance.now() - begun;
}

const WATCH = `
window.felt = { longest: 0, slowest: 0 };
new PerformanceObserver((list) => { for (const task of list.getEntries()) felt.longest = Math.max(felt.longest, task.duration); })
  .observe({ type: 'longtask' });
new PerformanceObserver((list) => { for (const event of list.getEntries()) if (event.interactionId) felt.slowest = Math.max(felt.slowest, event.duration); })
  .observe({ type: 'event', durationThreshold: 16 });`;

/** What a person does on the list: opens a choice, chooses, sorts, opens the palette, types, closes it. */
async function interact(page: Page): Promise<number> {
  await usable(page, '/issues');
  await page.evaluate(WATCH);
  await page
    .getByRole('button', { name: /중요도|Grade/ })
    .first()
    .click();
  await page.getByRole('option').nth(2).click();
  await page.getByRole('columnheader').getByRole('button').first().click();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('searchbox').pressSequentially('안전');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  return (await page.evaluate<Felt>('felt')).slowest;
}

const SCROLLS = 40;

async function scroll(page: Page): Promise<number> {
  await usable(page, '/issues');
  await page.evaluate(WATCH);
  for (let turn = 0; turn < SCROLLS; turn += 1) {
    await page.mouse.wheel(0, turn < SCROLLS / 2 ? 200 : -200);
    await page.waitForTimeout(30);
  }
  return (await page.evaluate<Felt>('felt')).longest;
}
