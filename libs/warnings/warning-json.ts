import sql, { type Sql } from 'sql-template-tag';

/** JSON of the warning `w`, by the rule as it was. */
export const warningJson: Sql = sql`(select json_build_object('id', w.id, 'ruleId', w.rule_id, 'ruleVersion', w.rule_version,
  'name', v.rule->>'name', 'need', (v.rule->>'need')::int, 'level', w.level, 'issueId', w.issue_id, 'clusterId', w.cluster_id, 'readings', w.readings,
  'raisedOn', w.raised_on, 'raisedAt', w.raised_at, 'standing', w.stands_until >= seoul_today())
  from warning_rule_versions v where v.rule_id = w.rule_id and v.version = w.rule_version)`;
