import { preview, signIn, task, type Windows } from './browser.js';
import * as desk from './browser-desk.js';
import type { City } from './city.js';

export const ARTICLE = {
  title: '플랫폼 노동자 보호 정책 수립 필요',
  summary: '배달 노동자 사고와 낮은 수수료에 대한 보도가 이어짐',
  headline: '50만 넘어선 플랫폼 노동자',
  request: '보호 대책 즉시 마련',
  department: '노동민생정책관',
};

/**
 * The first five minutes: an article becomes an issue, the department is asked and answers, and the issue stands in the
 * report of the month. @returns the report as PDF
 */
export async function fromArticleToReport(windows: Windows, city: City, month: string): Promise<Buffer> {
  const officer = await windows.ofNobody();
  await signIn(officer, city.people.officer);
  await desk.registerArticle(officer, { ...ARTICLE, month });
  await desk.confirmAsProposed(officer);

  const department = await windows.ofNobody();
  await signIn(department, city.people.labour);
  await task(department, '접수', ARTICLE.title).click();
  await desk.receive(department, '노동정책과');
  await desk.answer(department, { text: '□ 안전교육 확대', docNo: '노동정책과-1234' });

  await officer.getByText('□ 안전교육 확대').waitFor();
  await officer.getByText('노동정책과 · 확인자 과장 김확인 · 문서번호 노동정책과-1234').waitFor();
  await desk.askForMore(officer, '일정과 예산을 적어 주십시오');
  await department.getByText('일정과 예산을 적어 주십시오').waitFor();
  await desk.answer(department, { text: '□ 12월까지, 3억원', docNo: '노동정책과-1240' });
  await officer.getByText('□ 12월까지, 3억원').waitFor();
  await officer.getByRole('button', { name: '이행 확인' }).click();
  await officer.getByText('이행을 확인했습니다.').waitFor();

  await desk.compileReport(officer, month);
  await preview(officer).getByText(ARTICLE.title).first().waitFor();
  await desk.issueReport(officer);
  const pdf = await desk.download(officer, () =>
    officer.getByRole('button', { name: 'PDF 내려받기', exact: true }).click(),
  );
  return pdf;
}
