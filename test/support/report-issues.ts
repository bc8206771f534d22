import { randomInt } from 'node:crypto';
import { eventually } from './city.js';
import type { Api, Json } from './api.js';
import type { FreshDatabase } from './fresh-database.js';

/** Hangul that means nothing and resembles nothing: no rule finds a word in it. */
const syllables = (n: number): string =>
  Array.from({ length: n }, () => String.fromCharCode(0xac00 + randomInt(11_172))).join('');

/** A matter of its own that weighs little: it runs through all stages by itself. */
export const lightIssue = (): { title: string; summary: string; channel: string } => ({
  title: syllables(14),
  summary: syllables(40),
  channel: 'own',
});

/** All that happens to a light issue. */
export const THROUGH = 'issue.reported issue.identified issue.analyzed issue.prioritized issue.opened';

/** A matter of its own for a person to decide. */
export const weightyIssue = (leadDepartmentId: string | null): object => ({
  ...lightIssue(),
  impact: 4,
  likelihood: 4,
  leadDepartmentId,
});

/** One of the office's published cases. */
export const platformLabour = (leadDepartmentId: string): object => ({
  title: '플랫폼 노동자 보호를 위한 선도적 정책 수립 필요',
  summary: '배달 노동자 사고와 낮은 수수료에 대한 보도가 이어짐',
  channel: 'press',
  risks: ['공공의 역할에 대한 요구'],
  signals: [{ title: '50만 넘어선 플랫폼 노동자', outlet: 'SBS', publishedOn: '2019-12-19' }],
  requests: [
    { text: '보호 대책 즉시 마련', horizon: 'short' },
    { text: '종합대책 수립', horizon: 'long' },
  ],
  impact: 4,
  likelihood: 4,
  leadDepartmentId,
});

/** Waits until an issue stands where it is expected, e.g. `act/open`. */
export async function standing(api: Api, id: string, place: string): Promise<Json> {
  let last = '';
  const look = async (): Promise<Json> => {
    const issue = await api.get(`/issues/${id}`);
    last = `${issue.stage}/${issue.state}`;
    return last === place && issue;
  };
  return eventually(`issue at ${place}`, look, 30_000).catch((error: Error) => {
    throw new Error(`${error.message}, but at ${last}`);
  });
}

/** Names of all that happened to an issue, in order. */
export async function story(api: Api, id: string): Promise<string> {
  const { items } = await api.get(`/issues/${id}/timeline?limit=200`);
  return items.map(({ name }: { name: string }) => name).join(' ');
}

/** Every different story of the issues' own events, and how many issues have it. */
export const storiesOf = (database: FreshDatabase, issues: { id: string }[]): Promise<object[]> =>
  database.query(
    `select story, count(*)::int as issues from (
       select string_agg(name, ' ' order by seq) filter (where name like 'issue.%') as story
       from events where subject = any($1) group by subject) x
     group by story order by issues desc`,
    [issues.map(({ id }) => `issue:${id}`)],
  );
