import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { IssueKindName } from '#config/issue-kinds.js';
import type { KindFields } from './rules/kind-fields.js';
import type {
  Channel,
  Confidence,
  Direction,
  Grade,
  Mode,
  Outcome,
  Place,
  Stage,
  State,
  Treatment,
} from './vocabulary.js';

export interface Risk {
  text: string;
  footnote: string | null;
}

/** Where a closed issue stood, so that reopening returns it there. */
export interface ClosedFrom {
  stage: Stage;
  state: State;
  needsReview?: boolean;
}

@Entity('issues')
export class Issue {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  number: string;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  channel: Channel;

  @Column('text')
  stage: Stage;

  @Column('text')
  state: State;

  /** Raised by a change of title, summary, risks, signals, impact or likelihood; assessments belong to one. */
  @Column('int')
  revision: number;

  /** Raised by any visible change; the ETag. */
  @Column('int')
  version: number;

  @Column('text', { nullable: true })
  grade: Grade | null;

  @Column('text', { nullable: true })
  direction: Direction | null;

  @Column('numeric', { nullable: true })
  score: number | null;

  /** As it was first proposed (최초 수준). */
  @Column('numeric', { nullable: true })
  inherentScore: number | null;

  @Column('text', { nullable: true })
  inherentGrade: Grade | null;

  /** The grade that measures are to bring it to (목표 수준). */
  @Column('text', { nullable: true })
  targetGrade: Grade | null;

  /** How sure the assessor is. */
  @Column('text', { nullable: true })
  confidence: Confidence | null;

  @Column('text', { nullable: true })
  treatment: Treatment | null;

  @Column('text', { nullable: true })
  mode: Mode | null;

  /** 현안회의 상정 (chaired by a vice mayor). */
  @Column('boolean')
  agenda: boolean;

  /** Out of its turn in the queue, with the reason. */
  @Column('text', { nullable: true })
  placed: Place | null;

  @Column('text', { nullable: true })
  placedReason: string | null;

  @Column('int', { nullable: true })
  impact: number | null;

  @Column('int', { nullable: true })
  likelihood: number | null;

  @Column('text', { nullable: true })
  expectedMonth: string | null;

  /** The officer's own month wins over the rule's. */
  @Column('text', { nullable: true })
  expectedBy: 'officer' | 'rule' | null;

  @Column('text', { nullable: true })
  expectedReason: string | null;

  @Column('date', { nullable: true })
  expectedOn: string | null;

  @Column('uuid', { nullable: true })
  leadDepartmentId: string | null;

  @Column('text', { nullable: true })
  leadBy: 'officer' | 'rule' | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  /** The day of its next review (정기 점검). */
  @Column('date', { nullable: true })
  reviewDueOn: string | null;

  @Column('boolean')
  confidential: boolean;

  @Column('boolean')
  needsReview: boolean;

  @Column('jsonb')
  notes: string[];

  @Column('jsonb')
  risks: Risk[];

  @Column('uuid', { nullable: true })
  createdBy: string | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz')
  updatedAt: Date;

  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Column('text', { nullable: true })
  outcome: Outcome | null;

  @Column('text', { nullable: true })
  lesson: string | null;

  @Column('uuid', { nullable: true })
  closedBy: string | null;

  @Column('jsonb', { nullable: true })
  closedFrom: ClosedFrom | null;

  @Column('uuid', { nullable: true })
  mergedInto: string | null;

  /** The issue it stands under; one level only. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** The crisis whose aftermath it is. */
  @Column('uuid', { nullable: true })
  followUpOf: string | null;

  /** Who took the crisis over. */
  @Column('uuid', { nullable: true })
  handedOverTo: string | null;

  @Column('text', { array: true })
  districts: string[];

  @Column('text', { nullable: true })
  kind: IssueKindName | null;

  /** By the names of `config/issue-kinds.ts`. */
  @Column('jsonb')
  fields: KindFields;
}
