import type { components } from './schema.js';

/** The answers of the API under short names; `npm run api-types` writes schema.d.ts from its OpenAPI document. */
type Schemas = components['schemas'];

export type Me = Schemas['MeAnswer'];
export type Issue = Schemas['IssueAnswer'];
export type LinkedIssue = Schemas['LinkedIssueAnswer'];
export type IssueClosed = Schemas['IssueClosedAnswer'];
export type Alternative = Schemas['AlternativeAnswer'];
export type Assessment = Schemas['AssessmentAnswer'];
export type Factor = Schemas['FactorAnswer'];
export type Decision = Schemas['DecisionAnswer'];
export type Score = Schemas['ScoreAnswer'];
export type QueueItem = Schemas['QueueItemAnswer'];
export type Policy = Schemas['PolicyAnswer'];
export type PolicyTerms = Schemas['TermsAnswer'];
export type DryRun = Schemas['DryRunAnswer'];
export type TimelineEntry = Schemas['TimelineEntryAnswer'];
export type IssueSummary = Schemas['IssueSummaryAnswer'];
export type SimilarIssue = Schemas['SimilarIssueAnswer'];
export type ActionRequest = Schemas['RequestAnswer'];
export type DepartmentResponse = Schemas['ResponseAnswer'];
export type ResponseWithVersions = Schemas['ResponseWithVersionsAnswer'];
export type Letter = Schemas['LetterAnswer'];
export type WorkItem = Schemas['WorkAnswer'];
export type Bulk = Schemas['BulkAnswer'];
export type Measures = Schemas['MeasuresAnswer'];
export type Colleague = Schemas['ColleagueAnswer'];
export type Signal = Schemas['SignalAnswer'];
export type Cluster = Schemas['ClusterAnswer'];
export type Scrap = Schemas['ScrapAnswer'];
export type ScrapRow = Schemas['ScrapRowAnswer'];
export type Batch = Schemas['BatchAnswer'];
export type WarningRule = Schemas['WarningRuleAnswer'];
export type ListedWarning = Schemas['ListedWarningAnswer'];
export type WarningDryRun = Schemas['WarningDryRunAnswer'];
export type Feed = Schemas['FeedAnswer'];
export type Report = Schemas['ReportAnswer'];
export type Department = Schemas['DepartmentAnswer'];
export type DepartmentSuggestion = Schemas['SuggestionAnswer'];
export type User = Schemas['UserAnswer'];
export type SavedView = Schemas['ViewAnswer'];
export type Notice = Schemas['NoticeAnswer'];
export type Delivery = Schemas['DeliveryAnswer'];
export type Import = Schemas['ImportAnswer'];
export type ImportDetail = Schemas['ImportDetailAnswer'];
export type RowErrors = Schemas['RowErrorsAnswer'];
export type Escalation = Schemas['EscalationAnswer'];
export type DueReview = Schemas['DueReviewAnswer'];
export type IssueReview = Schemas['ReviewAnswer'];
export type FollowUpQuestion = Schemas['FollowUpQuestionAnswer'];
export type Deputy = Schemas['DeputyAnswer'];
export type DeputyAct = Schemas['ActAnswer'];
export type DeputyCandidate = Schemas['DeputyCandidateAnswer'];
export type CalendarMonth = Schemas['CalendarAnswer'];
export type CalendarEntry = Schemas['CalendarEntryAnswer'];
export type Deadlines = Schemas['DeadlinesAnswer'];
export type NewIssue = Schemas['NewIssueBody'];
export type IssueChange = Schemas['IssueChangeBody'];
export type DecisionBody = Schemas['DecisionBody'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
