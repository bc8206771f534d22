import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import type { ScoringPolicy } from '#config/scoring.js';
import { issueSubject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { textOf, type Assessable } from '#issues/assessable.js';
import { monthsAnew, type Columns } from '#issues/expectation.js';
import { becameCrisis } from '#issues/rules/crisis.js';
import { weigh } from '#issues/rules/weigh.js';
import type { Tx } from '#platform/database.js';
import { inTurns } from '#platform/in-turns.js';
import { workerOptions } from '#platform/queues.js';
import { policyInForce } from '#policies/policy-in-force.js';
import { StageWorker, type Step } from './stage-worker.js';

/**
 * Stage 2: weighs the current revision by the scoring policy, every factor with its evidence, and sees whether what `identify` took
 * for a risk has happened since.
 */
@Processor('analyze', workerOptions('analyze', 256))
export class AnalyzeWorker extends StageWorker {
  protected readonly stage = 'analyze';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes);
  }

  protected applies({ stage, state, assessed }: Assessable): boolean {
    const due = stage === 'analyze' || stage === 'prioritize' || stage === 'act';
    return due && state !== 'parked' && !assessed.includes('analyze');
  }

  protected async decide(issues: Assessable[], tx: Tx): Promise<Step[]> {
    const policy = await policyInForce(tx);
    // The first time, `identify` has just said when.
    const when = await monthsAnew(
      tx,
      issues.filter(({ revision }) => revision > 1),
    );
    return inTurns(issues, (issue) => analyze(issue, when.get(issue.id) ?? {}, policy));
  }
}

const hasBecome = (issue: Assessable) =>
  becameCrisis(textOf(issue), issue.signals, { told: issue.crisisTold, today: issue.today });

function analyze(issue: Assessable, when: Partial<Columns>, policy: ScoringPolicy): Step {
  const weighed = weigh({ ...issue, ...when }, policy);
  const crisis = issue.revision > 1 ? hasBecome(issue) : null;
  return {
    issueId: issue.id,
    assessment: {
      revision: issue.revision,
      policyVersion: weighed.policyVersion,
      score: weighed.score,
      grade: weighed.grade,
      factors: weighed.factors,
      findings: {
        reasons: weighed.reasons,
        ifConfirmed: weighed.ifConfirmed,
        short: weighed.short,
        ...(crisis && { crisis: { suspected: true, ...crisis } }),
      },
    },
    // Where departments are at work a new assessment changes nothing by itself.
    standing:
      issue.stage === 'act'
        ? {}
        : {
            score: weighed.score,
            ...(issue.stage === 'analyze' && { stage: 'prioritize' as const }),
            ...when,
          },
    facts: [
      {
        subject: issueSubject(issue.id),
        name: 'issue.analyzed',
        payload: { issueId: issue.id, revision: issue.revision },
      },
    ],
  };
}
