import type { Api } from './api.js';

/** A person who listens to the live stream. */
export interface Listener {
  /** Everything as it came. */
  text(): string;
  /** Ids in the order they came, of events of this name or of all. */
  ids(name?: string): Promise<number[]>;
  leave(): void;
}

export async function listenTo(api: Api, headers: Record<string, string> = {}): Promise<Listener> {
  const leave = new AbortController();
  const response = await fetch(`${api.url}/api/v1/stream`, {
    headers: { cookie: api.cookie, ...headers },
    signal: leave.signal,
  });
  let heard = '';
  const decoder = new TextDecoder();
  const listening = (async () => {
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>)
      heard += decoder.decode(part, { stream: true });
  })();
  listening.catch(() => undefined);
  return {
    text: () => heard,
    async ids(name) {
      // What was just given out is on its way.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const events = heard
        .split('\n\n')
        .map((one) => ({ id: Number(/^id: (\d+)$/m.exec(one)?.[1]), name: /^event: (.+)$/m.exec(one)?.[1] }));
      return events
        .filter((one) => one.name && (name ? one.name === name : one.name !== 'hello'))
        .map(({ id }) => id);
    },
    leave: () => leave.abort(),
  };
}
