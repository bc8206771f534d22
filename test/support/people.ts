import { randomUUID } from 'node:crypto';
import { hashPassword } from '#people/passwords.js';
import type { FreshDatabase } from './fresh-database.js';

export interface Person {
  id: string;
  email: string;
  password: string;
  departmentId: string | null;
}

const ROSTER = {
  officer: ['officer', null],
  colleague: ['officer', null],
  manager: ['manager', null],
  auditor: ['auditor', null],
  admin: ['admin', null],
  labour: ['department', '노동민생정책관'],
  economy: ['department', '경제정책실'],
  water: ['department', '물순환안전국'],
  climate: ['department', '기후환경본부'],
} as const;
/** Position, and up to which one decisions are delegated: with one desk in the office, it decides on everything. */
const DESK = {
  officer: ['staff', 'office-head'],
  manager: ['office-head', null],
  auditor: ['staff', null],
  admin: ['staff', null],
  department: ['staff', null],
} as const;
export type People = Record<keyof typeof ROSTER, Person>;

const AWAKE = { from: '00:00', to: '00:00', closedDays: false };

// One costly hash serves all: what is tested here is never the password.
const PASSWORD = 'a-long-enough-password';
const hashed = hashPassword(PASSWORD);

/** One account for each part that is played. */
export async function addPeople(database: FreshDatabase): Promise<People> {
  const entries = Object.entries(ROSTER).map(async ([name, [role, department]]) => {
    const id = randomUUID();
    const [row] = await database.query<{ department_id: string | null }>(
      `insert into users (id, email, name, role, position, delegated_position, department_id, password_hash)
       values ($1, $2, $3, $4, $5, $6, (select id from departments where name = $7), $8) returning department_id`,
      [id, `${name}@city.test`, name, role, ...DESK[role], department, await hashed],
    );
    // Tests run at any hour.
    await database.query(`insert into notice_preferences (user_id, quiet) values ($1, $2)`, [id, AWAKE]);
    return [name, { id, email: `${name}@city.test`, password: PASSWORD, departmentId: row!.department_id }];
  });
  return Object.fromEntries(await Promise.all(entries)) as People;
}
