import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { addMonths } from '#platform/calendar.js';
import { STAFF } from './staff.js';

const PATIENCE_MS = 60_000;
const RECENT_DAYS = 3;

/** The people of the sample office at their desks: each signed in, each doing the day's work through the API. */
export class Office {
  private readonly tokens = new Map<string, string>();
  private readonly departments = new Map<string, string>();

  private constructor(
    private readonly db: pg.Pool,
    private readonly url: string,
    readonly startedOn: string,
  ) {}

  static async open(db: pg.Pool, url: string): Promise<Office> {
    const { rows: days } = await db.query<{ today: string }>('select seoul_today()::text as today');
    const office = new Office(db, url, days[0]!.today);
    const { rows } = await db.query<{ id: string; name: string }>('select id, name from departments');
    for (const { id, name } of rows) office.departments.set(name, id);
    for (const person of STAFF(rows.map(({ name }) => name))) await office.hire(person);
    return office;
  }

  get thisMonth(): string {
    return this.startedOn.slice(0, 7);
  }

  /** Today as the shifted clock has it. */
  async today(): Promise<string> {
    const { rows } = await this.db.query<{ today: string }>('select seoul_today()::text as today');
    return rows[0]!.today;
  }

  department(name: string): string {
    const id = this.departments.get(name);
    if (!id) throw new Error(`No department ${name}`);
    return id;
  }

  officer = <T = void>(method: string, path: string, body?: object): Promise<T> =>
    this.send('officer', method, path, body);
  manager = <T = void>(method: string, path: string, body?: object): Promise<T> =>
    this.send('manager', method, path, body);
  as = <T = void>(departmentId: string, method: string, path: string, body?: object): Promise<T> =>
    this.send(departmentId, method, path, body);

  /** Waits until the pipeline and the notifier have nothing left to do. */
  async settled(): Promise<void> {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(15)) {
      const { rows } = await this.db.query<{ undone: boolean; error: string | null }>(
        'select exists (select 1 from hints) as undone, (select max(error) from hints where parked_at is not null) as error',
      );
      if (rows[0]!.error) throw new Error(rows[0]!.error);
      if (!rows[0]!.undone) return;
    }
    throw new Error('The pipeline did not come to rest');
  }

  /** Next month's report, as a draft to work on. */
  async compileNext(): Promise<void> {
    await this.officer('POST', '/reports', { month: addMonths(this.thisMonth, 1) });
    await this.settled();
  }

  /** What was told before the last days was read then: a new officer's inbox shows what is new. */
  async readThePast(): Promise<void> {
    await this.db.query(
      `update deliveries set read_at = created_at + interval '1 hour'
       where channel = 'inbox' and created_at < app_now() - make_interval(days => $1)`,
      [RECENT_DAYS],
    );
  }

  /** Ends the sessions of the play: nobody signs in with them. */
  async close(): Promise<void> {
    await this.db.query('delete from sessions');
  }

  private async hire({
    key,
    email,
    name,
    role,
    position,
    delegated,
    department,
  }: ReturnType<typeof STAFF>[number]): Promise<void> {
    const departmentId = department ? this.department(department) : null;
    const id = randomUUID();
    await this.db.query(
      `insert into users (id, email, name, role, position, delegated_position, department_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, email, name, role, position, delegated ?? null, departmentId],
    );
    const token = randomBytes(32).toString('base64url');
    await this.db.query(
      `insert into sessions (token_hash, user_id, expires_at) values ($1, $2, now() + interval '1 day')`,
      [createHash('sha256').update(token).digest(), id],
    );
    this.tokens.set(departmentId ?? key, token);
  }

  private async send<T>(who: string, method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { cookie: `haechi=${this.tokens.get(who)}`, 'content-type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }
}
