import { QueryFailedError, type DataSource } from 'typeorm';
import type { Tx } from '#platform/database.js';
import { failpoint } from '#platform/failpoint.js';
import { log } from '#platform/logging.js';
import { hintsOf, type Hint } from './emit.js';
import type { Publisher } from './publish.js';

const TRIES = 4;

/** The one way to change anything: a transaction whose hints are published once it has committed. */
export class Writes {
  constructor(
    readonly source: DataSource,
    private readonly publisher: Publisher,
  ) {}

  /**
   * Runs `work` in a transaction, again when PostgreSQL chose it as the victim of a deadlock, and publishes what it
   * emitted. Answers as soon as the commit is durable: no queue is ever waited for.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      let hints: Hint[] = [];
      try {
        const result = await this.source.transaction(async (tx) => {
          const answer = await work(tx);
          hints = hintsOf(tx);
          failpoint('write.beforeCommit');
          return answer;
        });
        failpoint('write.afterCommit');
        if (hints.length) void this.publish(hints);
        return result;
      } catch (error) {
        if (attempt === TRIES || !isRetriable(error)) throw error;
      }
    }
  }

  private async publish(hints: Hint[]): Promise<void> {
    const failed = await this.publisher.publish(hints);
    if (!failed.size) return;
    const left = hints.filter(({ queue }) => failed.has(queue)).map(({ id }) => id);
    // The relay takes them at once instead of after their grace period.
    await this.source
      .query('update hints set look_at = clock_timestamp() where id = any($1)', [left])
      .catch((error: Error) =>
        log.warn({ error: error.message, left: left.length }, 'hints left to the relay'),
      );
  }
}

const RETRIABLE = new Set(['40001', '40P01']);
const AWAY = /^(08|57P)|^53300$/;

export const sqlState = (error: unknown): string | undefined =>
  error instanceof QueryFailedError
    ? (error.driverError as { code?: string }).code
    : (error as { code?: string })?.code;

/** A deadlock or a serialization failure: the same again succeeds. */
export const isRetriable = (error: unknown): boolean => RETRIABLE.has(sqlState(error) ?? '');

/** The database is away or full, which says nothing about the work itself. */
export function isAway(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  if (AWAY.test(state) || /^E[A-Z]+$/.test(state)) return true;
  return error instanceof Error && /connection|timeout exceeded|Query read timeout/i.test(error.message);
}
