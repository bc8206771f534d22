import type { FreshDatabase } from './fresh-database.js';

/** Obstacles inside the transactions of stages, in a test's own database: no code of the product knows of them. */
export class Snags {
  private constructor(private readonly database: FreshDatabase) {}

  static async in(database: FreshDatabase): Promise<Snags> {
    await database.query(INSTALL);
    return new Snags(database);
  }

  /** The stage fails for this issue, every time. */
  poison = (issueId: string, stage: string): Promise<unknown> => this.lay(issueId, stage, 'poison');

  /** The stage waits in the middle of its transaction for this issue, until it is cleared. */
  hold = (issueId: string, stage: string): Promise<unknown> => this.lay(issueId, stage, 'hold');

  /** How often a stage has come to a snag. Counted outside of transactions: what is rolled back counts. */
  async reached(): Promise<number> {
    const [row] = await this.database.query<{ n: string }>(
      'select case when is_called then last_value else 0 end as n from snags_reached',
    );
    return Number(row!.n);
  }

  clear = (): Promise<unknown> => this.database.query('delete from snags');

  /** Ends the sessions that wait at a snag: what becomes of them when their process is killed. */
  abandon = (): Promise<unknown> =>
    this.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    );

  private lay(issueId: string, stage: string, kind: string): Promise<unknown> {
    return this.database.query('insert into snags (issue_id, stage, kind) values ($1, $2, $3)', [
      issueId,
      stage,
      kind,
    ]);
  }
}

const INSTALL = `
create table snags (issue_id uuid, stage text, kind text);
create sequence snags_reached;
grant select on snags to haechi_work;
grant usage, update on sequence snags_reached to haechi_work;
create function snag() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from snags s where s.issue_id = new.issue_id and s.stage = new.stage) then return new; end if;
  perform nextval('snags_reached');
  if exists (select 1 from snags s where s.issue_id = new.issue_id and s.stage = new.stage and s.kind = 'poison') then
    raise exception 'poisoned step';
  end if;
  while exists (select 1 from snags s where s.issue_id = new.issue_id and s.stage = new.stage) loop
    perform pg_sleep(0.02);
  end loop;
  return new;
end $$;
create trigger snag before insert on assessments for each row execute function snag()`;
