import type { FreshDatabase } from './fresh-database.js';

/** Sets the database's clock to a moment in Seoul, `2026-11-25T10:00`; it goes on from there. */
export const turnClock = async (database: FreshDatabase, local: string): Promise<void> => {
  await database.query(
    `insert into clock (shift) values ($1::timestamptz - clock_timestamp())
     on conflict (only_row) do update set shift = excluded.shift`,
    [`${local.length === 16 ? `${local}:00` : local}+09:00`],
  );
};
