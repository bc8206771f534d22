import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { hashPassword } from '#people/passwords.js';
import { ROLES } from '#people/vocabulary.js';
import { newPassword } from '../new-password.js';

/** Gives one account of each role a password of its own and writes them down for the one who installs. */
export async function addAccounts(db: pg.Pool, dataDir: string): Promise<void> {
  const accounts = ROLES.map((role) => ({ role, email: `${role}@haechi.local`, password: newPassword() }));
  for (const { email, password: secret } of accounts) {
    await db.query('update users set password_hash = $2 where email = $1', [
      email,
      await hashPassword(secret),
    ]);
  }
  writeFileSync(join(dataDir, 'accounts.json'), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
}
