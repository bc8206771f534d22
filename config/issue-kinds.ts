import type { Grade } from '#issues/vocabulary.js';
import type { Label } from '#platform/labels.js';

interface FieldBase {
  name: string;
  label: Label;
  /** From this grade on it must be filled in; absent: never. */
  requiredFrom?: Grade;
}

/** One thing more to know of an issue of a kind: in words, as a number with its unit, a day, or one of a list. */
export type KindField = FieldBase &
  (
    | { type: 'text' }
    | { type: 'number'; unit: Label; max: number }
    | { type: 'date' }
    | { type: 'choice'; choices: readonly { value: string; label: Label }[] }
  );

export interface IssueKind {
  label: Label;
  fields: readonly KindField[];
}

const label = (ko: string, en: string): Label => ({ ko, en });
const choice = (value: string, ko: string, en: string): { value: string; label: Label } => ({
  value,
  label: label(ko, en),
});

/**
 * Kinds of issue by what has to be known of them before somebody can decide, as judgement of practice: an office changes them here.
 * An issue needs no kind, and a 낮음 none of the fields (practice.md 0.11).
 */
export const ISSUE_KINDS = {
  facility: {
    label: label('시설·안전', 'Facilities and safety'),
    fields: [
      { name: 'facility', label: label('대상 시설', 'Facility'), type: 'text', requiredFrom: 'moderate' },
      {
        name: 'lastInspectedOn',
        label: label('최근 점검일', 'Last inspected'),
        type: 'date',
        requiredFrom: 'high',
      },
      {
        name: 'safetyRating',
        label: label('안전등급', 'Safety rating'),
        type: 'choice',
        choices: [
          choice('a', 'A(우수)', 'A (excellent)'),
          choice('b', 'B(양호)', 'B (good)'),
          choice('c', 'C(보통)', 'C (fair)'),
          choice('d', 'D(미흡)', 'D (poor)'),
          choice('e', 'E(불량)', 'E (failing)'),
          choice('none', '해당 없음', 'Not rated'),
        ],
      },
      {
        name: 'users',
        label: label('하루 이용 인원', 'Users a day'),
        type: 'number',
        unit: label('명', 'people'),
        max: 20_000_000,
      },
    ],
  },
  event: {
    label: label('행사·인파', 'Events and crowds'),
    fields: [
      { name: 'event', label: label('행사명', 'Event'), type: 'text', requiredFrom: 'moderate' },
      { name: 'startsOn', label: label('시작일', 'First day'), type: 'date', requiredFrom: 'moderate' },
      { name: 'endsOn', label: label('종료일', 'Last day'), type: 'date' },
      {
        name: 'expectedCrowd',
        label: label('예상 순간 최대 인원', 'Expected at its peak'),
        type: 'number',
        unit: label('명', 'people'),
        max: 20_000_000,
        requiredFrom: 'high',
      },
      {
        name: 'host',
        label: label('주최', 'Host'),
        type: 'choice',
        choices: [
          choice('city', '시', 'City'),
          choice('district', '자치구', 'District'),
          choice('private', '민간', 'Private'),
          choice('none', '주최 없음', 'Nobody'),
        ],
        requiredFrom: 'high',
      },
    ],
  },
  contract: {
    label: label('위탁·계약', 'Outsourcing and contracts'),
    fields: [
      {
        name: 'contractor',
        label: label('수탁·계약 상대', 'Contractor'),
        type: 'text',
        requiredFrom: 'moderate',
      },
      { name: 'expiresOn', label: label('만료일', 'Expires'), type: 'date', requiredFrom: 'moderate' },
      {
        name: 'amount',
        label: label('계약금액', 'Amount'),
        type: 'number',
        unit: label('백만원', 'million won'),
        max: 100_000_000,
      },
      {
        name: 'staff',
        label: label('고용 승계 대상', 'Staff concerned'),
        type: 'number',
        unit: label('명', 'people'),
        max: 1_000_000,
      },
      {
        name: 'renewal',
        label: label('처리 방향', 'What follows'),
        type: 'choice',
        choices: [
          choice('renew', '재계약', 'Renewal'),
          choice('tender', '공개모집', 'Tender'),
          choice('direct', '직영 전환', 'Run by the city'),
          choice('end', '종료', 'End'),
          choice('open', '미정', 'Open'),
        ],
        requiredFrom: 'high',
      },
    ],
  },
  budget: {
    label: label('예산·재정', 'Budget and finance'),
    fields: [
      {
        name: 'amount',
        label: label('관련 예산', 'Amount'),
        type: 'number',
        unit: label('백만원', 'million won'),
        max: 100_000_000,
        requiredFrom: 'moderate',
      },
      {
        name: 'source',
        label: label('재원', 'Source'),
        type: 'choice',
        choices: [
          choice('city', '시비', 'City'),
          choice('national', '국비', 'State'),
          choice('matched', '국·시비 매칭', 'State and city'),
          choice('fund', '기금', 'Fund'),
          choice('private', '민간', 'Private'),
        ],
        requiredFrom: 'high',
      },
      {
        name: 'executionRate',
        label: label('집행률', 'Spent'),
        type: 'number',
        unit: label('%', '%'),
        max: 100,
      },
    ],
  },
  law: {
    label: label('법령·제도', 'Law and rules'),
    fields: [
      {
        name: 'law',
        label: label('관련 법령·조례', 'Law or ordinance'),
        type: 'text',
        requiredFrom: 'moderate',
      },
      {
        name: 'effectiveOn',
        label: label('시행일(유예 만료일)', 'In force from'),
        type: 'date',
        requiredFrom: 'high',
      },
      {
        name: 'dispute',
        label: label('쟁송', 'Dispute'),
        type: 'choice',
        choices: [
          choice('none', '없음', 'None'),
          choice('appeal', '행정심판', 'Administrative appeal'),
          choice('lawsuit', '소송', 'Lawsuit'),
          choice('audit', '감사·조사', 'Audit or inquiry'),
        ],
      },
    ],
  },
  labour: {
    label: label('노동·갈등', 'Labour and conflict'),
    fields: [
      {
        name: 'parties',
        label: label('당사자(단체)', 'Parties (organisations)'),
        type: 'text',
        requiredFrom: 'moderate',
      },
      { name: 'demand', label: label('요구·쟁점', 'Demand'), type: 'text', requiredFrom: 'high' },
      { name: 'actionOn', label: label('쟁의·집회 예정일', 'Action announced for'), type: 'date' },
      {
        name: 'people',
        label: label('관련 인원', 'People concerned'),
        type: 'number',
        unit: label('명', 'people'),
        max: 10_000_000,
      },
    ],
  },
  service: {
    label: label('민원·서비스', 'Complaints and services'),
    fields: [
      { name: 'service', label: label('대상 서비스', 'Service'), type: 'text', requiredFrom: 'moderate' },
      {
        name: 'complaints',
        label: label('월 민원 건수', 'Complaints a month'),
        type: 'number',
        unit: label('건', 'complaints'),
        max: 10_000_000,
      },
      {
        name: 'users',
        label: label('이용 대상', 'Users'),
        type: 'number',
        unit: label('명', 'people'),
        max: 20_000_000,
        requiredFrom: 'high',
      },
    ],
  },
} as const satisfies Record<string, IssueKind>;

export type IssueKindName = keyof typeof ISSUE_KINDS;
export const ISSUE_KIND_NAMES = Object.keys(ISSUE_KINDS) as IssueKindName[];
