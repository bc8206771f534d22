import { v7 as uuidv7 } from 'uuid';
import { HintConsumer, type Work } from '#events/consumer.js';
import { emitAll, type Fact } from '#events/emit.js';
import { subjectId, type Subject } from '#events/subjects.js';
import type { Issue } from '#issues/issue.entity.js';
import type { Stage } from '#issues/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { snake } from '#platform/naming.js';
import { assessable, type Assessable } from '#issues/assessable.js';

/** What a stage concluded for one issue: its assessment on record, the issue's new standing, and what to announce. */
export interface Step {
  issueId: string;
  assessment: {
    revision: number;
    policyVersion: string;
    decisionId?: string | null;
    score?: number | null;
    grade?: Issue['grade'];
    factors?: object[];
    findings?: object;
  };
  standing: Partial<Standing>;
  facts: Fact[];
}

/** The columns of an issue that stages write. */
type Standing = Pick<
  Issue,
  | 'stage'
  | 'state'
  | 'grade'
  | 'direction'
  | 'score'
  | 'inherentScore'
  | 'inherentGrade'
  | 'expectedMonth'
  | 'expectedBy'
  | 'expectedReason'
  | 'expectedOn'
  | 'leadDepartmentId'
  | 'leadBy'
  | 'dueAt'
  | 'needsReview'
  | 'reviewDueOn'
  | 'districts'
  | 'agenda'
>;

/**
 * One stage of the pipeline: loads what its rules need in one query, decides issue by issue in pure functions, and
 * writes everything at once. An issue that moved on meanwhile is left alone.
 */
export abstract class StageWorker extends HintConsumer {
  protected abstract readonly stage: Exclude<Stage, 'closed'>;

  /** Whether the stage has anything to do for the issue as it now stands. */
  protected abstract applies(issue: Assessable): boolean;

  protected abstract decide(issues: Assessable[], tx: Tx): Promise<Step[]>;

  protected get queue(): Exclude<Stage, 'closed'> {
    return this.stage;
  }

  protected async consume(tx: Tx, work: Work[]): Promise<void> {
    const issues = await assessable(
      tx,
      work.map(({ subject }) => subjectId(subject)),
      this.stage,
    );
    const steps = await this.decide(
      issues.filter((issue) => this.applies(issue)),
      tx,
    );
    if (!steps.length) return;
    const taken = await this.record(tx, steps);
    const effective = steps.filter(({ issueId }) => taken.has(issueId));
    await write(tx, effective);
    await emitAll(
      tx,
      effective.flatMap(({ facts }) => facts),
    );
  }

  protected override async park(tx: Tx, subject: Subject): Promise<void> {
    await tx.query(
      `update issues set state = 'parked', version = version + 1, updated_at = app_now()
       where id = $1 and state = 'processing'`,
      [subjectId(subject)],
    );
  }

  /** The guard of "exactly once": of two that assess the same revision only one gets its row in. */
  private async record(tx: Tx, steps: Step[]): Promise<Set<string>> {
    const rows = steps.map(({ issueId, assessment }) => ({
      id: uuidv7(),
      issue_id: issueId,
      stage: this.stage,
      revision: assessment.revision,
      decision_id: assessment.decisionId ?? null,
      policy_version: assessment.policyVersion,
      score: assessment.score ?? null,
      grade: assessment.grade ?? null,
      factors: assessment.factors ?? [],
      findings: assessment.findings ?? {},
    }));
    const inserted: { issue_id: string }[] = await tx.query(RECORD, [JSON.stringify(rows)]);
    return new Set(inserted.map(({ issue_id }) => issue_id));
  }
}

const RECORD = `
insert into assessments
  (id, issue_id, stage, revision, decision_id, policy_version, score, grade, factors, findings, at)
select x.*, (select app_now()) from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, stage text, revision int, decision_id uuid,
  policy_version text, score numeric, grade text, factors jsonb, findings jsonb)
on conflict do nothing returning issue_id`;

const COLUMNS: Record<keyof Standing, string> = {
  stage: 'text',
  state: 'text',
  grade: 'text',
  direction: 'text',
  score: 'numeric',
  inherentScore: 'numeric',
  inherentGrade: 'text',
  expectedMonth: 'text',
  expectedBy: 'text',
  expectedReason: 'text',
  expectedOn: 'date',
  leadDepartmentId: 'uuid',
  leadBy: 'text',
  dueAt: 'timestamptz',
  needsReview: 'boolean',
  reviewDueOn: 'date',
  districts: 'text[]',
  agenda: 'boolean',
};

/** Writes the standings; all steps of one stage set the same columns. */
async function write(tx: Tx, steps: Step[]): Promise<void> {
  for (const group of sameColumns(steps)) {
    const fields = Object.keys(group[0]!.standing) as (keyof Standing)[];
    const set = fields.map((field) => `${snake(field)} = x.${snake(field)}`);
    const types = fields.map((field) => `${snake(field)} ${COLUMNS[field]}`);
    const rows = group.map(({ issueId, standing }) => ({
      id: issueId,
      ...Object.fromEntries(fields.map((field) => [snake(field), standing[field] ?? null])),
    }));
    await tx.query(
      `update issues i set ${[...set, 'version = i.version + 1', 'updated_at = (select app_now())'].join(', ')}
       from jsonb_to_recordset($1::jsonb) as x(id uuid, ${types.join(', ')}) where i.id = x.id`,
      [JSON.stringify(rows)],
    );
  }
}

function sameColumns(steps: Step[]): Step[][] {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    const key = Object.keys(step.standing).join();
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  groups.delete('');
  return [...groups.values()];
}
