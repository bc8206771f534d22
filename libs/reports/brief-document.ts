import type { Direction, Grade } from '#issues/vocabulary.js';
import type { ReportIssue, ReportSheet } from './document.js';

/** What a 현안보고 says of one issue at one moment. Days are `YYYY-MM-DD`, months `YYYY-MM`. */
export interface BriefDocument {
  /** Today in Seoul, and the time there, `HH:MM`. */
  on: string;
  time: string;
  /** Only those who are named on it may read it. */
  confidential: boolean;
  issue: BriefIssue;
  /** What weighs most in its grade, and the floors that hold it up; never points. */
  gradeReasons: string[];
  /** Signals of the last four weeks, and of the four before. */
  signals: { recent: number; before: number };
  /** Next periodic review, and the occasions that are why the issue is expected. */
  reviewOn: string | null;
  schedule: { title: string; from: string; to: string; due?: string }[];
  authors: NonNullable<ReportSheet['authors']>;
}

type Told =
  | 'number'
  | 'title'
  | 'channel'
  | 'expectedReason'
  | 'expectedOn'
  | 'leadDepartment'
  | 'supportingDepartments'
  | 'summary'
  | 'notes'
  | 'coverage'
  | 'risks'
  | 'requests'
  | 'alternatives'
  | 'responses'
  | 'outcome';

/** An issue that may still be on its way: what nobody has decided yet is null. */
export interface BriefIssue extends Pick<ReportIssue, Told> {
  grade: Grade | null;
  direction: Direction | null;
  expectedMonth: string | null;
  agenda: boolean;
}
