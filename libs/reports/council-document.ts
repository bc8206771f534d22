import type { Channel, Outcome } from '#issues/vocabulary.js';
import type { ReportIssue, ReportSheet } from './document.js';

/** What the council version says of a period. Of public issues only, all that is counted included. */
export interface CouncilDocument {
  /** Months, both included. */
  from: string;
  to: string;
  /** Today in Seoul. */
  on: string;
  /** Issues found in the period, and what became of them as far as they are closed. */
  found: number;
  byChannel: Partial<Record<Channel, number>>;
  byOutcome: Partial<Record<Outcome, number>>;
  requests: { sent: number; answered: number };
  /** Editions issued in the period. */
  reports: number;
  cases: CouncilCase[];
  authors: NonNullable<ReportSheet['authors']>;
}

/** A case as it may leave the house: without weight, alternatives and deadlines; of the answers those the office accepted. */
export type CouncilCase = Pick<
  ReportIssue,
  | 'title'
  | 'channel'
  | 'direction'
  | 'leadDepartment'
  | 'summary'
  | 'notes'
  | 'coverage'
  | 'risks'
  | 'requests'
  | 'responses'
> & { foundIn: string };
