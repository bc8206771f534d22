import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { anIssue, light, settled } from './support/issues.js';
import { City } from './support/city.js';
import { confidentialCase, prepareEscalation, quiet, type Secret } from './support/worlds.js';
import { nonsense } from './support/words.js';

let city: City;
let secret: Secret;
let client: pg.Client;

/** What a query finds that forgets every rule of ours, with the rights of the reading role. */
async function readFor(ids: string[], query: string, values: unknown[] = []): Promise<object[]> {
  await client.query(
    `begin read only; set local role haechi_read; set local haechi.user_id = '${ids.join(',')}'`,
  );
  try {
    return (await client.query(query, values)).rows;
  } finally {
    await client.query('rollback');
  }
}

const readable = async (): Promise<string[]> => {
  const rows = await city.database.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v')
       and not c.relispartition and has_any_column_privilege('haechi_read', c.oid, 'select') order by 1`,
  );
  return rows.map(({ name }) => name);
};

/** Tables in which somebody finds a text, wherever in a row, spacing apart. */
async function tablesWith(text: string, ids: string[]): Promise<string[]> {
  const tables: string[] = [];
  for (const table of await readable()) {
    const columns = await city.database.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
         and has_column_privilege('haechi_read', attrelid, attnum, 'select')`,
      [table],
    );
    const row = columns.map(({ name }) => `t."${name}"::text`).join(', ');
    const found = await readFor(
      ids,
      `select 1 from "${table}" t where strpos(replace(concat_ws(' ', ${row}), ' ', ''), $1) > 0 limit 1`,
      [text.replaceAll(' ', '')],
    );
    if (found.length) tables.push(table);
  }
  return tables;
}

beforeAll(async () => {
  city = await City.start();
  const [colleague, officer, labour] = await Promise.all(
    (['colleague', 'officer', 'labour'] as const).map((name) => city.as(name)),
  );
  secret = await confidentialCase(
    city,
    colleague!,
    labour!,
    Array.from({ length: 7 }, () => nonsense(3)),
    [city.people.labour.id],
  );
  await prepareEscalation(city, secret.requestId);
  await colleague!.post(`/issues/${secret.issueId}/comments`, { text: secret.words[0]! });
  const { id } = await officer!.post('/issues', anIssue(light));
  await settled(officer!, id);
  await quiet(city);
  client = new pg.Client({ connectionString: city.database.url });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client?.end();
  await city?.stop();
});

describe('the second wall', () => {
  it('hides every word of a confidential issue from queries for nobody and for others, in every table and view', async () => {
    const outsiders = [[], [city.people.officer.id], [city.people.admin.id, city.people.manager.id]];
    for (const ids of outsiders)
      for (const word of secret.words) expect([word, await tablesWith(word, ids)]).toEqual([word, []]);
    expect(await readable()).toEqual(expect.arrayContaining(['issues', 'events', 'deliveries', 'files']));
  });

  it('leaves of it to others no more than its id, where the record and the work in progress name it', async () => {
    const known = await tablesWith(secret.issueId, [city.people.officer.id]);
    expect(['access_log', 'delivery_log', 'hints', 'subjects']).toEqual(expect.arrayContaining(known));
    for (const id of [secret.requestId, secret.responseId])
      expect(await tablesWith(id, [city.people.officer.id])).toEqual([]);
  });

  it('stands open for those who are named, alone or among many, and for public issues', async () => {
    const named = city.people.labour.id;
    for (const ids of [[named], [city.people.officer.id, named, randomUUID()]]) {
      expect(await tablesWith(secret.words[0]!, ids)).toEqual(
        expect.arrayContaining(['issues', 'confidential_texts', 'comments']),
      );
      expect(await tablesWith(secret.words[4]!, ids)).toEqual(expect.arrayContaining(['responses']));
    }
    const found = await readFor([city.people.officer.id], 'select number from issues');
    expect(found).toHaveLength(1);
  });

  it('is told of by no search by words: ids of what may not be seen lead nowhere', async () => {
    const query = `select s.issue_id as id from signals s where s.id in (select signals_with_text($1))`;
    const ask = (id: string): Promise<object[]> => readFor([id], query, [secret.words[3]]);
    expect(await ask(city.people.officer.id)).toEqual([]);
    expect(await ask(city.people.labour.id)).toEqual([{ id: secret.issueId }]);
  });

  it('stands around every table that names an issue, for its owner too', async () => {
    const open = await city.database.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('issue_id', 'request_id', 'comment_id')
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'issue_texts' and not (c.relrowsecurity and c.relforcerowsecurity)`,
    );
    expect(open).toEqual([]);
  });

  it('lets the reading role change nothing, and read neither passwords nor what keeps guessers out', async () => {
    const id = city.people.officer.id;
    for (const query of [
      'select password_hash from users',
      'select * from sign_in_limits',
      'select * from idempotency_keys',
      'select * from webhook_secrets',
      `update issues set title = 'x'`,
      'delete from access_log',
    ])
      await expect(readFor([id], query)).rejects.toThrow(/permission denied|read-only/);
  });
});
