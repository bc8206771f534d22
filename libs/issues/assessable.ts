import type { IssueKindName } from '#config/issue-kinds.js';
import type { KindFields } from './rules/kind-fields.js';
import type {
  FactorName,
  Grade,
  Channel,
  Direction,
  Horizon,
  Level,
  Stage,
  State,
} from '#issues/vocabulary.js';
import type { Risk } from '#issues/issue.entity.js';
import type { Tx } from '#platform/database.js';

/** An issue with what the rules of a stage look at; the rest stays empty. Days are `YYYY-MM-DD`. */
export interface Assessable {
  id: string;
  title: string;
  summary: string;
  notes: string[];
  risks: Risk[];
  channel: Channel;
  stage: Stage;
  state: State;
  revision: number;
  grade: Grade | null;
  direction: Direction | null;
  score: number | null;
  /** As it was first proposed. */
  inherentScore: number | null;
  inherentGrade: Grade | null;
  impact: Level | null;
  likelihood: Level | null;
  expectedMonth: string | null;
  expectedBy: 'officer' | 'rule' | null;
  expectedReason: string | null;
  expectedOn: string | null;
  leadDepartmentId: string | null;
  leadBy: 'officer' | 'rule' | null;
  dueAt: string | null;
  confidential: boolean;
  needsReview: boolean;
  createdBy: string | null;
  districts: string[];
  agenda: boolean;
  kind: IssueKindName | null;
  fields: KindFields;
  /** Today in Seoul by the database's clock. */
  today: string;
  now: string;
  /** For `identify` and `analyze`. */
  signals: {
    channel: Channel;
    kind: string | null;
    title: string;
    outlet: string | null;
    publishedOn: string | null;
    count: number | null;
    baseline: number | null;
  }[];
  /** Levels that an officer set, for `analyze` and `prioritize`. */
  confirmed: Partial<Record<FactorName, Level>>;
  requests: {
    id: string;
    departmentId: string | null;
    horizon: Horizon | null;
    state: string;
    dueAt: string | null;
  }[];
  /** Why a person was asked before whether it is a crisis, for `analyze`. */
  crisisTold: string[];
  /** Stages assessed already: any revision for `identify`, the current one for the others. */
  assessed: Stage[];
  /** Of the current revision, for `prioritize`. */
  analysis: {
    policyVersion: string;
    score: number;
    grade: Grade;
    /** The grade should a person confirm every proposed level. */
    ifConfirmed: Grade;
    /** Points that the score lacks for the next heavier grade. */
    short: number | null;
    /** Why it has become a crisis since it was last looked at. */
    crisis: string[];
    factors: { name: FactorName; value: Level }[];
  } | null;
  /** The one in force, for `act`. */
  decision: {
    id: string;
    grade: Grade | null;
    direction: Direction | null;
    leadDepartmentId: string | null;
    dueAt: string | null;
  } | null;
  /** A person has decided what is to be done about it. */
  decided: boolean;
  /** Decisions that `act` has carried out, for `act`; null: this revision opened by itself. */
  enacted: (string | null)[];
}

/** In hand by itself: nobody has decided on it, and no department was asked. */
export const settledItself = ({ stage, direction, decided }: Assessable): boolean =>
  stage === 'act' && direction === 'self' && !decided;

/** What the stages assess by: title, summary and risks as one text. */
export const textOf = ({
  title,
  summary,
  risks,
  notes,
}: Pick<Assessable, 'title' | 'summary' | 'risks' | 'notes'>): string =>
  [title, summary, ...risks.flatMap(({ text, footnote }) => [text, footnote ?? '']), ...notes]
    .filter(Boolean)
    .join('. ');

export async function assessable(tx: Tx, ids: string[], stage: Stage): Promise<Assessable[]> {
  const rows: { issue: Assessable }[] = await tx.query(LOAD, [ids, stage]);
  return rows.map(({ issue }) => issue);
}

