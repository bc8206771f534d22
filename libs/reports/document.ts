import type { Channel, Direction, Grade, Horizon, Outcome } from '#issues/vocabulary.js';
import type { RequestState } from '#actions/vocabulary.js';

/** The one model every format of the monthly report is rendered from. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface ReportDocument {
  /** The month the issues are expected in. */
  month: string;
  edition: number;
  /** The day the report bears. */
  preparedOn: string;
  issues: ReportIssue[];
  /** How the entries of the previous month's report turned out. */
  previous: { month: string; total: number; byOutcome: Partial<Record<Outcome, number>>; open: number } | null;
  overdue: { department: string; count: number; longestDays: number }[];
  /** Dated events of the month, e.g. council sessions; earliest first. */
  schedule: { title: string; from: string; to: string }[];
  figures: {
    byGrade: Record<Grade, number>;
    byChannel: Record<Channel, number>;
    byDepartment: { department: string; count: number }[];
    /** Issues registered and closed by month, oldest first, the six months up to preparation. */
    trend: { month: string; registered: number; closed: number }[];
    /** Counts by `[likelihood − 1][impact − 1]`, 5 × 5; issues without both are not in it. */
    grid: number[][];
  };
  /** Next report: day it is due and the month it will look at. */
  next: { on: string; month: string };
}

export interface ReportIssue {
  /** Place in the report, from 1, heaviest grade first. */
  rank: number;
  number: string;
  title: string;
  grade: Grade;
  /** Against the previous report: risen, fallen, same, or not in it. */
  trend: 'up' | 'down' | 'same' | 'new';
  direction: Direction;
  /** Month expected, and why, e.g. `일정: 시의회 정례회`. */
  expectedMonth: string;
  expectedReason: string | null;
  /** First day of a dated trigger within the month, when known. */
  expectedOn: string | null;
  leadDepartment: string | null;
  supportingDepartments: string[];
  summary: string;
  notes: string[];
  coverage: { channel: Channel; title: string; outlet: string | null; publishedOn: string | null; count: number | null }[];
  risks: { text: string; footnote: string | null }[];
  requests: {
    horizon: Horizon | null;
    text: string;
    department: string | null;
    dueOn: string | null;
    state: RequestState;
  }[];
  alternatives: {
    horizon: Horizon | 'none' | null;
    text: string;
    effect: string | null;
    cost: string | null;
    sideEffect: string | null;
    recommended: boolean;
  }[];
  responses: { department: string; text: string; answeredOn: string; docNo: string | null; progress: number | null }[];
  outcome: Outcome | null;
}
