import { councilOf } from './council.js';
import { yearForCouncil } from './fixture-papers.js';
import { request } from './fixture-parts.js';
import { renderText } from './text.js';

const told = (changes: Parameters<typeof yearForCouncil>[0] = {}) =>
  renderText(councilOf(yearForCouncil(changes)));

it('is laid out as the office has submitted it', () => {
  const { summary, details } = councilOf(yearForCouncil());
  expect(
    [...summary, ...details].map((block) =>
      'text' in block ? block.text : 'title' in block ? `${block.mark} ${block.title}` : block.kind,
    ),
  ).toEqual([
    'Ⅰ. 리스크 관리 추진배경',
    'items',
    'Ⅱ. 리스크 의의 및 관리 체계',
    'items',
    'table',
    'Ⅲ. 리스크 관리 운영 현황',
    'items',
    'table',
    'Ⅳ. 시정 리스크 이슈 발굴·전파 사례',
    "① 지하철 파업 예고에 따른 수송 대책 점검 필요 ('26)",
    "② 첫 강설 출근길 제설 대비 철저 ('26)",
    "③ 복지시설 재위탁에 따른 고용 승계 갈등 예방 ('26)",
    "④ 연말 보도공사 집중 비판 대비 ('26)",
  ]);
});

it('counts what was found and what became of it', () => {
  expect(told()).toContain('○ 실적 : 이슈 발굴 31건, 월간 리포트 11회, 실·국 요청 58건(회신 51건)');
  expect(told()).toContain(
    '○ 처리 : 31건 중 관리 중 10, 예방(조치 후 미발생) 9, 완화 4, 현실화 3, 미발생(조치 없이) 5',
  );
});

it('says nothing of weight, points, deadlines, alternatives or whose answer waits', () => {
  expect(told()).not.toMatch(/중요도 (매우 )?높음|\d점|까지\)|간략대안|권고|보완 요청|진도율/);
});

it('tells of no request that went nowhere', () => {
  const [one] = yearForCouncil().cases;
  const requests = (['planned', 'refused', 'cancelled', 'accepted'] as const).map((state) =>
    request(`요청-${state}`, { state }),
  );
  const text = told({ cases: [{ ...one!, requests }] });
  expect(text.match(/요청-\w+/g)).toEqual(['요청-accepted']);
});

it('says so where there is nothing to tell', () => {
  const text = told({ found: 0, byChannel: {}, byOutcome: {}, cases: [] });
  expect(text).toMatch(/사례\n○ 해당 없음/);
  expect(text).not.toContain('처리 :');
});
