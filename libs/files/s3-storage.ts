import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type * as Client from '@aws-sdk/client-s3';
import type { Env } from '#platform/env.js';
import { FileStorage, NotThere } from './storage.js';

const PREFIX = 'files/';
const keyOf = (hash: string): string => `${PREFIX}${hash}`;

/** A bucket of any server that speaks S3. */
export class S3Storage extends FileStorage {
  private constructor(
    private readonly s3: typeof Client,
    private readonly client: Client.S3Client,
    private readonly bucket: string,
  ) {
    super();
  }

  static async open(env: Env): Promise<S3Storage> {
    // It is large, and most installations keep files on disk.
    const s3 = await import('@aws-sdk/client-s3');
    const client = new s3.S3Client({
      endpoint: env.S3_URL!,
      region: env.S3_REGION,
      credentials: { accessKeyId: env.S3_ACCESS_KEY_ID!, secretAccessKey: env.S3_SECRET_ACCESS_KEY! },
      // Names of buckets in the path: servers of one's own seldom have a name for each.
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 2500, requestTimeout: 20_000 },
    });
    return new S3Storage(s3, client, env.S3_BUCKET!);
  }

  async check(): Promise<void> {
    await this.client.send(new this.s3.HeadBucketCommand({ Bucket: this.bucket }));
  }

  async keep(hash: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const Body = createReadStream(path);
    await this.client.send(
      new this.s3.PutObjectCommand({ Bucket: this.bucket, Key: keyOf(hash), Body, ContentLength: size }),
    );
  }

  async has(hash: string): Promise<boolean> {
    try {
      await this.client.send(new this.s3.HeadObjectCommand({ Bucket: this.bucket, Key: keyOf(hash) }));
      return true;
    } catch (error) {
      if (error instanceof this.s3.NotFound) return false;
      throw error;
    }
  }

  async read(hash: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(
        new this.s3.GetObjectCommand({ Bucket: this.bucket, Key: keyOf(hash) }),
      );
      return Body as Readable;
    } catch (error) {
      throw error instanceof this.s3.NoSuchKey ? new NotThere(hash) : error;
    }
  }

  async remove(hash: string): Promise<void> {
    await this.client.send(new this.s3.DeleteObjectCommand({ Bucket: this.bucket, Key: keyOf(hash) }));
  }

  async *all(): AsyncGenerator<{ hash: string; keptAt: Date }> {
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new this.s3.ListObjectsV2Command({ Bucket: this.bucket, Prefix: PREFIX, ContinuationToken: token }),
      );
      for (const { Key, LastModified } of page.Contents ?? [])
        yield { hash: Key!.slice(PREFIX.length), keptAt: LastModified! };
      token = page.NextContinuationToken;
    } while (token);
  }
}
