import type { BriefDocument } from './brief-document.js';
import type { CouncilDocument } from './council-document.js';
import type { ReportIssue } from './document.js';
import { decemberReport } from './fixture.js';
import { employmentIssue, roadworkIssue, snowIssue, strikeIssue } from './fixture-issues.js';
import { response } from './fixture-parts.js';
import type { RestrictedDocument } from './restricted-document.js';

const AUTHORS = decemberReport().sheet!.authors!;

/** For specs and for looking: the heaviest issue of the December report, on the day of the report. Invented. */
export function strikeBrief(changes: Partial<BriefDocument> = {}): BriefDocument {
  return {
    on: '2026-11-25',
    time: '14:05',
    confidential: false,
    issue: { ...strikeIssue(), agenda: true },
    gradeReasons: ['시민 안전·생명 4단계', '언론 확산도 4단계', '시기 임박성 5단계'],
    signals: { recent: 5, before: 1 },
    reviewOn: '2026-12-02',
    schedule: decemberReport().schedule.slice(0, 2),
    authors: AUTHORS,
    ...changes,
  };
}

const long = (text: string): string =>
  `${text} ${'광역버스 준공영제 전환 지연에 따른 입석 승차 및 무정차 통과 민원 급증 '.repeat(8)}`;

/** As full as an issue gets, with texts as long as they come. */
export function fullBrief(): BriefDocument {
  const brief = strikeBrief();
  const { issue } = brief;
  return {
    ...brief,
    issue: {
      ...issue,
      summary: long(issue.summary),
      notes: [...issue.notes, ...issue.notes, ...issue.notes].map(long),
      risks: [...issue.risks, ...issue.risks, ...issue.risks].map((risk) => ({
        ...risk,
        text: long(risk.text),
      })),
      requests: [...issue.requests, ...issue.requests, ...issue.requests].map((one) => ({
        ...one,
        text: long(one.text),
      })),
      alternatives: issue.alternatives.map((one) => ({ ...one, text: long(one.text) })),
      responses: [1, 2, 3, 4, 5].map(() => response(long('비상수송대책 초안 마련'), { progress: 40 })),
    },
  };
}

/** The same four issues, were they confidential, as often as wanted. Invented. */
export function volumeOf(count: number): RestrictedDocument {
  const four = [strikeIssue(), snowIssue(), employmentIssue(), roadworkIssue()];
  const issues = Array.from({ length: count }, (_, n) => ({
    ...four[n % four.length]!,
    id: `issue-${n + 1}`,
    number: `2026-C${String(n + 1).padStart(4, '0')}`,
  }));
  return {
    month: '2026-12',
    on: '2026-11-25',
    time: '14:05',
    reader: '예산담당관',
    issues,
    authors: AUTHORS,
  };
}

const caseOf = (issue: ReportIssue) => ({ ...issue, foundIn: '2026-11' });

/** The four issues of the December report as cases of a year. Invented. */
export function yearForCouncil(changes: Partial<CouncilDocument> = {}): CouncilDocument {
  return {
    from: '2026-01',
    to: '2026-11',
    on: '2026-11-25',
    found: 31,
    byChannel: { politics: 8, press: 13, audit: 4, complaint: 5, own: 1 },
    byOutcome: { prevented: 9, eased: 4, occurred: 3, 'did-not-occur': 5 },
    requests: { sent: 58, answered: 51 },
    reports: 11,
    cases: [strikeIssue(), snowIssue(), employmentIssue(), roadworkIssue()].map(caseOf),
    authors: AUTHORS,
    ...changes,
  };
}
