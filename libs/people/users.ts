import sql from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform/database.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, wrongField } from '#platform/problem.js';
import { Department } from './department.entity.js';
import type { Principal } from './principal.js';
import { hashPassword } from './sessions.js';
import { User } from './user.entity.js';
import type { Language, Position, Role } from './vocabulary.js';

export interface NewUser {
  email: string;
  name: string;
  role: Role;
  position?: Position;
  delegatedPosition?: Position | null;
  departmentId?: string | null;
  language?: Language;
  password: string;
}

/** Adds a local account. @throws Problem for an address that is taken or a department that is missing */
export async function createUser(tx: Tx, { password, ...user }: NewUser): Promise<object> {
  const email = user.email.toLowerCase();
  const { departmentId = null } = user;
  if (user.role === 'department' && !departmentId) throw wrongField('departmentId', 'required');
  if (departmentId && !(await tx.existsBy(Department, { id: departmentId })))
    throw wrongField('departmentId', 'unknown');
  if (await tx.existsBy(User, { email })) throw new Problem('user.email_taken');
  const id = uuidv7();
  await tx.insert(User, {
    id,
    email,
    name: user.name,
    role: user.role,
    position: user.position ?? 'staff',
    delegatedPosition: user.delegatedPosition ?? null,
    departmentId,
    language: user.language ?? 'ko',
    passwordHash: await hashPassword(password),
    active: true,
  });
  const query = sql`select ${json} as view from users u where u.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  return row.view;
}

/** Who works in the same department, or in the same office: whom work can be given to. */
export async function colleagues(tx: Tx, { role, departmentId }: Principal): Promise<object[]> {
  const query = sql`select u.id, u.name, u.position from users u
    where u.active and u.role = ${role} and u.department_id is not distinct from ${departmentId} order by u.name, u.id`;
  return tx.query(query.text, query.values);
}

const json = sql`json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'role', u.role,
  'position', u.position, 'delegatedPosition', u.delegated_position, 'departmentId', u.department_id, 'active', u.active, 'version', u.version)`;

export function listUsers(tx: Tx, page: PageRequest): Promise<Page<object>> {
  const orders = bothWays('email', 'u.email', 'text');
  return readPage(
    tx,
    { json, from: sql`users u`, where: [sql`true`], id: 'u.id', orders, defaultSort: 'email' },
    page,
  );
}
