import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Json } from './api.js';
import { choose, mark, pick } from './browser.js';
import type { City } from './city.js';
import { anIssue, middling, settled } from './issues.js';

/** What people do at the console, step by step, as they see it. */

export interface Article {
  title: string;
  summary: string;
  headline: string;
  request: string;
  department: string;
  month: string;
}

/** 이슈 등록 from an article, with a request to a department. */
export async function registerArticle(page: Page, article: Article): Promise<void> {
  await page.getByRole('link', { name: '이슈 등록' }).first().click();
  await page.getByRole('textbox', { name: '이슈명' }).fill(article.title);
  await mark(page, '채널', '언론');
  await page.getByRole('textbox', { name: '주요내용' }).fill(article.summary);
  await page.getByRole('button', { name: '관련보도·관련동향 추가' }).click();
  await page.getByRole('textbox', { name: '보도·동향 제목' }).fill(article.headline);
  await page.getByRole('textbox', { name: '매체·기관' }).fill('SBS');
  await page.getByLabel('보도·접수일').fill('2026-11-20');
  await page.getByRole('textbox', { name: '링크' }).fill('https://news.example/1');
  await page.getByText('더 적기').click();
  await choose(page, '예상 시기', monthInWords(article.month));
  await choose(page, '영향도(1~5)', '4');
  await choose(page, '발생 가능성(무조치 시, 1~5)', '4');
  await pick(page, '주관부서', article.department);
  await page.getByRole('button', { name: '요청사항 추가' }).click();
  await page.getByRole('textbox', { name: '요청 내용' }).fill(article.request);
  await pick(page, '요청할 부서', article.department);
  await page.getByRole('button', { name: '등록', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: article.title }).waitFor();
}

/** Waits, without a reload, until the pipeline proposes, and agrees. */
export async function confirmAsProposed(page: Page): Promise<void> {
  const todo = page.getByRole('region', { name: '결정할 일' });
  await todo.getByRole('definition').filter({ hasText: '실·국 대응' }).waitFor();
  await page.getByText('검토 대기').first().waitFor();
  await todo.getByRole('button', { name: '확정' }).click();
  await page.getByText('부서 대응 중').first().waitFor();
}

/** Ctrl+V on the page, with this on the clipboard. */
export async function paste(page: Page, text: string): Promise<void> {
  // As text: the tests know no DOM.
  await page.evaluate(`{
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }`);
}

/** A text file, let go of over the page. */
export async function drop(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }`);
}

/** J until the keyboard is on the row that says so. */
export async function moveTo(page: Page, text: string): Promise<void> {
  const current = page.locator('tr[aria-current="true"]');
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('j');
    await current.waitFor();
    if ((await current.textContent())?.includes(text)) return;
  }
  throw new Error(`No row of ${text}`);
}

/** 접수, with the division that handles it. */
export async function receive(page: Page, division: string): Promise<void> {
  await page.getByRole('textbox', { name: '소관 과' }).first().fill(division);
  await page.getByRole('button', { name: '접수', exact: true }).click();
  await page.getByText('접수했습니다.').waitFor();
}

export async function answer(page: Page, { text, docNo }: { text: string; docNo: string }): Promise<void> {
  await page.getByRole('textbox', { name: '조치계획' }).fill(text);
  await choose(page, '추진상태', '추진 중');
  await page.getByRole('textbox', { name: '확인자 직위' }).fill('과장');
  await page.getByRole('textbox', { name: '확인자 성명' }).fill('김확인');
  await page.getByRole('textbox', { name: '문서번호' }).fill(docNo);
  await page.getByRole('button', { name: '회신 보내기' }).click();
  await page.getByText('회신했습니다.').first().waitFor();
}

/** 보완 요청. */
export async function askForMore(page: Page, comment: string): Promise<void> {
  await page.getByRole('button', { name: '보완 요청' }).click();
  const dialog = page.getByRole('dialog', { name: '보완 요청' });
  await dialog.getByRole('textbox', { name: '보완할 내용' }).fill(comment);
  await dialog.getByRole('button', { name: '보완 요청' }).click();
  await page.getByText('보완을 요청했습니다.').waitFor();
}

/** Compiles the next month's report and stays on its page. */
export async function compileReport(page: Page, month: string): Promise<void> {
  await page.getByRole('link', { name: '월간 리포트' }).click();
  await page.getByRole('button', { name: '리포트 작성' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: '작성', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: `${monthInWords(month)} 리포트` }).waitFor();
}

/** 확정: it goes to the managers at once. */
export async function issueReport(page: Page): Promise<void> {
  await page.getByRole('button', { name: '확정', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '확정', exact: true }).click();
  await page.getByText('확정하여 간부에게 배포하였습니다').waitFor();
}

/** What a press of something brings to the disk. */
export async function download(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const downloading = page.waitForEvent('download');
  await press();
  return readFileSync(await (await downloading).path());
}

/** An issue, registered by the API, whose request waits at the department. */
export async function asked(city: City, title: string, departmentId: string | null): Promise<Json> {
  const officer = await city.as('officer');
  const requests = [{ text: '대책 마련', departmentId }];
  const more = { ...middling, title, requests, leadDepartmentId: departmentId };
  const { id } = await officer.post('/issues', anIssue(more));
  return settled(officer, id);
}

/** `2026-12` → 2026년 12월 */
export const monthInWords = (month: string): string =>
  `${Number(month.slice(0, 4))}년 ${Number(month.slice(5))}월`;

/** The month after this one in Seoul, `2026-12`. */
export function nextMonth(): string {
  const inSeoul = new Date(Date.now() + 9 * 3_600_000);
  inSeoul.setUTCMonth(inSeoul.getUTCMonth() + 1, 1);
  return inSeoul.toISOString().slice(0, 7);
}
