import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { jest } from '@jest/globals';
import pg from 'pg';
import {
  cleanUp,
  eventually,
  FAKE_LOADER,
  fakeCheckout,
  folder,
  folders,
  isRoot,
  pidOf,
  processesOf,
  Start,
  STARTED,
} from './support/npm-start.js';

jest.setTimeout(180_000);
afterEach(cleanUp);

describe('the supervisor', () => {
  let root: string;
  let dataDir: string;
  beforeEach(() => {
    root = fakeCheckout();
    dataDir = join(folder(), 'data');
  });

  it('refuses a second start on the same DATA_DIR in one line, and the first goes on', async () => {
    const first = new Start(root, dataDir);
    const url = await first.says(STARTED);
    const second = new Start(root, dataDir);
    expect(await second.exit()).toBe(1);
    expect(second.output.trim().split('\n')).toEqual([
      expect.stringContaining('already running on this DATA_DIR'),
    ]);
    expect((await fetch(url)).status).toBe(200);
  });

  it('refuses a taken port by its name, and leaves nothing running', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const start = new Start(root, dataDir, { PORT: String(port) });
    expect(await start.exit()).toBe(1);
    expect(start.output.trim()).toMatch(new RegExp(`^.*PORT ${port} is taken.*$`));
    expect(processesOf(dataDir)).toEqual([]);
    server.close();
  });

  it('refuses a bad variable and a DATA_DIR it cannot write to, each in one line naming it', async () => {
    const badPort = new Start(root, dataDir, { PORT: 'abc' });
    expect(await badPort.exit()).toBe(1);
    expect(badPort.output.trim()).toMatch(/^PORT .*$/);

    const unwritable = new Start(root, join(root, 'package.json', 'data'));
    expect(await unwritable.exit()).toBe(1);
    expect(unwritable.output.trim()).toMatch(/^.*DATA_DIR is not writable.*$/);
  });

  it('refuses in one line what an app cannot start with, and stops the rest', async () => {
    const start = new Start(root, dataDir, { FAULT: 'notifier:fatal' });
    expect(await start.exit()).toBe(1);
    expect(start.output.trim().split('\n').at(-1)).toBe('notifier: LOG_LEVEL must be known');
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('restarts an app that died, and one that fell silent', async () => {
    const start = new Start(root, dataDir, { FAULT: 'intake:silent' });
    const url = await start.says(STARTED);
    const pid = async () => (await fetch(url)).text();
    const silent = await pid();
    process.kill(pidOf(dataDir, 'notifier/app.js'), 'SIGKILL');
    await start.says(/restarting notifier/);
    await eventually(async () => expect(pidOf(dataDir, 'notifier/app.js')).toBeGreaterThan(0));

    await start.says(/restarting intake/, 20_000);
    expect(await eventually(pid)).not.toBe(silent);
  });

  it('stops in the middle of starting', async () => {
    const start = new Start(root, dataDir);
    await start.says(/starting the database/);
    expect(await start.stop('SIGTERM')).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('waits for an app that drains, unless asked a second time', async () => {
    const start = new Start(root, dataDir, { FAULT: 'pipeline:stubborn' });
    await start.says(STARTED);
    // npm sends what the terminal sends as well: both together are one Ctrl-C.
    start.kill('SIGINT');
    start.kill('SIGINT');
    await delay(2000);
    expect(pidOf(dataDir, 'pipeline/app.js')).toBeGreaterThan(0);
    expect(await start.stop('SIGINT')).toBe(0);
    expect(processesOf(dataDir)).toEqual([]);
  });

  it('begins again when the first start was cut short while its sample data loaded', async () => {
    root = fakeCheckout({ 'dist/apps/supervisor/samples/load.js': FAKE_LOADER });
    const first = new Start(root, dataDir);
    await first.says(/half done/);
    first.kill('SIGKILL');
    const second = new Start(root, dataDir);
    await second.says(/officer@haechi.local +random/);
    await second.stop();
    const third = new Start(root, dataDir);
    await third.says(/officer@haechi.local +random/);
    expect(third.output).not.toContain('sample data');
  });

  it('brings no database and no sample data where DATABASE_URL names one', async () => {
    root = fakeCheckout({ 'dist/apps/supervisor/samples/load.js': FAKE_LOADER });
    const admin = new pg.Client(process.env.TEST_ADMIN_URL);
    await admin.connect();
    await admin.query('create database not_embedded');
    const url = new URL(process.env.TEST_ADMIN_URL!);
    url.pathname = '/not_embedded';
    const start = new Start(root, dataDir, { DATABASE_URL: url.href });
    await start.says(STARTED);
    expect(start.output).not.toMatch(/starting the database|sample data/);
    expect(pidOf(dataDir, 'bin/postgres')).toBeNaN();
    await start.stop();

    const greedy = new Start(root, dataDir, { DATABASE_URL: url.href, DATABASE_POOL: '200' });
    expect(await greedy.exit()).toBe(1);
    expect(greedy.output.trim().split('\n').at(-1)).toMatch(/too few connections: .* needed 651/);
    await admin.query('drop database not_embedded');
    await admin.end();
  });
});

(isRoot ? describe : describe.skip)('the supervisor as root', () => {
  it('moves the database out of a folder its user cannot enter', async () => {
    const start = new Start(fakeCheckout(), join(folder(0o700), 'data'));
    await start.says(STARTED);
    const elsewhere = await start.says(/the database lives in: (\S+)/);
    folders.push(elsewhere);
    await start.stop();
    expect(processesOf(elsewhere)).toEqual([]);
  });
});
