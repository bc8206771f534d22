import type { Channel, Direction, Grade, Horizon, Level, Outcome } from '#issues/vocabulary.js';
import type { MeasureStatus, RequestState, ResponseState } from '#actions/vocabulary.js';
import type { Forecast } from './rules/probability.js';
import type { Reason } from './rules/reasons.js';
import type { Basis, ChangeOfEdition, Result } from './vocabulary.js';

/** The one model every format of the monthly report is rendered from. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface ReportDocument {
  /** The month the issues are expected in. */
  month: string;
  edition: number;
  /** A copy not yet confirmed: it says 초안 instead of 확정본 or 정정본. */
  draft?: boolean;
  /** What an edition after the first says otherwise than the one before it. */
  changes?: EditionChange[] | null;
  /** Of the PDF that was set of it. */
  pages?: number | null;
  /** The day the report bears. */
  preparedOn: string;
  sheet?: ReportSheet;
  ownLines?: OwnLines;
  issues: ReportIssue[];
  /** Decisions asked of the reader, `by` being the last day; left out, they follow from the issues. */
  decisions?: { issueNumber: string | null; text: string; by: string | null }[];
  /** How the entries of the previous month's report turned out; null where that month had none. */
  previous: PreviousMonth | null;
  /** The same of the month before that one, which is over and settled. */
  settled?: PreviousMonth | null;
  /** Issues expected in the month that are still being assessed, and so not among `issues`. */
  waiting?: number;
  overdue: { department: string; count: number; longestDays: number }[];
  /** Dated events of the month, e.g. council sessions; earliest first. */
  schedule: { title: string; from: string; to: string; due?: string }[];
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

/** One thing that a correction says otherwise than the edition before it; of the whole it names no issue. */
export interface EditionChange {
  kind: ChangeOfEdition;
  number: string | null;
  title: string | null;
  /** Titles, grades, directions, months (`YYYY-MM`), days or departments by their kind; null where there was or is none. */
  from: string | null;
  to: string | null;
}

/** What the month before had expected, and what came of it as far as it is known. */
export interface PreviousMonth {
  month: string;
  entries: {
    title: string;
    grade: Grade;
    /** As it was foreseen; null for a report that came late. */
    probability: number | null;
    /** Null while nothing can be said. */
    result: Result | null;
    basis: Basis;
    /** Settled by an officer, not only proposed by rule. */
    confirmed: boolean;
  }[];
  /** Titles of what surfaced and was in no report. */
  unforeseen: string[];
}

/** What the officer writes beside what is compiled; what is not written is empty. */
export interface OwnLines {
  /** 총평: under the head of the report. */
  opening: string | null;
  /** Lines of 행정사항, before those that are compiled. */
  remarks: string[];
  /** Of this edition only, as is the reason below: the next one begins without. */
  documentNo: string | null;
  policyNo: string | null;
  /** 협조: offices consulted. */
  consulted: string[];
  /** 정정 사유: why there is an edition after one that was issued. */
  correctionReason: string | null;
}

export const NO_LINES: OwnLines = {
  opening: null,
  remarks: [],
  documentNo: null,
  policyNo: null,
  consulted: [],
  correctionReason: null,
};

/** Head and foot of the sheet. What is missing stays blank on paper, to be filled in by hand. */
export interface ReportSheet {
  /** Who reports, e.g. `기획조정실 평가담당관`. */
  office?: string;
  documentNo?: string | null;
  approvedOn?: string | null;
  /** 공개여부, e.g. `비공개(5)`. */
  disclosure?: string | null;
  policyNo?: string | null;
  /** Titles of those who sign, lowest first, and of the offices consulted (협조). */
  approvers?: string[];
  consulted?: string[];
  authors?: { position: string; name: string; phone: string | null }[];
}

export interface ReportIssue {
  /** Place in the report, from 1, heaviest grade first. */
  rank: number;
  number: string;
  title: string;
  channel: Channel;
  grade: Grade;
  /** Out of 100; never on page 1. */
  score: number | null;
  impact: Level | null;
  likelihood: Level | null;
  /** Against the previous report: risen, fallen, same, or not in it. */
  trend: 'up' | 'down' | 'same' | 'new';
  direction: Direction;
  /** For the vice mayor's table (현안회의 상정); left out, a `critical` issue for departments is. */
  agenda?: boolean;
  /** Month expected, and why, e.g. `일정: 시의회 정례회`. */
  expectedMonth: string;
  expectedReason: string | null;
  /** All reasons, the first one first. */
  reasons: Reason[];
  /** That it surfaces in the month if nothing is done; null for a month that was over. */
  forecast: Forecast | null;
  /** First day of a dated trigger within the month, when known. */
  expectedOn: string | null;
  leadDepartment: string | null;
  supportingDepartments: string[];
  summary: string;
  notes: string[];
  coverage: {
    channel: Channel;
    title: string;
    outlet: string | null;
    publishedOn: string | null;
    count: number | null;
  }[];
  risks: { text: string; footnote: string | null }[];
  requests: {
    horizon: Horizon | null;
    text: string;
    department: string | null;
    dueOn: string | null;
    state: RequestState;
    overdue?: boolean;
  }[];
  alternatives: {
    horizon: Horizon | 'none' | null;
    text: string;
    effect: string | null;
    cost: string | null;
    sideEffect: string | null;
    recommended: boolean;
    chosen?: boolean;
  }[];
  responses: {
    department: string;
    text: string;
    answeredOn: string;
    docNo: string | null;
    /** What the department says of its measure (추진 중 …). */
    status?: MeasureStatus | null;
    progress: number | null;
    /** What the office made of it. */
    state?: ResponseState;
  }[];
  outcome: Outcome | null;
}

/** What any paper may tell of an issue: without the place and the forecast that only the report of a month gives it. */
export type ToldIssue = Omit<ReportIssue, 'rank' | 'trend' | 'reasons' | 'forecast'>;
