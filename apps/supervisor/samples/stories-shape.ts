import type { MeasureStatus } from '#actions/vocabulary.js';
import type {
  Channel,
  DecisionOutcome,
  Direction,
  Grade,
  Horizon,
  Level,
  Outcome,
} from '#issues/vocabulary.js';

/**
 * One issue of the sample office from the first report to the lesson. Days count back from the day of installation (0 is that
 * day); within one story the acts of a day keep the order of the fields below.
 */
export interface Story {
  key: string;
  reportedDaysAgo: number;
  issue: StoryIssue;
  /** Applied wherever the pipeline waits for a person; without it the issue stays in the officer's review. */
  decision?: {
    daysAgo: number;
    outcome: Exclude<DecisionOutcome, 'merge'>;
    reason?: string;
    /** Beside `confirm`: the grade the story tells of; where the proposal is another, it takes an override. */
    grade?: Grade;
    direction?: Direction;
  };
  /** One entry per request, in order; null: not yet. */
  acknowledged?: ({ daysAgo: number } | null)[];
  /** One entry per request, in order; null: not yet. */
  responses?: (StoryResponse | null)[];
  /** `request` is the index of the request the department says is not its own. */
  refusal?: { request: number; daysAgo: number; reason: string; suggestedDepartment: string };
  closure?: { daysAgo: number; outcome: Outcome; lesson: string };
}

export interface StoryIssue {
  title: string;
  summary: string;
  channel: Channel;
  notes: string[];
  risks: (string | { text: string; footnote: string })[];
  /** Months from the current one; null where nobody can say yet. */
  expectedMonthOffset: number | null;
  impact?: Level;
  likelihood?: Level;
  leadDepartment?: string;
  confidential?: boolean;
  signals: StorySignal[];
  /** Without a department: the lead's. */
  requests: { text: string; horizon?: Horizon; department?: string }[];
  alternatives: {
    horizon?: Horizon | 'none';
    text: string;
    effect: string;
    cost: string;
    sideEffect: string;
    recommended?: boolean;
  }[];
}

/** A count (`count`, `baseline`, `periodDays`) covers the days up to the eve of the report. */
export interface StorySignal {
  channel: Channel;
  /** One of the channel's kinds in `config/channels.ts`. */
  kind?: string;
  title: string;
  outlet?: string;
  publishedDaysAgo?: number;
  /** A real article keeps its date, `YYYY-MM-DD`. */
  publishedOn?: string;
  count?: number;
  baseline?: number;
  periodDays?: number;
}

export interface StoryResponse {
  daysAgo: number;
  text: string;
  /** Percent. */
  progress: number;
  status: MeasureStatus;
  handlingUnit: string;
  confirmedBy: { position: '과장' | '담당관' | '국장' | '실장' | '본부장' | '대변인'; name: string };
  docNo: string;
  review?: { daysAgo: number; outcome: 'accept' | 'return'; comment: string };
}
