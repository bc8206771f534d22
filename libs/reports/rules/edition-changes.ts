import type { EditionChange, ReportIssue } from '../document.js';
import { CHANGES_OF_WHOLE, type ChangeOfEdition, type ChangeOfWhole } from '../vocabulary.js';

/** What is told with what it was and is, each with what only follows from it. */
const TOLD = {
  title: ['title'],
  grade: ['grade', 'trend', 'score'],
  direction: ['direction', 'agenda'],
  day: ['expectedOn'],
  lead: ['leadDepartment', 'supportingDepartments'],
} as const satisfies Partial<Record<ChangeOfEdition, (keyof ReportIssue)[]>>;

interface Edition {
  month: string;
  issues: readonly ReportIssue[];
  /** What is printed besides the issues. */
  whole: Record<ChangeOfWhole, string>;
}

interface Circumstances {
  /** The public issues as they are now, by number: of what is not among them nothing may be said. */
  known: ReadonlyMap<string, { expectedMonth: string | null }>;
  /** All that stands on paper of an issue. */
  print: (issue: ReportIssue) => string;
}

/** What two editions of a month print otherwise, issue by issue in the order of the newer one, then what is gone, then the whole. */
export function editionChanges(
  before: Edition,
  now: Edition,
  { known, print }: Circumstances,
): EditionChange[] {
  const earlier = new Map(before.issues.map((issue) => [issue.number, issue]));
  const still = new Set(now.issues.map(({ number }) => number));
  const here = now.issues.flatMap((issue) => changesOf(earlier.get(issue.number), issue, print));
  const gone = before.issues
    .filter(({ number }) => !still.has(number) && known.has(number))
    .map(({ number, title, grade }): EditionChange => {
      const { expectedMonth } = known.get(number)!;
      return expectedMonth !== null && expectedMonth !== now.month
        ? { kind: 'month', number, title, from: now.month, to: expectedMonth }
        : { kind: 'gone', number, title, from: grade, to: null };
    });
  const whole = CHANGES_OF_WHOLE.filter((kind) => before.whole[kind] !== now.whole[kind]).map(
    (kind): EditionChange => ({ kind, number: null, title: null, from: null, to: null }),
  );
  return [...here, ...gone, ...whole];
}

function changesOf(
  before: ReportIssue | undefined,
  now: ReportIssue,
  print: Circumstances['print'],
): EditionChange[] {
  const { number, title } = now;
  if (!before) return [{ kind: 'new', number, title, from: null, to: now.grade }];
  const changes: EditionChange[] = [];
  let rest = before;
  for (const [kind, fields] of Object.entries(TOLD) as [keyof typeof TOLD, (keyof ReportIssue)[]][]) {
    const [from, to] = [before, now].map((issue) => issue[fields[0]!] as string | null);
    if (from === to) continue;
    changes.push({ kind, number, title, from: from!, to: to! });
    rest = { ...rest, ...Object.fromEntries(fields.map((field) => [field, now[field]])) };
  }
  // What was told is not told again as what else is printed.
  if (print(rest) !== print(now)) changes.push({ kind: 'text', number, title, from: null, to: null });
  return changes;
}
