import type { Approval } from './authorize.js';
import type { DecisionOutcome, Direction, Grade, Mode, Stage, Treatment } from './vocabulary.js';

export interface NewDecision {
  stage: Stage;
  outcome: DecisionOutcome;
  reason?: string | null;
  /** The revision the decider saw. */
  revision?: number | null;
  grade?: Grade | null;
  direction?: Direction | null;
  leadDepartmentId?: string | null;
  dueAt?: Date | null;
  mergeInto?: string | null;
  /** How the risk is treated; accepting it takes an acceptance. */
  treatment?: Exclude<Treatment, 'accept'> | null;
  mode?: Mode | null;
  agenda?: boolean | null;
  /** What a superior approved in the e-approval system. */
  approval?: Approval | null;
  /** Who takes a crisis over. */
  handOverTo?: string | null;
}

/** Whether the issue goes on by it. */
export const takesEffect = ({ outcome }: NewDecision): boolean =>
  outcome === 'confirm' || outcome === 'override';
