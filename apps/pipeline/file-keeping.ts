import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepFiles } from '#files/keep-files.js';
import { FileStorage } from '#files/storage.js';
import { every, type Ticker } from '#platform/every.js';

const INTERVAL_MS = 1_800_000;

/** Files that never hung on anything, and bytes that no file is made of, go. Any number of processes may do it. */
@Injectable()
export class FileKeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer?: Ticker;

  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(FileStorage) private readonly storage: FileStorage,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = every(INTERVAL_MS, 'file keeping', () => keepFiles(this.source, this.storage));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.timer?.stop();
  }
}
