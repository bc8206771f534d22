import type { ReportIssue } from './document.js';
import { forecast, type Known } from './rules/probability.js';
import type { ReasonKind } from './vocabulary.js';

type Coverage = ReportIssue['coverage'][number];
type Request = ReportIssue['requests'][number];
type Alternative = ReportIssue['alternatives'][number];
type Response = ReportIssue['responses'][number];

/** An issue with nothing but what every issue has. */
export function bareIssue(changes: Partial<ReportIssue> = {}): ReportIssue {
  return {
    rank: 1,
    number: '2026-0001',
    title: '공영주차장 요금 조정에 따른 민원 대비',
    channel: 'press',
    grade: 'high',
    score: 52.5,
    impact: 4,
    likelihood: 3,
    trend: 'new',
    direction: 'department',
    expectedMonth: '2026-12',
    expectedReason: null,
    expectedOn: null,
    reasons: [{ kind: 'judgement', text: '' }],
    forecast: foreseen('judgement'),
    leadDepartment: '도시교통실',
    supportingDepartments: [],
    summary: '요금 조정안 공고 이후 문의가 늘고 있음',
    notes: [],
    coverage: [],
    risks: [],
    requests: [],
    alternatives: [],
    responses: [],
    outcome: null,
    ...changes,
  };
}

/** A forecast as the rule makes it. */
export function foreseen(kind: ReasonKind, changes: Partial<Known> = {}): ReportIssue['forecast'] {
  const nothing = { dayKnown: false, recent: 1, before: 1, anniversary: false, overdue: false };
  return forecast({ kind, ...nothing, grade: 'high', likelihood: null, ...changes });
}

export function coverage(title: string, changes: Partial<Coverage> = {}): Coverage {
  return { channel: 'press', title, outlet: '한강일보', publishedOn: '2026-11-20', count: null, ...changes };
}

export function request(text: string, changes: Partial<Request> = {}): Request {
  return { horizon: 'short', text, department: '도시교통실', dueOn: null, state: 'delivered', ...changes };
}

export function alternative(text: string, changes: Partial<Alternative> = {}): Alternative {
  return { horizon: null, text, effect: null, cost: null, sideEffect: null, recommended: false, ...changes };
}

export function response(text: string, changes: Partial<Response> = {}): Response {
  return {
    department: '도시교통실',
    text,
    answeredOn: '2026-11-24',
    docNo: null,
    progress: null,
    ...changes,
  };
}
