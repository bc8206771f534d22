import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { SCORING } from '#config/scoring.js';
import { issueSubject } from '#events/events.js';
import { Writes } from '#events/write.js';
import { grade } from '#issues/rules/grade.js';
import { score } from '#issues/rules/score.js';
import { inTurns } from '#platform/in-turns.js';
import { workerOptions } from '#platform/queues.js';
import { textOf, type Assessable } from './assessable.js';
import { expectation } from './expectation.js';
import { StageWorker, type Step } from './stage-worker.js';

/** Stage 2: weighs the current revision by the scoring policy, every factor with its evidence. */
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

  protected async decide(issues: Assessable[]): Promise<Step[]> {
    return inTurns(issues, analyze);
  }
}

function analyze(issue: Assessable): Step {
  const departments = new Set(
    issue.requests.map(({ departmentId }) => departmentId ?? issue.leadDepartmentId),
  );
  const scored = score(
    {
      ...issue,
      risks: issue.risks.map(({ text, footnote }) => (footnote ? `${text} ${footnote}` : text)),
      departments: departments.size,
    },
    SCORING,
  );
  const graded = grade(scored, issue, SCORING);
  return {
    issueId: issue.id,
    assessment: {
      revision: issue.revision,
      policyVersion: scored.policyVersion,
      score: scored.score,
      grade: graded.grade,
      factors: scored.factors,
      findings: { reasons: graded.reasons, ifConfirmed: graded.ifConfirmed },
    },
    // Where departments are at work a new assessment changes nothing by itself.
    standing:
      issue.stage === 'act'
        ? {}
        : {
            score: scored.score,
            ...(issue.stage === 'analyze' && { stage: 'prioritize' as const }),
            // An officer took the month away, or nothing pointed to one before: what it says now may.
            ...(issue.revision > 1 && !issue.expectedMonth && expectation(issue, textOf(issue)).columns),
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
