import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { DISTRICT_NAMES } from '#config/districts.js';
import { SCORING } from '#config/scoring.js';
import { issueSubject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { expectation, lookBack } from '#issues/expectation.js';
import type { PastIssue } from '#issues/find-similar.js';
import { classify } from '#issues/rules/crisis.js';
import { mentioned, plain } from '#issues/rules/mention.js';
import { currentIndex } from '#people/suggest-for.js';
import { SPEAKS, type DepartmentIndex } from '#people/rules/suggest-departments.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { workerOptions } from '#platform/queues.js';
import { textOf, type Assessable } from '#issues/assessable.js';
import { StageWorker, type Step } from './stage-worker.js';

const SHOWN = 5;

/** Stage 1: is it known already, is it a crisis, whose is it, when will it surface. */
@Processor('identify', workerOptions('identify', 256))
export class IdentifyWorker extends StageWorker {
  protected readonly stage = 'identify';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes);
  }

  protected applies({ stage, state, assessed }: Assessable): boolean {
    return stage === 'identify' && state === 'processing' && !assessed.includes('identify');
  }

  protected async decide(issues: Assessable[], tx: Tx): Promise<Step[]> {
    if (!issues.length) return [];
    const similar = await lookBack(tx, issues);
    const { index, names } = await currentIndex(tx);
    return inTurns(issues, (issue, i) => identify(issue, similar[i]!, index, names));
  }
}

function identify(
  issue: Assessable,
  similar: PastIssue[],
  departments: DepartmentIndex,
  names: Map<string, string>,
): Step {
  const text = textOf(issue);
  const { crisis, reasons, handOver } = classify(text, issue.signals);
  const suggested = departments.suggest(text, SHOWN).map((one) => ({ ...one, name: names.get(one.id) }));
  // Where next to nothing speaks for any department a person finds the lead.
  const lead = suggested.find(({ score }) => score >= SPEAKS);
  const { expected, columns } = expectation(issue, text, similar);
  const districts = mentioned(plain(text), DISTRICT_NAMES);
  const waits = crisis || similar.some(({ duplicate }) => duplicate);
  const { id: issueId, revision } = issue;
  const subject = issueSubject(issueId);
  return {
    issueId,
    assessment: {
      revision,
      policyVersion: SCORING.version,
      findings: {
        similar,
        crisis: { suspected: crisis, reasons, handOver },
        departments: suggested,
        districts,
        expected,
      },
    },
    standing: {
      stage: waits ? 'identify' : 'analyze',
      state: waits ? 'review' : 'processing',
      ...columns,
      districts: issue.districts.length ? issue.districts : districts,
      leadDepartmentId: issue.leadDepartmentId ?? lead?.id ?? null,
      leadBy: issue.leadDepartmentId ? issue.leadBy : lead ? 'rule' : null,
    },
    facts: [
      waits
        ? { subject, name: 'issue.referred', payload: { issueId, revision, stage: 'identify' } }
        : { subject, name: 'issue.identified', payload: { issueId, revision } },
    ],
  };
}
