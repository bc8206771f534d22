import sql from 'sql-template-tag';
import { fingerprint, similarity } from '#issues/rules/similarity.js';
import type { Principal } from '#people/principal.js';
import { visible } from '#people/visible.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { isDay } from '#platform/fields.js';
import type { FieldError } from '#platform/problem.js';
import { findKnown } from './known-signals.js';
import { headline, placesIn, sameStory, together, type Told } from './rules/same-story.js';
import type { ScrapRow } from './rules/scrap.js';
import { currentStories, type Stories } from './stories.js';

export interface ScrapRowView extends Omit<ScrapRow, 'wrongDay'> {
  /** What cannot be saved as it is. */
  errors: FieldError[];
  /** What the list does not say. */
  missing: ('outlet' | 'publishedOn' | 'url')[];
  /** The signal that it is already. */
  knownId: string | null;
  /** The row of this list that it repeats. */
  repeats: number | null;
}

export interface ScrapGroup {
  /** Places of its rows in the list. */
  rows: number[];
  clusterId: string | null;
  likelyIssue: { id: string; number: string; title: string; score: number } | null;
}

/** What became of a list: nothing is saved. Rows that tell the same story are one group, with what is known of it already. */
export async function previewScrap(
  tx: Tx,
  by: Principal,
  rows: ScrapRow[],
  today: string,
): Promise<{ rows: ScrapRowView[]; groups: ScrapGroup[] }> {
  const known = await findKnown(tx, by, rows);
  const stories = await currentStories(tx);
  const groups = await groupsOf(rows, today);
  const found = await inTurns(groups, (group) => recognised(group, rows, { stories, today }));
  const issues = await issuesOf(
    tx,
    by,
    found.flatMap(({ issue }) => issue?.issueId ?? []),
  );
  return {
    rows: rows.map(({ wrongDay, ...row }, i) => {
      const one = known[i];
      return {
        ...row,
        errors: errorsIn(row, wrongDay),
        missing: (['outlet', 'publishedOn', 'url'] as const).filter((field) => row[field] === null),
        knownId: one && 'id' in one ? one.id : null,
        repeats: one && 'row' in one ? one.row : null,
      };
    }),
    groups: found.map(({ group, clusterId, issue }) => {
      const about = issue && issues.get(issue.issueId);
      return { rows: group, clusterId, likelyIssue: about ? { ...about, score: issue.score } : null };
    }),
  };
}

const MOST = { title: 500, outlet: 100, url: 2000 } as const;

function errorsIn(row: Omit<ScrapRow, 'wrongDay'>, wrongDay: boolean): FieldError[] {
  const long = (['title', 'outlet', 'url'] as const)
    .filter((field) => (row[field]?.length ?? 0) > MOST[field])
    .map((path) => ({ path, message: `long|${MOST[path]}` }));
  return [
    ...(row.title ? [] : [{ path: 'title', message: 'required' }]),
    ...long,
    ...(wrongDay || (row.publishedOn && !isDay(row.publishedOn))
      ? [{ path: 'publishedOn', message: 'day' }]
      : []),
  ];
}

const toldBy = (row: ScrapRow, today: string): Told => ({
  channel: 'press',
  day: row.publishedOn ?? today,
  places: placesIn(row.title),
});

/** Groups by their first row; a row that is alone is one too. */
async function groupsOf(rows: ScrapRow[], today: string): Promise<number[][]> {
  const prints = rows.map(({ title }) => fingerprint(headline(title)));
  const told = rows.map((row) => toldBy(row, today));
  const links = await inTurns(rows, (row, i) =>
    row.title
      ? rows
          .slice(0, i)
          .flatMap((_, j) =>
            sameStory(similarity(prints[i]!, prints[j]!), told[i]!, told[j]!)
              ? [[`${i}`, `${j}`] as const]
              : [],
          )
      : [],
  );
  const joined = together(links.flat()).map((group) => group.map(Number).toSorted((a, b) => a - b));
  const inGroup = new Set(joined.flat());
  const alone = rows.flatMap((_, i) => (inGroup.has(i) ? [] : [[i]]));
  return [...joined, ...alone].toSorted(([a], [b]) => a! - b!);
}

interface Recognised {
  group: number[];
  clusterId: string | null;
  issue: { issueId: string; score: number } | null;
}

function recognised(
  group: number[],
  rows: ScrapRow[],
  { stories, today }: { stories: Stories; today: string },
): Recognised {
  const told = group.map((i) => rows[i]!).filter(({ title }) => title);
  const beside = told.flatMap((row) => stories.tellingOf(row.title, toldBy(row, today)));
  const issues = told.flatMap(({ title }) => stories.issueOf(title) ?? []);
  return {
    group,
    clusterId: beside[0] ? (beside[0].clusterId ?? beside[0].id) : null,
    issue: issues.toSorted((a, b) => b.score - a.score)[0] ?? null,
  };
}

async function issuesOf(
  tx: Tx,
  by: Principal,
  ids: string[],
): Promise<Map<string, { id: string; number: string; title: string }>> {
  const query = sql`select i.id, i.number, i.title from issues i where i.id = any(${ids}) and ${visible(by)}`;
  const found: { id: string; number: string; title: string }[] = ids.length
    ? await tx.query(query.text, query.values)
    : [];
  return new Map(found.map((one) => [one.id, one]));
}
