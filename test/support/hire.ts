import { randomUUID } from 'node:crypto';
import type { Position, Role } from '#people/vocabulary.js';
import { Api } from './api.js';
import type { City } from './city.js';

export interface Hired {
  id: string;
  name: string;
  api: Api;
}

/** Somebody more, beside the roster; the password is everybody's. */
export async function hire(
  city: City,
  name: string,
  of: { role: Role; position: Position; departmentId?: string | null; delegatedPosition?: Position | null },
): Promise<Hired> {
  const id = randomUUID();
  const email = `${id}@city.test`;
  await city.database.query(
    `insert into users (id, email, name, role, position, delegated_position, department_id, password_hash)
     select $1, $2, $3, $4, $5, $6, $7, password_hash from users where id = $8`,
    [
      id,
      email,
      name,
      of.role,
      of.position,
      of.delegatedPosition ?? null,
      of.departmentId ?? null,
      city.people.officer.id,
    ],
  );
  return { id, name, api: await Api.signIn(city.url, email, city.people.officer.password) };
}
