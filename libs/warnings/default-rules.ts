import { v7 as uuidv7 } from 'uuid';
import type { DataSource } from 'typeorm';
import { EARLY_WARNING } from '#config/early-warning.js';

/** Loads the rules of early warning into an installation that has none yet. */
export async function loadDefaultRules(source: DataSource): Promise<void> {
  const rows = EARLY_WARNING.map((one) => ({ id: uuidv7(), ...one }));
  await source.query(INSERT, [JSON.stringify(rows)]);
}

const INSERT = `
with loaded as (
  insert into warning_rules (id, active, rule)
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, active boolean, rule jsonb)
  where not exists (select 1 from warning_rules) returning id, version, active, rule
)
insert into warning_rule_versions (rule_id, version, active, rule) select id, version, active, rule from loaded`;
