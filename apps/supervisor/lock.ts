import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './processes.js';
import { Refusal } from './refusal.js';

export interface Lock {
  /** Who held it before was killed: its children may still be ending. */
  inherited: boolean;
  release(): void;
}

/** Only one supervisor per DATA_DIR; a lock whose owner was killed is taken over. @throws Refusal when it is held. */
export function holdLock(dataDir: string): Lock {
  const path = join(dataDir, 'lock');
  const own = `${process.pid} ${identityOf(process.pid)}`;
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    const inherited = !take(draft, path);
    if (inherited) {
      dropStale(path, dataDir);
      if (!take(draft, path)) throw heldBy(path, dataDir);
    }
    return { inherited, release: () => read(path) === own && rmSync(path, { force: true }) };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** A link appears whole or not at all, and only where nothing is. */
function take(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function dropStale(path: string, dataDir: string): void {
  const seen = read(path);
  if (isHeld(seen)) throw heldBy(path, dataDir);
  // Two starts may both find it stale: only the one that moves away what it has read goes on.
  const aside = `${path}.stale.${process.pid}`;
  renameSync(path, aside);
  if (read(aside) !== seen) take(aside, path);
  rmSync(aside, { force: true });
}

function isHeld(owner: string | undefined): boolean {
  const [pid = '', ...identity] = (owner ?? '').split(' ');
  return Number(pid) > 0 && identityOf(Number(pid)) === identity.join(' ');
}

function heldBy(path: string, dataDir: string): Refusal {
  const pid = read(path)?.split(' ')[0] ?? '?';
  return new Refusal(`이미 실행 중입니다 / already running on this DATA_DIR: ${dataDir} (pid ${pid})`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
