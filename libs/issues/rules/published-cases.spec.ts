import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROUTING } from '#config/routing.js';
import { SCORING } from '#config/scoring.js';
import { GRADES, type Grade } from '#issues/vocabulary.js';
import { grade } from './grade.js';
import { route } from './route.js';
import { score } from './score.js';

const SEED = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/seed/cases.json');
const present = existsSync(SEED);
if (!present && process.env.CI) throw new Error('CI needs the published cases beside the project');

interface Case {
  title: string;
  summary: string;
  notes: string[];
  coverage: { title: string; outlet: string; publishedOn: string }[];
  risks: string[];
}

/** As the source words it: 즉시 마련, 노력 필요, 철저, 시급. */
const WANTED: readonly Grade[] = ['high', 'moderate', 'high', 'high'];

/** What the stages propose on the day of the monthly report, though no officer gave a level. */
function proposed(one: Case) {
  const signals = one.coverage.map((article) => ({ channel: 'press' as const, ...article }));
  const scored = score(
    { ...one, channel: 'press', signals, today: '2020-05-25', expectedMonth: '2020-06' },
    SCORING,
  );
  const found = { ...grade(scored, {}, SCORING), factors: scored.factors };
  const text = [one.title, one.summary, ...one.risks, ...one.notes].join('. ');
  return route(
    { ...found, text, judged: false, crisis: [], waitedAt: null, leadByOfficer: true, requests: [] },
    ROUTING,
  );
}

(present ? describe : describe.skip)('the published cases, weighed by their texts alone', () => {
  const found = present ? (JSON.parse(readFileSync(SEED, 'utf8')) as Case[]).map(proposed) : [];

  it('go to the departments, as they did', () => {
    expect(found.map(({ direction }) => direction)).toEqual(WANTED.map(() => 'department'));
  });

  it('weigh what the source says, or one less', () => {
    const off = found.map((one, i) => GRADES.indexOf(one.grade) - GRADES.indexOf(WANTED[i]!));
    expect(off.filter((by) => by === 0).length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...off.map(Math.abs))).toBeLessThanOrEqual(1);
  });
});
