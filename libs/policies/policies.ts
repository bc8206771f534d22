import { SCORING } from '#config/scoring.js';
import { emit } from '#events/emit.js';
import { policySubject } from '#events/subjects.js';
import { lock } from '#events/lock.js';
import { authorizePolicy, type Approval } from '#issues/authorize.js';
import type { Tx } from '#platform/database.js';
import { Problem, wrongField } from '#platform/problem.js';
import type { Principal } from '#people/principal.js';
import { checkTerms } from './rules/check-terms.js';
import { termsOf, type PolicyTerms } from './terms.js';

export interface PolicyView {
  version: string;
  state: 'draft' | 'scheduled' | 'in-force' | 'past';
  /** Delivered with the software; the office's own versions are copies of one that was there. */
  standard: boolean;
  note: string;
  basedOn: string | null;
  terms: PolicyTerms;
  effectiveFrom: string | null;
  activatedAt: string | null;
  activatedBy: string | null;
  /** What a superior approved outside, where the position of who activated does not reach. */
  approval: Approval | null;
  /** When the open issues had been weighed by it. */
  appliedAt: string | null;
  createdBy: string | null;
  createdAt: string | null;
  /** For the ETag. */
  rowVersion: number;
}

export interface NewPolicy {
  version: string;
  note: string;
  /** The version it begins as a copy of; the one in force where none is named. */
  basedOn?: string | null;
  terms?: Partial<PolicyTerms>;
}

/** Every version, the newest first; the standard one comes last. */
export async function listPolicies(tx: Tx): Promise<PolicyView[]> {
  const rows: { view: PolicyView }[] = await tx.query(`${VIEW} order by p.created_at desc, p.version`);
  return [...rows.map(({ view }) => view), standard(!rows.some(({ view }) => view.state === 'in-force'))];
}

/** @throws Problem `not-found` */
export async function viewPolicy(tx: Tx, version: string): Promise<PolicyView> {
  const found = (await listPolicies(tx)).find((one) => one.version === version);
  if (!found) throw new Problem('not-found');
  return found;
}

export async function draftPolicy(tx: Tx, by: Principal, input: NewPolicy): Promise<void> {
  const all = await listPolicies(tx);
  if (all.some(({ version }) => version === input.version)) throw new Problem('policy.version_taken');
  const base = all.find(({ version, state }) =>
    input.basedOn ? version === input.basedOn : state === 'in-force',
  );
  if (!base) throw wrongField('basedOn', 'unknown');
  const terms = await sound(tx, { ...base.terms, ...input.terms });
  const [row] = await tx.query(INSERT, [
    input.version,
    JSON.stringify(terms),
    input.note,
    base.version,
    by.id,
  ]);
  // Somebody took the name meanwhile.
  if (!row) throw new Problem('policy.version_taken');
  const payload = { version: input.version };
  await emit(tx, policySubject(input.version), 'policy.drafted', payload, { by });
}

/** Changes a draft. Terms that are given take the place of those that stand, each as a whole. */
export async function revisePolicy(
  tx: Tx,
  by: Principal,
  version: string,
  { note, terms }: { note?: string; terms?: Partial<PolicyTerms> },
  expected: number,
): Promise<void> {
  const draft = await holdDraft(tx, version, expected);
  const next = await sound(tx, { ...draft.terms, ...terms });
  await tx.query(
    `update policies set terms = $2, note = $3, row_version = row_version + 1, updated_at = app_now() where version = $1`,
    [version, JSON.stringify(next), note ?? draft.note],
  );
  const changed = Object.keys(terms ?? {}) as (keyof PolicyTerms)[];
  const changes = Object.fromEntries(changed.map((part) => [part, [draft.terms[part], next[part]]]));
  await emit(tx, policySubject(version), 'policy.revised', { version }, { by, changes: changes as never });
}

export async function dropPolicy(tx: Tx, by: Principal, version: string, expected: number): Promise<void> {
  const draft = await holdDraft(tx, version, expected);
  await tx.query('delete from policies where version = $1', [version]);
  const changes = { terms: [draft.terms, null] as [unknown, unknown] };
  await emit(tx, policySubject(version), 'policy.dropped', { version }, { by, changes });
}

