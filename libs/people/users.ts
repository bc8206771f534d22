import sql, { raw } from 'sql-template-tag';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '#platform/database.js';
import { emit, type Actor, type Changes } from '#events/emit.js';
import { userSubject } from '#events/subjects.js';
import { bothWays, readPage, type Page, type PageRequest } from '#platform/page.js';
import { Problem, wrongField } from '#platform/problem.js';
import { inForce } from './departments.js';
import type { Principal } from './principal.js';
import { checkPassword, hashPassword } from './passwords.js';
import { HAS_SECOND_FACTOR } from './sessions.js';
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
  /** Null: comes by single sign-on only. */
  password: string | null;
  /** They change it before they do anything else. */
  passwordDue?: boolean;
}

/** Adds a local account. @throws Problem for an address that is taken or a department that is missing */
export async function createUser(
  tx: Tx,
  by: Actor | null,
  { password, ...user }: NewUser,
): Promise<UserView> {
  const email = user.email.toLowerCase();
  const { departmentId = null } = user;
  await checkPlace(tx, user.role, departmentId);
  if (password !== null) await checkPassword(password, user);
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
    passwordHash: password === null ? null : await hashPassword(password),
    passwordDue: password !== null && (user.passwordDue ?? false),
    active: true,
  });
  const view = await viewUser(tx, id);
  const { name, role, position, active } = view;
  const changes: Changes = {
    name: [null, name],
    role: [null, role],
    position: [null, position],
    active: [null, active],
  };
  await emit(tx, userSubject(id), 'user.added', { userId: id }, { ...(by && { by }), changes });
  return view;
}

/** @throws Problem naming the department where it is missing or unknown */
export async function checkPlace(tx: Tx, role: Role, departmentId: string | null): Promise<void> {
  if (role === 'department' && !departmentId) throw wrongField('departmentId', 'required');
  if (departmentId && !(await inForce(tx, departmentId))) throw wrongField('departmentId', 'unknown');
}

export interface UserView {
  id: string;
  email: string;
  name: string;
  role: Role;
  position: Position;
  delegatedPosition: Position | null;
  departmentId: string | null;
  language: Language;
  active: boolean;
  secondFactor: boolean;
  passwordDue: boolean;
  version: number;
}

/** @throws Problem `not-found` */
export async function viewUser(tx: Tx, id: string): Promise<UserView> {
  const query = sql`select ${json} as view from users u where u.id = ${id}`;
  const [row] = await tx.query(query.text, query.values);
  if (!row) throw new Problem('not-found');
  return row.view;
}

/** Who works in the same department, or in the same office: whom work can be given to. */
export async function colleagues(tx: Tx, { role, departmentId }: Principal): Promise<object[]> {
  const query = sql`select u.id, u.name, u.position from users u
    where u.active and u.role = ${role} and u.department_id is not distinct from ${departmentId} order by u.name, u.id`;
  return tx.query(query.text, query.values);
}

const json = sql`json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'role', u.role,
  'position', u.position, 'delegatedPosition', u.delegated_position, 'departmentId', u.department_id, 'language', u.language, 'active', u.active,
  'secondFactor', ${raw(HAS_SECOND_FACTOR)}, 'passwordDue', u.password_due, 'version', u.version)`;

export function listUsers(tx: Tx, page: PageRequest): Promise<Page<object>> {
  const orders = bothWays('email', 'u.email', 'text');
  return readPage(
    tx,
    { json, from: sql`users u`, where: [sql`true`], id: 'u.id', orders, defaultSort: 'email' },
    page,
  );
}
