import { fieldsOfKind } from '#issues/rules/kind-words.js';
import type { Alternative, Issue, IssueChange, NewIssue } from '../../api/types.js';

type Channel = Issue['channel'];
type Level = string | null;

export interface RiskDraft {
  text: string;
  footnote: string;
}
export interface AlternativeDraft {
  /** Of one that is there already. */
  id: string | null;
  horizon: NonNullable<Alternative['horizon']> | null;
  text: string;
  effect: string;
  cost: string;
  sideEffect: string;
  precedent: string;
  recommended: boolean;
}
export interface RequestDraft {
  text: string;
  horizon: 'short' | 'long' | null;
  departmentId: string | null;
  dueOn: string;
  docNo: string;
  /** 투자·출연기관 or 자치구, asked through the department. */
  relatedBody: string;
}
export interface SignalDraft {
  title: string;
  outlet: string;
  url: string;
  publishedOn: string;
}

/** What both registering and changing an issue write. */
export interface IssueContent {
  title: string;
  summary: string;
  risks: RiskDraft[];
  notes: { text: string }[];
  expectedMonth: string | null;
  impact: Level;
  likelihood: Level;
  leadDepartmentId: string | null;
  alternatives: AlternativeDraft[];
  readers: string[];
  districts: string[];
  kind: string | null;
  /** As they are typed. */
  fields: Record<string, string>;
}

export interface NewIssueDraft extends IssueContent {
  channel: Channel | null;
  signals: SignalDraft[];
  requests: RequestDraft[];
  confidential: boolean;
}

export const EMPTY_NOTE = { text: '' };
export const EMPTY_RISK: RiskDraft = { text: '', footnote: '' };
export const EMPTY_ALTERNATIVE: AlternativeDraft = {
  id: null,
  horizon: null,
  text: '',
  effect: '',
  cost: '',
  sideEffect: '',
  precedent: '',
  recommended: false,
};
export const EMPTY_REQUEST: RequestDraft = {
  text: '',
  horizon: 'short',
  departmentId: null,
  dueOn: '',
  docNo: '',
  relatedBody: '',
};
export const EMPTY_SIGNAL: SignalDraft = { title: '', outlet: '', url: '', publishedOn: '' };
export const EMPTY_ISSUE: NewIssueDraft = {
  title: '',
  summary: '',
  channel: null,
  risks: [],
  notes: [],
  expectedMonth: null,
  impact: null,
  likelihood: null,
  leadDepartmentId: null,
  alternatives: [],
  signals: [],
  requests: [],
  confidential: false,
  readers: [],
  districts: [],
  kind: null,
  fields: {},
};

// A draft kept by an older console may lack a field.
const orNull = (text: string | undefined): string | null => text?.trim() || null;
/** What of a list is sent: an item in which nothing was written is left out. */
const written = <T extends object>(items: T[], empty: T): T[] =>
  items.filter((item) => JSON.stringify(item) !== JSON.stringify(empty));

/** Where an item of a list stands among those that are sent. */
export const sentAt = <T extends object>(items: T[], empty: T, index: number): number =>
  written(items.slice(0, index), empty).length;

/** What was refused of one item of a list: `signals.0.url` → `url`. Counted are those that were sent. */
export function errorsOf<T extends object>(
  errors: Record<string, string>,
  list: string,
  { items, index, empty }: { items: T[]; index: number; empty: T },
): Record<string, string> {
  const prefix = `${list}.${sentAt(items, empty, index)}.`;
  return Object.fromEntries(
    Object.entries(errors)
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, message]) => [path.slice(prefix.length), message]),
  );
}

/** An address as it is pasted: `www.…` means the web. */
export const addressOf = (typed: string): string | null => {
  const text = typed.trim();
  return text && !/^[a-z]+:/i.test(text) ? `https://${text}` : orNull(text);
};

/** What is judged of an issue is not written in its form. */
type Judged = 'treatment' | 'mode' | 'agenda' | 'confidence' | 'targetGrade';