const LOAD = `
select json_build_object(
  'id', i.id, 'title', i.title, 'summary', i.summary, 'notes', i.notes, 'kind', i.kind, 'fields', i.fields, 'risks', i.risks, 'channel', i.channel,
  'stage', i.stage, 'state', i.state, 'revision', i.revision, 'grade', i.grade, 'direction', i.direction,
  'score', i.score,
  'inherentScore', i.inherent_score, 'inherentGrade', i.inherent_grade, 'impact', i.impact, 'likelihood', i.likelihood, 'expectedMonth', i.expected_month,
  'expectedBy', i.expected_by, 'expectedReason', i.expected_reason, 'expectedOn', i.expected_on,
  'leadDepartmentId', i.lead_department_id, 'leadBy', i.lead_by, 'dueAt', i.due_at, 'confidential', i.confidential,
  'needsReview', i.needs_review, 'districts', i.districts, 'agenda', i.agenda, 'createdBy', i.created_by, 'today', (select seoul_today()), 'now', (select app_now()),
  'signals', (select coalesce(json_agg(json_build_object('channel', s.channel, 'kind', s.kind, 'title', s.title,
     'outlet', s.outlet, 'publishedOn', s.published_on, 'count', s.count, 'baseline', s.baseline)
     order by s.created_at, s.id), '[]') from signals s where s.issue_id = i.id and $2 in ('identify', 'analyze')),
  'confirmed', (select coalesce(json_object_agg(f.factor, f.level) filter (where f.level is not null), '{}') from (
     select distinct on (factor) factor, level from factor_levels where issue_id = i.id order by factor, id desc) f
     where $2 in ('analyze', 'prioritize')),
  'requests', (select coalesce(json_agg(json_build_object('id', q.id, 'departmentId', q.department_id,
     'horizon', q.horizon, 'state', q.state, 'dueAt', q.due_at) order by q.place), '[]')
     from requests q where q.issue_id = i.id),
  'decided', i.stage = 'act' and exists (select 1 from decisions d where d.issue_id = i.id and d.stage in ('prioritize', 'act')),
  'crisisTold', (select coalesce(json_agg(r.reason), '[]') from assessments a,
     jsonb_array_elements_text(a.findings->'crisis'->'reasons') as r(reason)
     where a.issue_id = i.id and $2 = 'analyze' and a.findings->'crisis'->'suspected' = 'true'
       and a.revision <= (select max(d.revision) from decisions d where d.issue_id = i.id)),
  'assessed', (select coalesce(json_agg(a.stage), '[]') from assessments a where a.issue_id = i.id
     and (a.stage = 'identify' or (a.revision = i.revision and a.stage <> 'act'))),
  'analysis', (select json_build_object('policyVersion', a.policy_version, 'score', a.score, 'grade', a.grade,
     'ifConfirmed', coalesce(a.findings->>'ifConfirmed', a.grade::text),
     'short', (a.findings->>'short')::numeric, 'crisis', coalesce(a.findings->'crisis'->'reasons', '[]'), 'factors', a.factors)
     from assessments a where a.issue_id = i.id and a.revision = i.revision and a.stage = 'analyze'
     and $2 = 'prioritize'),
  'decision', (select json_build_object('id', d.id, 'grade', d.grade, 'direction', d.direction,
     'leadDepartmentId', d.lead_department_id, 'dueAt', d.due_at) from decisions d
     where d.issue_id = i.id and d.stage in ('prioritize', 'act') and d.outcome in ('confirm', 'override')
     and d.voided_at is null and $2 = 'act'
     order by d.decided_at desc limit 1),
  'enacted', (select coalesce(json_agg(a.decision_id), '[]') from assessments a
     where a.issue_id = i.id and a.stage = 'act' and $2 = 'act' and (a.decision_id is not null or a.revision = i.revision))
) as issue
from issues i where i.id = any($1) order by i.id`;
