import type { Tx } from '#platform/database.js';
import { IN_FORCE } from './departments.js';
import { departmentIndex, type DepartmentIndex } from './rules/suggest-departments.js';

export interface Suggestion {
  department: { id: string; name: string };
  score: number;
  reasons: string[];
}

const SHOWN = 10;

/** Confirmed history learnt from, newest first. */
const HISTORY = 2000;

/** An index is kept as long as nothing it was made of has changed. */
let cached: { key: string; index: DepartmentIndex; names: Map<string, string> } | undefined;

/** Departments that should answer, best first, by their mandates and by what officers confirmed before. */
export async function suggestFor(tx: Tx, text: string): Promise<Suggestion[]> {
  const { index, names } = await currentIndex(tx);
  return index.suggest(text, SHOWN).map(({ id, score, reasons }) => ({
    department: { id, name: names.get(id)! },
    score,
    reasons,
  }));
}

/** The index over mandates and confirmed leads; made anew when one of them changed. Confidential issues never teach. */
export async function currentIndex(tx: Tx): Promise<{ index: DepartmentIndex; names: Map<string, string> }> {
  const [{ key }] = await tx.query(KEY);
  if (cached?.key !== key) {
    const departments = await tx.query(DEPARTMENTS);
    const history = await tx.query(CONFIRMED, [HISTORY]);
    const names = new Map<string, string>(
      departments.map((d: { id: string; name: string }) => [d.id, d.name]),
    );
    cached = { key, index: departmentIndex(departments, history), names };
  }
  return cached!;
}

// Transactions do not end in the order of their numbers: one that ends late is still among the newest few.
const KEY = `
select concat_ws('/', (select seoul_today() || ':' || count(*) || ':' || sum(version) from departments),
  (select string_agg(concat(id, lead_confirmed), ',' order by lead_confirmed desc, id)
   from (select id, lead_confirmed from issues where lead_confirmed is not null order by lead_confirmed desc limit 50) newest)) as key`;

const DEPARTMENTS = `
select id, name, lead_eligible as "leadEligible", own_work_only as "ownWorkOnly", mandate from departments
where ${IN_FORCE} order by no`;

/** What an officer said should lead, at whatever step, newest first. */
const CONFIRMED = `
select i.title || e'\\n' || i.summary as text, department_now(i.lead_department_id) as "departmentId" from issues i
where i.lead_confirmed is not null and not i.confidential
order by i.lead_confirmed desc, i.id desc limit $1`;
