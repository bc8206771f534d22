import { DataSource } from 'typeorm';
import { databaseOptions, MIGRATIONS } from '#platform/database.js';
import { emptyDatabase, type FreshDatabase } from './support/fresh-database.js';

const ID = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`;

/** Runs what is pending. @returns names without their time */
async function migrate({ url }: FreshDatabase, migrations: typeof MIGRATIONS): Promise<string[]> {
  const source = await new DataSource({ ...databaseOptions({ url, pool: 2 }), migrations }).initialize();
  try {
    return (await source.runMigrations()).map(({ name }) => name.replace(/\d+$/, ''));
  } finally {
    await source.destroy();
  }
}

/** Somebody was sent a mail, and shown it in the inbox. */
const SENT = `
insert into users (id, name, email, role) values ('${ID(1)}', '김주무', 'kim@city.test', 'officer');
insert into subjects (id, last_seq) values ('report:2026-10', 1);
insert into events (id, subject, seq, name, payload) values ('${ID(2)}', 'report:2026-10', 1, 'report.published', '{}');
insert into deliveries (id, event_id, channel, recipient_id, title, body, state, attempts, sent_at) values
  ('${ID(3)}', '${ID(2)}', 'mail', '${ID(1)}', '제목', '본문', 'sent', 1, now()),
  ('${ID(4)}', '${ID(2)}', 'inbox', '${ID(1)}', '제목', '본문', 'sent', 0, now());
insert into delivery_attempts (delivery_id, n) values ('${ID(3)}', 1)`;

describe('a database in use', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await emptyDatabase();
  });
  afterAll(() => database.drop());

  it('takes a migration that came after one of a later number, with all that was sent before', async () => {
    const named = MIGRATIONS.map(({ name }) => name.replace(/\d+$/, ''));
    // From the wall on, what the late one adds is built upon.
    const after = named.indexOf('SecondWall');
    const before = MIGRATIONS.slice(0, after).filter(({ name }) => !name.startsWith('WebhooksAndDelivery'));
    expect(await migrate(database, before)).toContain('Deadlines');
    await database.query(SENT);
    expect(await migrate(database, MIGRATIONS)).toEqual(['WebhooksAndDelivery', ...named.slice(after)]);
    expect(await migrate(database, MIGRATIONS)).toEqual([]);
    expect(await database.query('select channel, target from deliveries order by id')).toEqual([
      { channel: 'mail', target: 'mail:city.test' },
      { channel: 'inbox', target: null },
    ]);
  });
});
