import { SCORING } from '#config/scoring.js';
import type { Api, Json } from './api.js';
import { nextMonth } from './browser-desk.js';

type Asked = readonly [verb: 'GET' | 'POST', path: string, body?: object];

const LISTS = [
  '/issues?limit=200',
  '/issues?sort=number',
  '/issues?sort=-updatedAt',
  '/issues?overdue=true',
  '/issues/summary',
  '/issues?q=2026-c',
  '/issues?q=0001',
  '/signals?q=ㄱ',
  '/issues/statistics',
  '/issues/export?format=csv',
  '/issues/export?format=csv&sort=number&lang=en&columns=number,title',
  '/requests/export?format=csv',
  '/signals/export?format=csv',
  '/clusters/export?format=csv&lone=true',
  '/clusters/export?format=csv&lone=true&state=attached',
  '/issues?open=true&sort=-grade',
  '/issues?impact=4&likelihood=4&sort=title',
  '/issues?createdFrom=2026-01-01&sort=-expectedMonth',
  '/requests?limit=200',
  '/requests?overdue=true',
  '/requests?sort=-dueAt',
  '/queue?limit=200',
  '/escalations?limit=200',
  '/reviews?limit=200',
  '/follow-up-questions?limit=200',
  '/calendar',
  '/calendar?month=2026-12',
  '/deputies',
  '/policies',
  '/reorganisations',
  '/retention',
  '/retention/dry-run',
  '/signals?limit=200',
  '/signals?state=attached',
  '/clusters?lone=true&limit=200',
  '/clusters?lone=true&state=attached&limit=200',
  '/clusters?lone=true&state=dismissed&reported=true',
  '/imports',
  '/inbox',
  '/inbox/count',
  '/me/following',
  '/me/preferences',
  '/notice-texts',
  '/deliveries?limit=200',
  '/deliveries?channel=webhook&limit=200',
  '/deliveries/summary?hours=720',
  '/deliveries/export?format=csv',
  '/webhooks',
  '/contacts',
  '/events/catalogue',
  '/audit?kind=change&limit=200',
  '/audit/seal',
  '/parked',
  '/reports',
  '/reports/2026-12',
  '/reports/2026-12/restricted',
  '/reports/2026-12/editions/1.html',
  '/reports/council?from=2020-01&to=2199-12',
  '/reports/council/paper?from=2020-01&to=2199-12&format=txt',
  '/reports/changes?from=2026-01-01&to=2099-12-31',
  '/reports/changes/export?from=2026-01-01&to=2099-12-31&format=csv',
  '/outlook/2026-12',
  '/outlook/years/2026',
  '/outlook/2026-11/results',
  '/outlook/2026-12/results',
  '/rounds',
  `/rounds/${nextMonth()}`,
  `/rounds/${nextMonth()}/export?format=csv`,
  '/departments',
  '/me',
  '/views',
  '/feeds',
  '/warnings',
  '/warnings/export?format=csv',
  '/queue/export?format=csv',
  '/reviews/export?format=csv',
  '/escalations/export?format=csv',
  '/outlook/2026-12/results/export?format=csv',
  '/work',
  '/requests/statistics',
  '/early-warning-rules',
  '/issues?warned=true',
  '/templates',
];

/** Everything that somebody can ask where it might show, with the answer as it comes; by what was asked. */
export async function everythingAsked(
  api: Api,
  openId: string,
  words: readonly string[],
): Promise<Record<string, string>> {
  const asked = [...LISTS.map(get), ...(await filtersOf(api)), ...ofIssue(openId), ...byWords(words)];
  const answers: Record<string, string> = {};
  for (const [verb, path, body] of asked) {
    const { status, headers, body: answer } = await api.send(verb, path, body);
    answers[`${verb} ${path} ${JSON.stringify(body)}`] = [
      status,
      headers.get('etag'),
      JSON.stringify(answer),
    ].join(' ');
  }
  return answers;
}

const get = (path: string): Asked => ['GET', path];

/**
 * Every value that a list can be narrowed or sorted by, of those that the API names. Left out are the record of accesses, which grows
 * by being asked, and deliveries, by as many events as there are.
 */
async function filtersOf(api: Api): Promise<Asked[]> {
  const { paths } = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as Json;
  return Object.entries<Json>(paths).flatMap(([path, { get: operation }]) =>
    !operation || path.includes('{') || /export|stream|paper|audit|deliveries/.test(path)
      ? []
      : (operation.parameters ?? []).flatMap(({ name, schema }: Json) =>
          (schema?.enum ?? schema?.items?.enum ?? []).map((value: string) =>
            get(`${path.replace('/api/v1', '')}?${name}=${value}`),
          ),
        ),
  );
}

const ofIssue = (id: string): Asked[] =>
  ['', '/timeline', '/similar', '/assessments', '/decisions', '/scores', '/reviews', '/comments'].map(
    (part) => get(`/issues/${id}${part}`),
  );

/** What is found by the words of an issue and of what hangs on it, by their initials and their first syllables. */
function byWords(words: readonly string[]): Asked[] {
  const [title, , , headline] = words;
  const pairs = words.flatMap((text) =>
    text.split(' ').flatMap((word) => [word.slice(0, 2), initials(word)]),
  );
  return [
    ...[...words, ...pairs].flatMap((q) =>
      ['issues', 'signals', 'requests'].map((list) => get(`/${list}?q=${encodeURIComponent(q)}`)),
    ),
    ...words.map((q) => get(`/clusters?q=${encodeURIComponent(q)}`)),
    ...words.map((word) => get(`/issues/export?format=csv&q=${encodeURIComponent(word)}`)),
    ...words.map((text): Asked => ['POST', '/issues/similar', { text }]),
    ...[title, headline].flatMap((text): Asked[] => [
      ['POST', '/signals/similar', { title: text }],
      ['POST', '/signals/scrap', { text: `○ ${text} (KBS, 2026. 11. 2.)` }],
    ]),
    ['POST', `/policies/${SCORING.version}/dry-run`, {}],
    ...words.map((text): Asked => ['POST', '/departments/suggestions', { text }]),
  ];
}

/** 초성. */
const initials = (word: string): string =>
  Array.from(
    word,
    (one) => 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'[Math.floor((one.codePointAt(0)! - 0xac00) / 588)],
  ).join('');

/** Where two answers part: whole ones are too long to be told apart by the test runner. */
export function difference(asked: string, one: string, other: string): string[] {
  if (one === other) return [];
  const at = Array.from(one).findIndex((sign, n) => sign !== other[n]);
  return [
    `${asked}: …${one.slice(Math.max(0, at - 80), at + 80)}… or …${other.slice(Math.max(0, at - 80), at + 80)}…`,
  ];
}
