import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Server {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
}
type Options = {
  port: number;
  address: string;
  silent: boolean;
  directory: string;
  configureBuckets: object[];
  allowMismatchedSignatures: boolean;
};
// It comes without types.
const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: Options) => Server;

/** A server that speaks S3, with an empty bucket, and the settings that lead to it. */
export class S3Server {
  private constructor(
    private readonly server: Server,
    private readonly directory: string,
    readonly env: Record<string, string>,
  ) {}

  static async start(): Promise<S3Server> {
    const directory = mkdtempSync(join(tmpdir(), 'haechi-s3-'));
    const server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory,
      configureBuckets: [{ name: 'haechi' }],
      // It signs the address of a bucket without the slash at its end that the client writes there.
      allowMismatchedSignatures: true,
    });
    const { port } = await server.run();
    return new S3Server(server, directory, {
      S3_URL: `http://127.0.0.1:${port}`,
      S3_BUCKET: 'haechi',
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    });
  }

  async stop(): Promise<void> {
    await this.server.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
