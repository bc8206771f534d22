import { emit } from '#events/emit.js';
import { userSubject } from '#events/subjects.js';
import type { Tx } from '#platform/database.js';
import { changeUser } from './change-user.js';
import type { ClaimedPlace } from './rules/place-by-claims.js';
import { openSession, type Device, type SessionLife } from './sessions.js';
import { createUser, viewUser, type UserView } from './users.js';
import type { SsoRefusal } from './vocabulary.js';

/** Whom an identity provider sent. */
export interface Identity {
  issuer: string;
  subject: string;
  /** Only where the provider has verified it. */
  email: string | null;
  name: string | null;
  place: ClaimedPlace;
}

export interface SsoSignIn {
  token: string | null;
  refused: SsoRefusal | null;
  userId: string | null;
}

/**
 * Signs in whom the provider means: by the subject that is kept, at first by the verified address. Nobody unknown comes in unless
 * `provision` says so, and a closed account stays closed whatever the provider says.
 */
export async function signInByProvider(
  tx: Tx,
  identity: Identity,
  device: Device,
  life: SessionLife,
  provision: boolean,
): Promise<SsoSignIn> {
  // One at a time, as accounts are changed: whoever comes twice at once is added once.
  await tx.query(`select pg_advisory_xact_lock(hashtext('users'))`);
  const known = (await findKept(tx, identity)) ?? (await meet(tx, identity, provision));
  if (!known) return { token: null, refused: 'unknown', userId: null };
  if (!known.active) return { token: null, refused: 'unknown', userId: known.id };
  const user = await place(tx, known, identity.place);
  return { token: await openSession(tx, user, 'sso', device, life), refused: null, userId: user.id };
}

async function findKept(tx: Tx, { issuer, subject }: Identity): Promise<UserView | null> {
  const [kept] = await tx.query('select user_id as id from identities where issuer = $1 and subject = $2', [
    issuer,
    subject,
  ]);
  return kept ? viewUser(tx, kept.id) : null;
}

/** By the address, the first time; whose account belongs to another subject already is not this one. */
async function meet(tx: Tx, identity: Identity, provision: boolean): Promise<UserView | null> {
  const { issuer, subject, email } = identity;
  if (!email) return null;
  const [found] = await tx.query(
    `select u.id, u.active, exists (select 1 from identities i where i.user_id = u.id and i.issuer = $2) as taken
     from users u where u.email = lower($1)`,
    [email, issuer],
  );
  if (found?.taken) return null;
  if (found && !found.active) return viewUser(tx, found.id);
  const user = found ? await viewUser(tx, found.id) : provision ? await add(tx, identity, email) : null;
  if (!user) return null;
  await tx.query('insert into identities (issuer, subject, user_id) values ($1, $2, $3)', [
    issuer,
    subject,
    user.id,
  ]);
  await emit(
    tx,
    userSubject(user.id),
    'identity.linked',
    { userId: user.id },
    { changes: { identity: [null, subject] } },
  );
  return user;
}

/** Only with a place of their own; nobody gets a role that the provider did not name. */
async function add(tx: Tx, { name, place: said }: Identity, email: string): Promise<UserView | null> {
  const departmentId = await departmentNamed(tx, said.department);
  const { role } = said;
  if (!role || (role === 'department' && !departmentId)) return null;
  return createUser(tx, null, {
    email: email.slice(0, 200),
    name: (name ?? email.split('@')[0]!).slice(0, 100),
    role,
    departmentId,
    password: null,
  });
}

/** What the provider says of role and department holds; what it does not say stays. */
async function place(tx: Tx, user: UserView, said: ClaimedPlace): Promise<UserView> {
  const departmentId = (await departmentNamed(tx, said.department)) ?? user.departmentId;
  const role = said.role === 'department' && !departmentId ? user.role : (said.role ?? user.role);
  if (role === user.role && departmentId === user.departmentId) return user;
  return changeUser(tx, null, user.id, { role, departmentId }, null);
}

async function departmentNamed(tx: Tx, name: string | null): Promise<string | null> {
  if (name === null) return null;
  const [found] = await tx.query(
    `select id from departments where name = $1
       and valid_from <= (app_now() at time zone 'Asia/Seoul')::date
       and (valid_to is null or valid_to >= (app_now() at time zone 'Asia/Seoul')::date)
     order by valid_from desc limit 1`,
    [name],
  );
  return found?.id ?? null;
}
