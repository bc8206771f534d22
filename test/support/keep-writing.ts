import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Api, type Answer, type Json } from './api.js';
import { eventually } from './city.js';
import type { FreshDatabase } from './fresh-database.js';
import { lightIssue } from './report-issues.js';

/** One POST: on record before it is sent. Without an answer its outcome is unknown. */
interface Write {
  key: string;
  path: string;
  body: { title?: string; text?: string };
  answer?: Answer;
  /** Until it was answered. */
  ms?: number;
}

/** It goes on while nobody waits for it, but not without end: on a slow machine that would only measure the machine. */
const AHEAD = 60;

/** Where the effect of a write is found by the text that only it carries. */
const EFFECTS = `
select title as text, id from issues union all select title, id from signals union all select text, id from requests`;

/**
 * Writes steadily, as several people would, and remembers everything outside of the system: what it was about to send,
 * and what it was told. A write without an answer, or answered 5xx, may or may not have happened.
 */
export class Journal {
  readonly writes: Write[] = [];
  private writing = true;
  private goal = 0;
  private lanes: Promise<void>[] = [];

  constructor(private readonly api: Api) {}

  /** From now on, several at once. */
  write(): this {
    this.lanes = [1, 2, 3, 4].map(() => this.lane());
    return this;
  }

  get acknowledged(): Write[] {
    return this.writes.filter(({ answer }) => answer && answer.status < 300);
  }

  get unknown(): Write[] {
    return this.writes.filter(({ answer }) => !answer || answer.status >= 500);
  }

  /** Waits for this many more acknowledged writes. */
  async acknowledges(more: number, ms = 30_000): Promise<void> {
    this.goal = this.acknowledged.length + more;
    await eventually(`${more} more writes`, async () => this.acknowledged.length >= this.goal, ms);
  }

  async end(): Promise<void> {
    this.writing = false;
    await Promise.all(this.lanes);
  }

  /** One more write under a key of its own. */
  async post(path: string, body: Write['body']): Promise<Write> {
    const write: Write = { key: randomUUID(), path, body };
    this.writes.push(write);
    await this.send(write);
    return write;
  }

  /**
   * Ends, and repeats what is unknown under its key until it is answered. @returns every write that is not there exactly
   * once as answered, or answered otherwise when it is repeated; among those acknowledged at once a sample is repeated
   */
  async settle(database: FreshDatabase): Promise<object[]> {
    await this.end();
    const repeated = this.unknown;
    await eventually('every outcome known', async () => {
      await eightAtOnce(this.unknown, (write) => this.send(write));
      return this.unknown.length === 0;
    });
    const wrong: object[] = this.writes.filter(({ answer }) => answer!.status !== 201);
    const sample = this.writes.filter((write, i) => i % 10 === 0 || repeated.includes(write));
    await eightAtOnce(sample, async ({ key, path, body, answer }) => {
      const again = await this.api.send('POST', path, body, { 'idempotency-key': key });
      if (again.status !== 201 || again.body.id !== answer!.body.id) wrong.push({ key, answer, again });
    });
    return [...wrong, ...(await this.withoutOneEffect(database))];
  }

  private async withoutOneEffect(database: FreshDatabase): Promise<Write[]> {
    const rows = await database.query<{ text: string; id: string }>(EFFECTS);
    const idsOf = new Map<string, string[]>();
    for (const { text, id } of rows) idsOf.set(text, [...(idsOf.get(text) ?? []), id]);
    return this.writes.filter(({ body, answer }) => {
      const ids = idsOf.get((body.title ?? body.text)!) ?? [];
      return ids.length !== 1 || ids[0] !== answer!.body.id;
    });
  }

  private async lane(): Promise<void> {
    for (let n = 0; this.writing; n += 1) {
      while (this.writing && this.acknowledged.length > this.goal + AHEAD) await sleep(30);
      const body = lightIssue();
      const { answer } = await this.post(
        n % 5 === 4 ? '/signals' : '/issues',
        n % 5 === 4 ? signal(body) : body,
      );
      if (n % 5 === 0 && answer?.status === 201) {
        // Of no department: what an officer asks of one is not kept by the office unasked.
        await this.post(`/issues/${answer.body.id}/requests`, { text: lightIssue().title });
      }
      await sleep(30);
    }
  }

  private async send(write: Write): Promise<void> {
    const sent = Date.now();
    try {
      write.answer = await this.api.send('POST', write.path, write.body, { 'idempotency-key': write.key });
      write.ms ??= Date.now() - sent;
    } catch {
      await sleep(200);
    }
  }
}

const signal = ({ title, channel }: Json): Json => ({ title, channel });

async function eightAtOnce<T>(items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await work(next);
  };
  await Promise.all(Array.from({ length: 8 }, lane));
}
