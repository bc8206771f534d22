import { Processor } from '@nestjs/bullmq';
import { Inject } from '@nestjs/common';
import { ROUTING } from '#config/routing.js';
import { dueFor } from '#actions/due-for.js';
import { issueSubject } from '#events/subjects.js';
import { Writes } from '#events/write.js';
import { atLeast } from '#issues/rules/grade.js';
import { agendaAfter, type Route } from '#issues/rules/route.js';
import { workerOptions } from '#platform/queues.js';
import { settledItself, type Assessable } from '#issues/assessable.js';
import { propose } from '#issues/propose.js';
import { StageWorker, type Step } from './stage-worker.js';

/** Stage 3: proposes grade, direction, lead and deadline; takes effect by itself only where the policy lets it. */
@Processor('prioritize', workerOptions('prioritize', 256))
export class PrioritizeWorker extends StageWorker {
  protected readonly stage = 'prioritize';

  constructor(@Inject(Writes) writes: Writes) {
    super(writes);
  }

  protected applies({ stage, state, assessed, analysis }: Assessable): boolean {
    const due = stage === 'prioritize' || stage === 'act';
    return due && state !== 'parked' && analysis !== null && !assessed.includes('prioritize');
  }

  protected async decide(issues: Assessable[]): Promise<Step[]> {
    return issues.map((issue) => {
      const proposal = propose(issue, issue.analysis!);
      if (issue.stage !== 'act') return prioritize(issue, proposal);
      const comesBack = proposal.needsDecision && settledItself(issue);
      return comesBack ? takeBack(issue, proposal) : reassess(issue, proposal);
    });
  }
}

function prioritize(issue: Assessable, proposal: Route): Step {
  const { grade, direction, needsDecision } = proposal;
  const subject = issueSubject(issue.id);
  const { id: issueId, revision } = issue;
  return {
    issueId,
    assessment: record(issue, proposal),
    standing: {
      stage: needsDecision ? 'prioritize' : 'act',
      state: needsDecision ? 'review' : 'processing',
      grade,
      inherentGrade: issue.inherentGrade ?? grade,
      inherentScore: issue.inherentScore ?? issue.analysis!.score,
      direction,
      agenda: agendaAfter(issue.agenda, { before: issue.grade, after: grade }, ROUTING),
      dueAt:
        direction === 'department'
          ? issue.dueAt && issue.grade === grade
            ? new Date(issue.dueAt)
            : dueFor(grade, null, new Date(issue.now))
          : null,
    },
    facts: [
      needsDecision
        ? { subject, name: 'issue.referred', payload: { issueId, revision, stage: 'prioritize' } }
        : { subject, name: 'issue.prioritized', payload: { issueId, revision, grade, direction } },
    ],
  };
}

/** What took its course by itself has become something that a person decides on. */
function takeBack(issue: Assessable, proposal: Route): Step {
  const step = prioritize(issue, proposal);
  return { ...step, standing: { ...step.standing, score: issue.analysis!.score, needsReview: false } };
}

/** Departments are at work: the decision stands, but a person looks again; a risen grade is announced, and what became a crisis. */
function reassess(issue: Assessable, proposal: Route): Step {
  // What only a person may set was asked of the one who decided: by itself the rest may rise.
  const { grade, crisis } = issue.analysis!;
  const { id: issueId, revision } = issue;
  const subject = issueSubject(issueId);
  const risen = issue.grade !== null && grade !== issue.grade && atLeast(grade, issue.grade);
  return {
    issueId,
    assessment: record(issue, proposal),
    standing: { needsReview: true },
    facts: [
      ...(risen
        ? [{ subject, name: 'issue.grade-risen' as const, payload: { issueId, revision, grade } }]
        : []),
      ...(crisis.length
        ? [{ subject, name: 'issue.crisis-suspected' as const, payload: { issueId, revision } }]
        : []),
    ],
  };
}

const record = (issue: Assessable, proposal: Route): Step['assessment'] => ({
  revision: issue.revision,
  policyVersion: issue.analysis!.policyVersion,
  score: issue.analysis!.score,
  grade: proposal.grade,
  findings: proposal,
});
