import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const KEEPER = fileURLToPath(new URL('./keep-postgres.mjs', import.meta.url));

/** A PostgreSQL cluster of its own that keeps what it has committed, whatever happens to it. */
export class DurablePostgres {
  private constructor(
    private readonly keeper: ChildProcess,
    /** Of its superuser. */
    readonly url: string,
  ) {}

  static async start(): Promise<DurablePostgres> {
    const keeper = fork(KEEPER, [], {
      detached: true,
      execArgv: [],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const url = await order(keeper, 'up');
    return new DurablePostgres(keeper, url);
  }

  /** `kill -9`, and it stays down. */
  kill = (): Promise<string> => order(this.keeper, 'kill');

  up = (): Promise<string> => order(this.keeper, 'up');

  async end(): Promise<void> {
    this.keeper.disconnect();
    await once(this.keeper, 'exit');
  }
}

async function order(keeper: ChildProcess, what: 'up' | 'kill'): Promise<string> {
  keeper.send(what);
  const [answer] = (await Promise.race([once(keeper, 'message'), once(keeper, 'exit')])) as [
    string | { error: string },
  ];
  if (typeof answer !== 'string') throw new Error(`PostgreSQL: ${JSON.stringify(answer)}`);
  return answer;
}
