import { readFileSync } from 'node:fs';

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
