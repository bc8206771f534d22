import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { Department } from '#people/department.entity.js';
import { User } from '#people/user.entity.js';
import { createUser } from '#people/users.js';
import { ROLES, type Role } from '#people/vocabulary.js';
import { databaseOptions } from '#platform/database.js';
import { BadEnvironment, readEnv } from '#platform/env.js';
import { Problem } from '#platform/problem.js';
import { newPassword } from './new-password.js';

const USAGE = `node dist/apps/supervisor/add-user.js --role ${ROLES.join('|')} --email who@city --name 이름 [--department 실·국]`;

/** Adds an account from the command line, the first administrator above all, and shows its password once. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      email: { type: 'string' },
      name: { type: 'string' },
      department: { type: 'string' },
    },
  });
  const { role, email, name, department } = values;
  if (!ROLES.includes(role as Role) || !email?.includes('@') || !name) throw new BadEnvironment(USAGE);
  const source = await new DataSource(
    databaseOptions({ url: readEnv().DATABASE_URL, pool: 1, role: 'haechi_work' }, [User, Department]),
  ).initialize();
  try {
    const password = newPassword();
    await source.transaction(async (tx) => {
      const known = department ? await tx.findOneBy(Department, { name: department }) : null;
      if (department && !known) throw new BadEnvironment(`No department ${department}`);
      await createUser(tx, null, {
        email,
        name,
        role: role as Role,
        departmentId: known?.id ?? null,
        password,
      });
    });
    console.log(`${email}  ${password}`);
  } finally {
    await source.destroy();
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error instanceof Problem ? error.text('en') : error.message}\n`);
  process.exit(1);
});
