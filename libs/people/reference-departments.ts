import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { DEPARTMENTS, DEPARTMENTS_VALID_FROM, type ReferenceDepartment } from '#config/departments.js';

/** Loads the reference departments into an installation that has none yet: an example until the city loads its own. */
export async function loadReferenceDepartments(source: DataSource): Promise<void> {
  const rows = (DEPARTMENTS as readonly ReferenceDepartment[]).map((department) => ({
    id: uuidv7(),
    no: department.no,
    name: department.name,
    valid_from: DEPARTMENTS_VALID_FROM,
    lead_eligible: department.leadEligible,
    own_work_only: department.ownWorkOnly ?? false,
    mandate: department.mandate,
  }));
  await source.query(INSERT, [JSON.stringify(rows)]);
}

const INSERT = `
insert into departments (id, no, name, valid_from, lead_eligible, own_work_only, mandate)
select * from jsonb_to_recordset($1::jsonb) as x(id uuid, no int, name text, valid_from date, lead_eligible boolean,
  own_work_only boolean, mandate jsonb)
where not exists (select 1 from departments)`;
