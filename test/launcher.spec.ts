import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './support/fresh-database.js';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'haechi-launcher-'));
const app = join(folder, 'app.mjs');
const bundle = join(folder, 'bundle.cjs');
const start = (...flags: string[]) => run(process.execPath, [...flags, app]);
const kept = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.cache'));

beforeAll(() => copyFileSync(join(ROOT, 'apps/supervisor/launcher.mjs'), app));
afterAll(() => rmSync(folder, { recursive: true }));

describe('what starts an app', () => {
  it('keeps what was compiled for the next start, and never runs that of another build', async () => {
    const build = (word: string, at: Date): void => {
      writeFileSync(bundle, `setTimeout(() => console.log('${word}'), 5500);`);
      utimesSync(bundle, at, at);
    };
    build('one', new Date('2026-11-01'));
    expect((await start()).stdout).toBe('one\n');
    const [first] = kept();
    expect((await start()).stdout).toBe('one\n');
    expect(kept()).toEqual([first]);
    // As long as the one before, which is all that V8 looks at.
    build('two', new Date('2026-11-02'));
    expect((await start()).stdout).toBe('two\n');
    expect(kept()).toHaveLength(2);
  });

  it('tells an error in the lines of our sources', async () => {
    const map = {
      version: 3,
      sources: ['own.ts'],
      sourcesContent: ["\n\nthrow new Error('seen');\n"],
      names: [],
      mappings: 'AAEA',
    };
    writeFileSync(bundle, `throw new Error('seen');\n//# sourceMappingURL=bundle.cjs.map`);
    writeFileSync(`${bundle}.map`, JSON.stringify(map));
    await expect(start('--enable-source-maps')).rejects.toThrow(/own\.ts:3/);
  });
});
