import type pg from 'pg';

/** The database's clock, which only the owner can shift, and only forward from here: past days are played, never undone. */
export class Clock {
  constructor(private readonly db: pg.Pool) {}

  async today(): Promise<string> {
    const { rows } = await this.db.query<{ today: string }>('select seoul_today()::text as today');
    return rows[0]!.today;
  }

  /** Half past nine of a day in Seoul, when the office is at work; never later than now. */
  async turnTo(day: string): Promise<void> {
    await this.db.query(
      `insert into clock (shift) values (least(($1::date + time '09:30') at time zone 'Asia/Seoul' - now(), interval '0'))
       on conflict (only_row) do update set shift = greatest(clock.shift, excluded.shift)`,
      [day],
    );
  }

  async right(): Promise<void> {
    await this.db.query('delete from clock');
  }
}
