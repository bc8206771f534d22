import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
const proofs = [...architecture.matchAll(/`(test\/[a-z-]+\.spec\.ts)`((?: ·)? _[^_|]+_)*/gu)].flatMap(
  ([all, file]) => [...all.matchAll(/_([^_|]+)_/gu)].map(([, name]) => ({ file: file!, name: name! })),
);

it('names at least one test for each promise', () => {
  const promises = architecture
    .split('\n')
    .filter((line) => /^\| (?!promise|-)/u.test(line) && /spec\.ts/u.test(line));
  expect(promises.length).toBeGreaterThan(12);
  expect(proofs.length).toBeGreaterThanOrEqual(promises.length);
});

it.each(proofs)('cites a test that is there: $name', ({ file, name }) => {
  const text = readFileSync(file, 'utf8');
  const parts = name.split('…').map((part) => part.trim());
  expect(parts.filter((part) => !text.includes(part))).toEqual([]);
});

// Styles of a page stay when it is left: the same class in two files would look by what was visited before.
it('styles a class of the console in one file', () => {
  const owners = new Map<string, Set<string>>();
  const folder = 'apps/console/src';
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.css'),
  );
  for (const file of files) {
    const css = readFileSync(join(folder, file), 'utf8').replaceAll(/\/\*.*?\*\//gsu, '');
    const selectors = Array.from(css.matchAll(/([^{}]+)\{/gu), ([, selector]) => selector!.split(',')).flat();
    for (const selector of selectors) {
      const name = /^\.([\w-]+)/u.exec(selector.trim())?.[1];
      if (name) owners.set(name, (owners.get(name) ?? new Set()).add(file));
    }
  }
  expect(owners.size).toBeGreaterThan(100);
  expect([...owners].filter(([, of]) => of.size > 1).map(([name, of]) => [name, ...of])).toEqual([]);
});