/**
 * Puts a draft into force on a day. From then on it stays as it is; issues open on that day whose grade it changes are
 * weighed again, closed ones and issued reports keep what they were graded by.
 */
export async function activatePolicy(
  tx: Tx,
  by: Principal,
  version: string,
  { effectiveFrom, approval }: { effectiveFrom: string | null; approval: Approval | null },
  expected: number | null,
): Promise<void> {
  const { authority, actor } = authorizePolicy(by, approval);
  await holdDraft(tx, version, expected);
  const [{ today }] = await tx.query('select seoul_today() as today');
  const from = effectiveFrom ?? today;
  if (from < today) throw wrongField('effectiveFrom', 'in_force');
  await tx.query(
    `update policies set effective_from = $2, activated_by = $3, approval = $4, activated_at = app_now(), row_version = row_version + 1
     where version = $1`,
    [version, from, actor.id, authority === 'recorded' ? JSON.stringify(approval) : null],
  );
  const subject = policySubject(version);
  await emit(tx, subject, 'policy.activated', { version, effectiveFrom: from }, { by: actor });
  if (from === today) await emit(tx, subject, 'policy.took-effect', { version }, { by: actor });
}

/** @throws Problem for what is not there, was activated, or was changed meanwhile */
async function holdDraft(tx: Tx, version: string, expected: number | null): Promise<PolicyView> {
  await lock(tx, policySubject(version));
  const policy = await viewPolicy(tx, version);
  if (expected !== null && expected !== policy.rowVersion)
    throw new Problem('precondition.failed', {}, { current: policy });
  if (policy.state !== 'draft') throw new Problem('policy.activated');
  return policy;
}

/** @throws Problem naming everything that is wrong with the terms */
async function sound(tx: Tx, terms: PolicyTerms): Promise<PolicyTerms> {
  const ids = terms.appetite.departments.map(({ departmentId }) => departmentId);
  const rows: { id: string }[] = await tx.query('select id from departments where id = any($1)', [ids]);
  const departments = new Set(rows.map(({ id }) => id));
  const unknown = ids.flatMap((id, i) =>
    departments.has(id) ? [] : [{ path: `appetite.departments.${i}.departmentId`, message: 'unknown' }],
  );
  const errors = [...checkTerms(terms), ...unknown].map(({ path, message }) => ({
    path: `terms.${path}`,
    message,
  }));
  if (errors.length) throw new Problem('invalid', {}, { errors });
  return terms;
}

const standard = (inForce: boolean): PolicyView => ({
  version: SCORING.version,
  state: inForce ? 'in-force' : 'past',
  standard: true,
  note: '프로그램과 함께 제공되는 기본 평가기준',
  basedOn: null,
  terms: termsOf(SCORING),
  effectiveFrom: SCORING.effectiveFrom,
  activatedAt: null,
  activatedBy: null,
  approval: null,
  appliedAt: null,
  createdBy: null,
  createdAt: null,
  rowVersion: 1,
});

const VIEW = `
select json_build_object('version', p.version, 'state', case when p.activated_at is null then 'draft'
    when p.effective_from > seoul_today() then 'scheduled'
    when p.version = (select version from policies where activated_at is not null and effective_from <= seoul_today()
      order by effective_from desc, activated_at desc limit 1) then 'in-force' else 'past' end,
  'standard', false, 'note', p.note, 'basedOn', p.based_on, 'terms', p.terms, 'effectiveFrom', p.effective_from,
  'activatedAt', p.activated_at, 'activatedBy', (select name from users where id = p.activated_by), 'approval', p.approval,
  'appliedAt', p.applied_at, 'createdBy', (select name from users where id = p.created_by), 'createdAt', p.created_at,
  'rowVersion', p.row_version) as view
from policies p`;

const INSERT = `
insert into policies (version, terms, note, based_on, created_by) values ($1, $2, $3, $4, $5)
on conflict do nothing returning version`;
