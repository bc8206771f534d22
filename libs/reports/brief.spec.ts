import { briefOf, RESTRICTED } from './brief.js';
import { fullBrief, strikeBrief } from './fixture-papers.js';
import { fitsOnePage, renderHwpx } from './hwpx.js';
import { renderPdf } from './pdf.js';
import { renderText } from './text.js';
import { readByRhwp } from '../../test/support/hwpx-readers.js';

const pagesOf = (pdf: Buffer) => Number(/<xmpTPg:NPages>(\d+)</.exec(pdf.toString('latin1'))?.[1]);

it('tells an issue from 현황 to 향후 계획, without points', () => {
  expect(renderText(briefOf(strikeBrief())).split('\n')).toEqual([
    '[현안보고] 지하철 파업 예고에 따른 수송 대책 점검 필요',
    '(2026. 11. 25.(수) 14:05 현재, 기획조정실 평가담당관)',
    '이슈번호 2026-0071 / 중요도 매우 높음 / 예상 시기 12. 4. / 대응방향 실·국 대응 / 공개여부 비공개(5)',
    '',
    '12. 4. 쟁점화 예상, 중요도 매우 높음, 도시교통실 주관(실·국 대응)',
    '',
    '□ 현황',
    '○ 노조가 인력 감축안 철회를 요구하며 12. 4. 첫차부터 전면 파업을 예고, 필수유지업무 인력만 투입 시 출근시간 운행률 80% 수준으로 하락 예상',
    '  ※ 쟁의행위 찬반투표 가결(11. 18., 찬성률 70.6%), 2차 조정회의 12. 2. 예정',
    '○ 중요도 : 매우 높음(시민 안전·생명 4단계, 언론 확산도 4단계, 시기 임박성 5단계)',
    '○ 예상 사유 : 일정: 쟁의행위 개시 예고',
    '○ 관련보도 : 최근 4주 5건(직전 4주 1건)',
    "  ▶ 기관사 피로 누적 호소 ('26. 11. 24. 한강일보)",
    "  ▶ 버스 증편 계획 공개 ('26. 11. 23. 종로경제)",
    "  ▶ [사설] 해마다 되풀이되는 파업, 시는 무엇을 했나 ('26. 11. 23. 남산신문) 외 2건",
    '□ 문제점 및 예상 위험',
    '○ 출근시간 혼잡도 급증에 따른 승강장 인파 사고 위험, 특히 환승역 5개소* 집중',
    '  * 신도림·사당·잠실·강남·고속터미널역',
    '○ 대체인력 장시간 투입 시 운행 장애 발생, 시의 관리 책임 논란으로 확산',
    '□ 대응 방향',
    '○ 실·국 대응, 주관 도시교통실(협조 노동민생정책관·대변인), 부시장 주재 현안회의 상정',
    '○ 요청사항 :',
    '  - (단기) 비상수송대책본부 가동 및 혼잡역 안전요원 배치계획 확정 (도시교통실, 12. 1.까지, 회신)',
    "  - (장기) 필수유지업무 운행률 재협의 및 인력 운영 개선안 마련 (노동민생정책관, '27. 2. 26.까지, 접수)",
    '○ 부서대응 :',
    '  - 도시교통실, 11. 24. 회신(교통정책과-8812) — 비상수송대책 초안 마련, 시내버스 차량 360대 증편 협의(추진 중, 진도율 40%)',
    '○ 간략대안 : ⓐ (단기) 시내버스·마을버스 증편과 안전요원 배치 병행 ⓑ (단기) 버스 증편만 시행 ⓒ 현행 유지(모니터링) → 권고 ⓐ(효과 : 출근시간 수송력 92% 유지 / 예산 : 예비비 12억원 / 부작용 : 운전원 연장근로)',
    '□ 향후 계획',
    '○ 12. 2. 정기 점검',
    '○ 12. 4. 쟁점화 예상일',
    '○ 12. 16. 예산안 의결',
    '○ 12. 23. 제2차 정례회 폐회',
    "○ '27. 2. 26. 노동민생정책관 회신기한(필수유지업무 운행률 재협의 및 인력 운영 개선안 마련)",
    '',
    '작성자 평가담당관 김○○(6900) · 팀장 이○○(6901) · 담당 박○○(6903) / 작성일 2026. 11. 25.',
    '',
  ]);
});

it('is on one page, in PDF and in HWPX, however much there is to tell', async () => {
  for (const doc of [strikeBrief(), fullBrief()]) {
    const outline = briefOf(doc);
    expect(fitsOnePage(outline)).toBe(true);
    expect(pagesOf(await renderPdf(outline))).toBe(1);
    expect(readByRhwp(await renderHwpx(outline)).pages).toHaveLength(1);
  }
  // What is left out is said to be: of texts, and of numbers.
  expect(renderText(briefOf(fullBrief()))).toMatch(/…[^]*외 \d건/);
});

it('says on paper that not everybody may read it', () => {
  expect(renderText(briefOf(strikeBrief({ confidential: true })))).toMatch(
    new RegExp(`^${RESTRICTED.replaceAll(/[()]/g, '.')}\n`),
  );
  expect(renderText(briefOf(strikeBrief()))).not.toContain('열람 제한');
});

it('tells of an issue that nobody has decided on yet, and of one that is closed', () => {
  const { issue } = strikeBrief();
  const bare = { requests: [], responses: [], alternatives: [], risks: [], coverage: [] };
  const fresh = {
    ...issue,
    ...bare,
    grade: null,
    direction: null,
    leadDepartment: null,
    expectedMonth: null,
    expectedOn: null,
  };
  const text = renderText(
    briefOf(strikeBrief({ issue: fresh, gradeReasons: [], schedule: [], reviewOn: null })),
  );
  expect(text).toContain('예상 시기 미정, 중요도 평가 중, 주관부서 미지정(결정 전)');
  expect(text).toContain('○ 중요도·대응방향 결정');
  const closed = renderText(briefOf(strikeBrief({ issue: { ...issue, outcome: 'prevented' } })));
  expect(closed).toContain('종결 : 예방(조치 후 미발생)');
  expect(closed).toContain('□ 향후 계획\n○ 해당 없음(종결)');
});
