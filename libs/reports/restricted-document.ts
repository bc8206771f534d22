import type { ReportSheet, ToldIssue } from './document.js';

/** 열람 제한 별책: what one reader may know of a month beside the report that is the same for everybody. */
export interface RestrictedDocument {
  month: string;
  /** Today in Seoul, and the time there, `HH:MM`. */
  on: string;
  time: string;
  reader: string;
  issues: (ToldIssue & { id: string })[];
  authors: NonNullable<ReportSheet['authors']>;
}
