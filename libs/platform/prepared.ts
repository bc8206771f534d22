import type pg from 'pg';
import type { DataSource } from 'typeorm';

/** A statement that is asked again and again and takes longer to plan than to run: each connection plans it once. */
export async function prepared<T extends object>(
  source: DataSource,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<T[]> {
  const runner = source.createQueryRunner();
  try {
    const client: pg.PoolClient = await runner.connect();
    return (await client.query<T>({ ...statement, values })).rows;
  } finally {
    await runner.release();
  }
}