/** Content as the API takes it: what was left empty is left out. */
export function contentBody(
  draft: IssueContent,
): Required<Omit<IssueChange, 'readers' | 'parentId' | 'reason' | Judged>> {
  return {
    title: draft.title.trim(),
    summary: draft.summary.trim(),
    notes: written(draft.notes, EMPTY_NOTE).map(({ text }) => text.trim()),
    risks: written(draft.risks, EMPTY_RISK).map(({ text, footnote }) => ({
      text: text.trim(),
      footnote: orNull(footnote),
    })),
    expectedMonth: draft.expectedMonth,
    impact: draft.impact === null ? null : Number(draft.impact),
    likelihood: draft.likelihood === null ? null : Number(draft.likelihood),
    leadDepartmentId: draft.leadDepartmentId,
    alternatives: written(draft.alternatives, EMPTY_ALTERNATIVE).map((one) => ({
      id: one.id,
      horizon: one.horizon,
      text: one.text.trim(),
      effect: orNull(one.effect),
      cost: orNull(one.cost),
      sideEffect: orNull(one.sideEffect),
      precedent: orNull(one.precedent),
      recommended: one.recommended,
    })),
    districts: draft.districts,
    kind: draft.kind as NonNullable<IssueChange['kind']> | null,
    fields: fieldsBody(draft),
  };
}

/** What was typed as the kind's fields are: a number where it is one; what is none is sent as it is, and refused in words. */
function fieldsBody({ kind, fields }: IssueContent): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOfKind(kind).flatMap(({ name, type }) => {
      const typed = (fields[name] ?? '').trim();
      if (!typed) return [];
      const figure = Number(typed.replaceAll(',', ''));
      return [[name, type === 'number' && Number.isFinite(figure) ? figure : typed]];
    }),
  );
}

export const requestBody = ({ text, horizon, departmentId, dueOn, docNo, relatedBody }: RequestDraft) => ({
  text: text.trim(),
  horizon,
  departmentId,
  dueAt: orNull(dueOn),
  docNo: orNull(docNo),
  relatedBody: orNull(relatedBody),
});

export const signalBody = ({ title, outlet, url, publishedOn }: SignalDraft) => ({
  title: title.trim(),
  outlet: orNull(outlet),
  url: addressOf(url),
  publishedOn: orNull(publishedOn),
});

/** What was written of an issue as the signals it came from; without any, the writing itself is one. */
export function signalsOf(draft: NewIssueDraft) {
  const channel = draft.channel ?? 'own';
  const found = written(draft.signals, EMPTY_SIGNAL);
  if (found.length) return found.map((one) => ({ ...signalBody(one), channel }));
  return [{ channel, title: draft.title.trim(), body: orNull(draft.summary) }];
}

export function newIssueBody(draft: NewIssueDraft, signalIds: string[]): NewIssue {
  return {
    ...contentBody(draft),
    channel: draft.channel!,
    signalIds,
    signals: written(draft.signals, EMPTY_SIGNAL).map(signalBody),
    requests: written(draft.requests, EMPTY_REQUEST).map(requestBody),
    confidential: draft.confidential,
    readers: draft.confidential ? draft.readers : [],
  };
}

export function contentOf(issue: Issue): IssueContent {
  return {
    title: issue.title,
    summary: issue.summary,
    risks: issue.risks.map(({ text, footnote }) => ({ text, footnote: footnote ?? '' })),
    notes: issue.notes.map((text) => ({ text })),
    expectedMonth: issue.expectedMonth,
    impact: issue.impact === null ? null : String(issue.impact),
    likelihood: issue.likelihood === null ? null : String(issue.likelihood),
    leadDepartmentId: issue.leadDepartmentId,
    alternatives: issue.alternatives.map((one) => ({
      id: one.id,
      horizon: one.horizon,
      text: one.text,
      effect: one.effect ?? '',
      cost: one.cost ?? '',
      sideEffect: one.sideEffect ?? '',
      precedent: one.precedent ?? '',
      recommended: one.recommended,
    })),
    readers: issue.readers,
    districts: issue.districts,
    kind: issue.kind,
    fields: Object.fromEntries(Object.entries(issue.fields).map(([name, value]) => [name, String(value)])),
  };
}

const OFFICES = /(시|구|군|도|회|소속|담당|출입|해당|일부|여당|야당)$/;

/** Names of reporters and members do not belong here: the text may be disclosed (practice.md 2.5). */
export function namesIn(text: string): string[] {
  const found = Array.from(text.matchAll(/([가-힣]{2,4}) ?(의원|기자)(?![가-힣]*(단|실|회|총회))/g));
  return found.filter(([, name]) => name!.length === 3 && !OFFICES.test(name!)).map(([whole]) => whole);
}
