import type { Api, Json } from './api.js';
import type { FreshDatabase } from './fresh-database.js';

export interface Told {
  id: number;
  event: string;
  data: Json;
}

/** A reader of the live stream, as a browser is one. */
export class Follower {
  /** Everything it was told, beats and greetings left out. */
  readonly told: Told[] = [];
  /** How its inbox stands, each time it was told. */
  readonly inbox: Json[] = [];
  /** Where it would resume. */
  last = 0;
  greeting = '';
  /** Everything as it came. */
  heard = '';
  private readonly leaving = new AbortController();

  private constructor() {}

  /** Opens the stream, and has read its greeting when it returns. */
  static async open(api: Api, after?: number): Promise<Follower> {
    const follower = new Follower();
    const response = await fetch(`${api.url}/api/v1/stream`, {
      headers: { cookie: api.cookie, ...(after !== undefined && { 'last-event-id': String(after) }) },
      signal: follower.leaving.signal,
    });
    if (response.status !== 200) throw new Error(`stream: ${response.status}`);
    await new Promise<void>((greeted) => void follower.read(response.body!, greeted));
    return follower;
  }

  leave(): void {
    this.leaving.abort();
  }

  private async read(body: ReadableStream<Uint8Array>, greeted: () => void): Promise<void> {
    let text = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
        const part = decoder.decode(chunk, { stream: true });
        this.heard += part;
        text += part;
        const blocks = text.split('\n\n');
        text = blocks.pop()!;
        for (const block of blocks) this.take(block);
        if (this.greeting) greeted();
      }
    } catch {
      // We left, or the server did.
    }
    greeted();
  }

  private take(block: string): void {
    const lines = block.split('\n').filter((line) => !line.startsWith(':'));
    const fields = Object.fromEntries(
      lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
    );
    if (fields.id) this.last = Number(fields.id);
    if (!fields.event || fields.event === 'beat') return;
    if (fields.event === 'inbox') this.inbox.push(JSON.parse(fields.data!));
    else if (fields.event === 'hello' || fields.event === 'reset') this.greeting = fields.event;
    else this.told.push({ id: Number(fields.id), event: fields.event, data: JSON.parse(fields.data!) });
  }
}

/** Places after the given one of all events about issues of which the condition holds. */
export async function placesOf(database: FreshDatabase, after: number, condition: string): Promise<number[]> {
  const rows = await database.query<{ position: string }>(
    `select position from feed f join events e on e.id = f.event_id join issues i on 'issue:' || i.id = e.subject
     where position > $1 and ${condition} order by position`,
    [after],
  );
  return rows.map(({ position }) => Number(position));
}
