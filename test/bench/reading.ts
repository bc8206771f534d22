import type { Bench, City } from './bench.js';
import type { Task, Timed } from './client.js';
import { fill, COMMON, RARE } from './archive.js';
import { median, quantile, show } from './numbers.js';
import type { Line } from './table.js';
import { dice, pick } from './texts.js';

const ROWS = 100_000;
const ROWS_QUICK = 20_000;

/** So many times as long as without it may reading take behind the second wall. */
const WALLED = 1.2;

/**
 * Lists and searches over a large archive, one after the other, through the API: as the reading role, behind the wall around
 * confidential issues, and for comparison without it.
 */
export async function reading(bench: Bench): Promise<Line[]> {
  const city = await bench.found('postgresql');
  const rows = bench.quick ? ROWS_QUICK : ROWS;
  await fill(city, rows);
  await city.run('intake');
  const client = await city.run('client', 'test/bench/client.js');
  const lines: Line[] = [];
  for (const [what, { who = 'officer', queries }] of Object.entries(questions(city))) {
    const cookie = await city.signIn(who);
    const ask = (times: number): Promise<Timed> => {
      const random = dice(3);
      const paths = Array.from({ length: times }, () => `/api/v1/issues?${pick(queries, random)}`);
      return client.ask({ kind: 'read', url: city.url, cookie, paths } satisfies Task);
    };
    const times = async (): Promise<number[]> => {
      await ask(20);
      const { milliseconds, failed } = await ask(bench.quick ? 60 : 200);
      if (failed) throw new Error(`${what}: ${failed} failed`);
      return milliseconds;
    };
    const walled = await times();
    await setWall(city, 'disable');
    const ratio = median(walled) / median(await times());
    await setWall(city, 'enable');
    const value = [median(walled), quantile(walled, 0.99)].map((one) => show(one, 1)).join(', ');
    lines.push({
      what: `${what} of ${show(rows)} issues, ms: median, p99; median to that without the wall`,
      value: `${value}; ${show(ratio, 2)}`,
      goal: `≤ ${WALLED}`,
      met: ratio <= WALLED,
    });
  }
  return lines;
}

let walls: string[] = [];
/** Migration 0033. */
async function setWall(city: City, to: 'enable' | 'disable'): Promise<void> {
  if (!walls.length) {
    const rows = await city.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity`,
    );
    walls = rows.map(({ name }) => name);
  }
  for (const table of walls) await city.query(`alter table ${table} ${to} row level security`);
}

interface Question {
  who?: 'officer' | 'labour';
  queries: string[];
}

function questions(city: City): Record<string, Question> {
  const said = (words: readonly string[]): string[] => words.map((word) => `q=${encodeURIComponent(word)}`);
  const filters = ['high', 'moderate', 'low'].flatMap((grade) =>
    ['politics', 'press', 'complaint'].map((channel) => `stage=act&grade=${grade}&channel=${channel}`),
  );
  return {
    'default list': { queries: [''] },
    'list by stage, grade, channel': { queries: filters },
    "a department's list": { who: 'labour', queries: ['', 'stage=act', 'sort=dueAt'] },
    'overdue by deadline': {
      queries: ['overdue=true&sort=dueAt', `leadDepartmentId=${city.departmentIds[3]}&overdue=true`],
    },
    'search, two common syllables': { queries: said(COMMON) },
    'search, two rare syllables': { queries: said(RARE) },
    'search, two words, one rare': {
      queries: said(RARE.map((word, i) => `${COMMON[i % COMMON.length]!} ${word}`)),
    },
    'search, initial consonants': { queries: said(['ㅁㄲㅇ', 'ㄴㄹㅇ', 'ㅅㄷㅁㄱ', 'ㄱㅂㅇ', 'ㅃㅉㅃㅉ']) },
    'search, part of a number': { queries: said(['0012', '2020-00', '54321', '2020-999']) },
    'search, nothing found': { queries: said(['갹뷁', '뷁쒧', '훿뎷']) },
  };
}
