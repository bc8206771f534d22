import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { acknowledgementFor, dueFor, reviewOn } from '#actions/due-for.js';
import type { Fact } from '#events/emit.js';
import { issueSubject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import type { Horizon } from '#issues/vocabulary.js';
import { seoulDay } from '#platform/calendar.js';
import type { Tx } from '#platform/database.js';
import { workerOptions } from '#platform/queues.js';
import type { Assessable } from '#issues/assessable.js';
import { StageWorker, type Step } from './stage-worker.js';

interface Delivery {
  id: string;
  issue_id: string;
  department_id: string | null;
  text: string | null;
  due_at: Date | null;
  acknowledge_by: Date | null;
}

/** What is asked where the officer wrote no request. */
const ASK_FOR_PLAN = '소관 사항 점검 및 조치계획 제출';
const KEEP_WATCH = '동향 점검 및 관리방향 보완(자체관리)';

/** Stage 4: sends the requests, or opens the office's own task; never before what needs a decision has it. */
@Processor('act', workerOptions('act', 256))
export class ActWorker extends StageWorker {
  protected readonly stage = 'act';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes);
  }

  protected applies({ stage, state, decision, enacted }: Assessable): boolean {
    return stage === 'act' && state === 'processing' && !enacted.includes(decision?.id ?? null);
  }

  protected async decide(issues: Assessable[], tx: Tx): Promise<Step[]> {
    const plans = issues.map((issue) => ({ issue, deliveries: plan(issue) }));
    const unread = await withoutReader(tx, plans);
    const sent = plans.flatMap(({ deliveries }) => deliveries).filter(({ id }) => !unread.has(id));
    await tx.query(DELIVER, [JSON.stringify(sent)]);
    return plans.map(({ issue, deliveries }) =>
      open(
        issue,
        deliveries.filter(({ id }) => !unread.has(id)),
        deliveries,
      ),
    );
  }
}

/**
 * Every planned request with its addressee and deadline, and one to begin with where there is none. What the office keeps
 * for itself (자체관리) becomes its own task, whoever it was meant for.
 */
function plan(issue: Assessable): Delivery[] {
  const now = new Date(issue.now);
  const own = issue.direction === 'self';
  const decided = issue.decision?.dueAt ?? (own ? issue.dueAt : null);
  const due = (horizon: Horizon | null): Date | null =>
    decided && horizon !== 'long' ? new Date(decided) : own ? null : dueFor(issue.grade, horizon, now);
  const to = (departmentId: string | null): string | null =>
    own ? null : (departmentId ?? issue.leadDepartmentId);
  const delivery = (one: Omit<Delivery, 'issue_id' | 'acknowledge_by'>): Delivery => ({
    ...one,
    issue_id: issue.id,
    acknowledge_by: one.department_id ? acknowledgementFor(issue.grade, now) : null,
  });
  // Where departments are to answer, a task of the office asks none of them.
  const live = issue.requests.filter(({ state }) => state !== 'cancelled');
  const asked = live.some(({ departmentId, state }) => own || departmentId !== null || state === 'planned');
  if (!asked) {
    const text = own ? KEEP_WATCH : ASK_FOR_PLAN;
    return [delivery({ id: uuidv7(), department_id: to(null), text, due_at: due(null) })];
  }
  return issue.requests
    .filter(({ state }) => state === 'planned')
    .map(({ id, departmentId, horizon, dueAt }) =>
      delivery({
        id,
        department_id: to(departmentId),
        text: null,
        due_at: dueAt ? new Date(dueAt) : due(horizon),
      }),
    );
}

/** A confidential request to a department where nobody is named on the issue would be seen by nobody: it waits. */
async function withoutReader(
  tx: Tx,
  plans: { issue: Assessable; deliveries: Delivery[] }[],
): Promise<Set<string>> {
  const confidential = plans
    .filter(({ issue }) => issue.confidential)
    .flatMap(({ deliveries }) => deliveries);
  const addressed = confidential.filter(({ department_id }) => department_id !== null);
  if (!addressed.length) return new Set();
  const rows: { id: string }[] = await tx.query(
    `select x.id from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, department_id uuid)
     where not exists (select 1 from issue_readers r join users u on u.id = r.user_id
       where r.issue_id = x.issue_id and u.department_id = x.department_id and u.active)`,
    [JSON.stringify(addressed)],
  );
  return new Set(rows.map(({ id }) => id));
}

function open(issue: Assessable, sent: Delivery[], all: Delivery[]): Step {
  const subject = issueSubject(issue.id);
  const dues = sent.map(({ due_at }) => due_at?.getTime()).filter((at) => at !== undefined);
  const delivered = sent
    .filter(({ department_id }) => department_id !== null)
    .map((one): Fact => ({
      subject,
      name: 'request.delivered',
      payload: { issueId: issue.id, requestId: one.id, departmentId: one.department_id! },
    }));
  const held = all.length - sent.length;
  return {
    issueId: issue.id,
    assessment: {
      revision: issue.revision,
      policyVersion: 'deadlines',
      decisionId: issue.decision?.id ?? null,
      grade: issue.grade,
      findings: { delivered: sent.length, ...(held && { heldForReaders: held }) },
    },
    standing: {
      state: 'open',
      dueAt: dues.length ? new Date(Math.min(...dues)) : issue.dueAt ? new Date(issue.dueAt) : null,
      needsReview: held > 0 || issue.needsReview,
      reviewDueOn: issue.grade && reviewOn(issue.grade, seoulDay(new Date(issue.now))),
    },
    facts: [
      { subject, name: 'issue.opened', payload: { issueId: issue.id, direction: issue.direction! } },
      ...delivered,
    ],
  };
}

const DELIVER = `
insert into requests as q (id, issue_id, place, department_id, text, state, due_at, acknowledge_by, delivered_at)
select x.id, x.issue_id,
  coalesce((select q.place from requests q where q.id = x.id),
    (select coalesce(max(q.place) + 1, 0) from requests q where q.issue_id = x.issue_id)),
  x.department_id, coalesce(x.text, (select q.text from requests q where q.id = x.id)), 'delivered', x.due_at, x.acknowledge_by, app_now()
from jsonb_to_recordset($1::jsonb) as x(id uuid, issue_id uuid, department_id uuid, text text, due_at timestamptz, acknowledge_by timestamptz)
on conflict (id) do update set state = 'delivered', department_id = excluded.department_id, due_at = excluded.due_at,
  acknowledge_by = excluded.acknowledge_by,
  delivered_at = excluded.delivered_at, version = q.version + 1`;
