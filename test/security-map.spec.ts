import { existsSync, readFileSync } from 'node:fs';

/** Levels 1 and 2 of ASVS 5.0.0, by section: the first so many of it. Level 3 always comes last. */
const SECTIONS = `1.1-2 1.2-9 1.3-11 1.4-3 1.5-2 2.1-3 2.2-3 2.3-4 2.4-1 3.2-2 3.3-4 3.4-6 3.5-5 3.7-2 4.1-3 4.2-1 4.3-2 4.4-4
  5.1-1 5.2-3 5.3-2 5.4-3 6.1-3 6.2-12 6.3-4 6.4-4 6.5-5 6.6-3 6.8-4 7.1-3 7.2-4 7.3-2 7.4-5 7.5-2 7.6-2 8.1-2 8.2-3 8.3-1 8.4-1
  9.1-3 9.2-4 10.1-2 10.2-2 10.3-4 10.4-11 10.5-5 10.6-2 10.7-3 11.1-2 11.2-3 11.3-3 11.4-4 11.5-1 11.6-1 12.1-3 12.2-2 12.3-4
  13.1-1 13.2-5 13.3-2 13.4-5 14.1-2 14.2-4 14.3-3 15.1-3 15.2-3 15.3-7 16.1-1 16.2-5 16.3-4 16.4-3 16.5-3 17.1-1 17.2-4 17.3-2`;

const map = readFileSync('docs/security.md', 'utf8');
const rows = map
  .split('\n')
  .filter((line) => /^\| \S/u.test(line) && !/^\| (no\.|약점|-)/u.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** `1.2.6–1.2.8, 1.3.1` are four. */
const numbersIn = (cell: string): string[] =>
  cell.split(', ').flatMap((part) => {
    const [from = '', to = from] = part.split('–');
    const [section, last] = [from.slice(0, from.lastIndexOf('.')), Number(to.split('.').at(-1))];
    const first = Number(from.split('.').at(-1));
    return Array.from({ length: last - first + 1 }, (_, n) => `${section}.${first + n}`);
  });

it('answers each of the 253 requirements of levels 1 and 2 once', () => {
  const asked = SECTIONS.split(/\s+/u).flatMap((one) => {
    const [section, count] = one.split('-');
    return Array.from({ length: Number(count) }, (_, n) => `${section}.${n + 1}`);
  });
  expect(asked).toHaveLength(253);
  const answered = rows.flatMap(([, no]) => (/^\d+\.\d+\.\d+/u.test(no!) ? numbersIn(no!) : []));
  expect(answered.toSorted()).toEqual(asked.toSorted());
});

it('names 49 weaknesses, and refers to rows that are there', () => {
  const [, weaknesses] = map.split('## 구현단계 보안약점 49');
  const named = weaknesses!.split('\n').filter((line) => /^\| (?!약점|-)/u.test(line));
  expect(named).toHaveLength(49);
  const answered = new Set(rows.flatMap(([, no]) => (/^\d/u.test(no!) ? numbersIn(no!) : [])));
  const told = Array.from(map.matchAll(/(?<![.\d])\d+\.\d+\.\d+(?![.\d])/gu), ([no]) => no);
  expect(told.filter((no) => no !== '5.0.0' && !answered.has(no))).toEqual([]);
});

it('names files that are there', () => {
  const paths = Array.from(
    map.matchAll(/`([\w./-]+\.(?:ts|tsx|mjs|md|sql|yml|json))`/gu),
    ([, path]) => path!,
  );
  expect(paths.length).toBeGreaterThan(200);
  expect([...new Set(paths)].filter((path) => !existsSync(path))).toEqual([]);
});

it('cites tests that are there', () => {
  const cited = Array.from(
    map.matchAll(/`([\w./-]+\.spec\.ts)`((?:(?: ·)? _[^_|]+_)+)/gu),
    ([, file, names]) =>
      Array.from(names!.matchAll(/_([^_|]+)_/gu), ([, name]) => ({ file: file!, name: name! })),
  ).flat();
  expect(cited.length).toBeGreaterThan(120);
  const missing = cited.filter(({ file, name }) => {
    const text = readFileSync(file, 'utf8');
    return !name.split('…').every((part) => text.includes(part.trim()));
  });
  expect(missing).toEqual([]);
});
