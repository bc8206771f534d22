import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Api, Json } from './api.js';
import { City } from './city.js';
import { ROOT } from './fresh-database.js';
import { TestRedis } from './redis.js';
import { standing, weightyIssue } from './report-issues.js';
import { Snags } from './snag-steps.js';

export type Backend = 'PostgreSQL' | 'Redis';

/** An office at work: a city with two copies of each worker, on the queues of the given backend. */
export class Office {
  private constructor(
    readonly city: City,
    readonly snags: Snags,
    readonly officer: Api,
    private readonly queues: Record<string, string>,
    private readonly redis?: TestRedis,
  ) {}

  static async open(backend: Backend): Promise<Office> {
    const redis = backend === 'Redis' ? await TestRedis.start() : undefined;
    const city = await City.start({
      apps: ['intake'],
      ...(redis && { redisUrl: redis.url }),
      env: { RELAY_INTERVAL_MS: '200' },
    });
    const snags = await Snags.in(city.database);
    await Promise.all(
      (['pipeline', 'notifier'] as const).flatMap((app) =>
        [1, 2].map((n) => city.run(app, { name: `${app} ${n}` })),
      ),
    );
    const queues = { DATABASE_URL: city.database.url, REDIS_URL: redis?.url ?? '' };
    return new Office(city, snags, await city.as('officer'), queues, redis);
  }

  get labour(): string {
    return this.city.people.labour.departmentId!;
  }

  /** A weighty issue that an officer has confirmed and a department is at work on. */
  async atWork(): Promise<Json> {
    const requests = [{ text: '보호 대책 마련', horizon: 'short' }];
    const { id } = await this.officer.post('/issues', { ...weightyIssue(this.labour), requests });
    await standing(this.officer, id, 'prioritize/review');
    await this.officer.post(`/issues/${id}/decisions`, { stage: 'prioritize', outcome: 'confirm' });
    return standing(this.officer, id, 'act/open');
  }

  async patch(id: string, change: object): Promise<Json> {
    const { version } = await this.officer.get(`/issues/${id}`);
    const answer = await this.officer.send('PATCH', `/issues/${id}`, change, { 'if-match': `"${version}"` });
    if (answer.status !== 200) throw new Error(`PATCH: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Hints at the subjects twenty times in every queue, beside what the product does itself. */
  async repeatHints(subjects: string[]): Promise<void> {
    const env = { ...process.env, NODE_OPTIONS: '', ...this.queues };
    await promisify(execFile)(process.execPath, ['dist/test/support/repeat-hints.js', ...subjects], {
      cwd: ROOT,
      env,
    });
  }

  async close(): Promise<void> {
    await this.city.stop();
    await this.redis?.kill();
  }
}
