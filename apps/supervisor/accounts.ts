import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Account {
  role: string;
  email: string;
  password: string;
}

/** The accounts of this installation, one a line; none where people sign in with their own. */
export function accountLines(dataDir: string): string[] {
  const path = join(dataDir, 'accounts.json');
  if (!existsSync(path)) return [];
  const accounts = JSON.parse(readFileSync(path, 'utf8')) as Account[];
  const width = (field: keyof Account) => Math.max(...accounts.map((account) => account[field].length)) + 2;
  const [role, email] = [width('role'), width('email')];
  return accounts.map(
    (account) => `  ${account.role.padEnd(role)}${account.email.padEnd(email)}${account.password}`,
  );
}
