import { AWAITED_STATES } from '#actions/vocabulary.js';
import type { BriefDocument } from '../brief-document.js';
import { inBrief } from './in-brief.js';

export interface Plan {
  /** Null for what has no day yet. */
  on: string | null;
  text: string;
}

/** What of a request tells it from the others, in characters. */
const GIST = 32;

/** What comes next of an issue (향후 계획), in the order of its days; what has none stands last. Nothing of a closed one. */
export function briefPlans(doc: Pick<BriefDocument, 'on' | 'issue' | 'reviewOn' | 'schedule'>): Plan[] {
  const { on: today, issue, reviewOn, schedule } = doc;
  if (issue.outcome) return [];
  const awaited = issue.requests.flatMap(({ state, department, dueOn, text, overdue }): Plan[] => {
    if (state === 'planned') return [{ on: null, text: `요청 발송(${inBrief(text, GIST)})` }];
    if (!(AWAITED_STATES as readonly string[]).includes(state)) return [];
    const late = overdue ? ', 기한 경과' : '';
    return [{ on: dueOn, text: `${department ?? '평가담당관'} 회신기한(${inBrief(text, GIST)}${late})` }];
  });
  const missed = reviewOn !== null && reviewOn < today ? '(기한 경과)' : '';
  const review = reviewOn ? [{ on: reviewOn, text: `정기 점검${missed}` }] : [];
  const surfacing =
    issue.expectedOn && issue.expectedOn >= today ? [{ on: issue.expectedOn, text: '쟁점화 예상일' }] : [];
  const undecided = issue.direction === null ? [{ on: null, text: '중요도·대응방향 결정' }] : [];
  const occasions = schedule
    .filter(({ from }) => from >= today)
    .map(({ title, from }) => ({ on: from, text: title }));
  return [...awaited, ...review, ...surfacing, ...occasions, ...undecided].toSorted((a, b) =>
    (a.on ?? '9') < (b.on ?? '9') ? -1 : 1,
  );
}
