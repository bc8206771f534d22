import { DELIVERY_STATES } from '#deliveries/vocabulary.js';
import { POSITIONS } from '#people/vocabulary.js';
import { Free, Id, Instant, ListOf, Month, OneOf, Part, Text, Whole } from '#platform/fields.js';
import { CHANGES_OF_EDITION, EDITION_STATES } from '#reports/vocabulary.js';
import { APPROVAL, ApprovalBody } from '../issues/issue-bodies.js';
import { ApprovalAnswer } from '../issues/judgement-answers.js';

const nullable = { nullable: true } as const;

export class ReportBody {
  @Month({ description: '예상 월' })
  month: string;
}

export class IssuingBody {
  @Part(() => ApprovalBody, APPROVAL)
  approval?: ApprovalBody | null;
}

const MOST_LINES = 10;
const LINE = { max: 300 } as const;

export class OwnLinesBody {
  @Text({ ...LINE, optional: true, nullable: true, description: '총평 한 줄' })
  opening?: string | null;

  @ListOf('text', { max: MOST_LINES, optional: true, description: '행정사항에 더하는 줄' })
  remarks?: string[];

  @Text({ max: 60, optional: true, nullable: true, description: '문서번호' })
  documentNo?: string | null;

  @Text({ max: 60, optional: true, nullable: true, description: '방침번호' })
  policyNo?: string | null;

  @ListOf('text', { max: MOST_LINES, optional: true, description: '협조 부서' })
  consulted?: string[];

  @Text({ ...LINE, optional: true, nullable: true, description: '정정 사유(정정본에만)' })
  correctionReason?: string | null;
}

class OwnLinesAnswer {
  @Text({ ...LINE, ...nullable })
  opening: string | null;

  @ListOf('text', { max: MOST_LINES })
  remarks: string[];

  @Text({ max: 60, ...nullable })
  documentNo: string | null;

  @Text({ max: 60, ...nullable })
  policyNo: string | null;

  @ListOf('text', { max: MOST_LINES })
  consulted: string[];

  @Text({ ...LINE, ...nullable })
  correctionReason: string | null;
}

export class HoldBody {
  @Text({ max: 1000, description: '보류 또는 해제 사유' })
  reason: string;
}

export class ResendingBody {
  @Id({ description: '다시 받을 사람' })
  userId: string;
}

export class EditionChangeAnswer {
  @OneOf(CHANGES_OF_EDITION)
  kind: string;

  @Text({ max: 40, nullable: true, description: '이슈번호; 이슈가 아닌 내용은 null' })
  number: string | null;

  @Text({ max: 2000, ...nullable })
  title: string | null;

  @Text({ max: 2000, ...nullable })
  from: string | null;

  @Text({ max: 2000, ...nullable })
  to: string | null;
}

export class HoldAnswer {
  @Instant()
  heldAt: string;

  @Text({ max: 200 })
  heldBy: string;

  @Text({ max: 1000 })
  reason: string;

  @Instant(nullable)
  releasedAt: string | null;

  @Text({ max: 200, ...nullable })
  releasedBy: string | null;

  @Text({ max: 1000, ...nullable })
  releaseReason: string | null;
}

export class EditionAnswer {
  @Whole({ min: 1, max: 1e6 })
  number: number;

  @OneOf(EDITION_STATES)
  state: string;

  @Instant({ nullable: true, description: '확정한 때' })
  issuedAt: string | null;

  @Text({ max: 200, nullable: true, description: '확정한 사람' })
  issuedBy: string | null;

  @Part(() => ApprovalAnswer, nullable)
  approval: ApprovalAnswer | null;

  @Instant({ nullable: true })
  sentAt: string | null;

  @Instant()
  compiledAt: string;

  @Free({ description: '형식별 SHA-256' })
  checksums: Record<string, string>;

  @ListOf(() => EditionChangeAnswer, { max: 10_000, nullable: true, description: '앞 차수와 달라진 점' })
  changes: EditionChangeAnswer[] | null;

  @Whole({ min: 1, max: 1e6, nullable: true, description: 'PDF의 쪽수' })
  pages: number | null;

  @ListOf(() => HoldAnswer, { max: 10_000, description: '보류와 해제' })
  holds: HoldAnswer[];
}

export class ReportAnswer {
  @Month()
  month: string;

  @OneOf(EDITION_STATES, { nullable: true, description: '없으면 작성 중' })
  state: string | null;

  @Whole({ min: 1, max: 1e9 })
  version: number;

  @Instant()
  requestedAt: string;

  @Part(() => OwnLinesAnswer, { description: '담당자 작성란' })
  ownLines: OwnLinesAnswer;

  @ListOf(() => EditionAnswer, { max: 10_000 })
  editions: EditionAnswer[];
}

export class RecipientAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(POSITIONS)
  position: string;

  @Instant({ nullable: true, description: '마지막으로 알린 때' })
  toldAt: string | null;

  @OneOf(DELIVERY_STATES, { nullable: true, description: '마지막 메일의 상태' })
  mail: string | null;

  @Instant({ nullable: true, description: '처음 열람한 때' })
  readAt: string | null;
}

export class RecipientsAnswer {
  @ListOf(() => RecipientAnswer, { max: 10_000 })
  items: RecipientAnswer[];
}
