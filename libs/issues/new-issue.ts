import type { IssueKindName } from '#config/issue-kinds.js';
import type { Actor } from '#events/emit.js';
import type { Risk } from './issue.entity.js';
import type { Channel, Horizon } from './vocabulary.js';

export interface NewSignal {
  channel?: Channel | null;
  kind?: string | null;
  title: string;
  outlet?: string | null;
  placement?: string | null;
  url?: string | null;
  publishedOn?: string | null;
  count?: number | null;
  periodFrom?: string | null;
  periodTo?: string | null;
  baseline?: number | null;
  body?: string | null;
  externalId?: string | null;
}

export interface NewIssue {
  title: string;
  summary: string;
  channel: Channel;
  notes?: string[] | null;
  risks?: Risk[] | null;
  signals?: NewSignal[] | null;
  signalIds?: string[] | null;
  requests?:
    | {
        text: string;
        horizon?: Horizon | null;
        departmentId?: string | null;
        dueAt?: Date | null;
        docNo?: string | null;
        relatedBody?: string | null;
      }[]
    | null;
  alternatives?: NewAlternative[] | null;
  expectedMonth?: string | null;
  impact?: number | null;
  likelihood?: number | null;
  leadDepartmentId?: string | null;
  confidential?: boolean | null;
  readers?: string[] | null;
  districts?: string[] | null;
  kind?: IssueKindName | null;
  fields?: Record<string, unknown> | null;
  /** The crisis whose aftermath it is. */
  followUpOf?: string | null;
}

export interface NewAlternative {
  /** Of one that is there already: it stays the same alternative, chosen or not. */
  id?: string | null;
  horizon?: Horizon | 'none' | null;
  text: string;
  effect?: string | null;
  cost?: string | null;
  sideEffect?: string | null;
  precedent?: string | null;
  recommended?: boolean | null;
}

export interface Report {
  by: Actor;
  issue: NewIssue;
}
