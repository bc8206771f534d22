import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Horizon } from '#issues/vocabulary.js';
import type { RequestState } from './vocabulary.js';

/** 요청사항: what a department is asked to do; without a department a task the office keeps for itself. */
@Entity('requests')
export class ActionRequest {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  issueId: string;

  @Column('int')
  place: number;

  @Column('uuid', { nullable: true })
  departmentId: string | null;

  @Column('text', { nullable: true })
  horizon: Horizon | null;

  @Column('text')
  text: string;

  @Column('text')
  state: RequestState;

  /** When receipt (접수) is due. */
  @Column('timestamptz', { nullable: true })
  acknowledgeBy: Date | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('text', { nullable: true })
  docNo: string | null;

  @Column('text', { nullable: true })
  handlingUnit: string | null;

  /** A person of the department who handles it. */
  @Column('uuid', { nullable: true })
  handlerId: string | null;

  @Column('timestamptz', { nullable: true })
  assignBy: Date | null;

  @Column('timestamptz', { nullable: true })
  assignedAt: Date | null;

  @Column('uuid', { nullable: true })
  assignedBy: string | null;

  /** 투자·출연기관 or 자치구 that it concerns. */
  @Column('text', { nullable: true })
  relatedBody: string | null;

  /** The request whose answer takes this one's in (총괄 회신). */
  @Column('uuid', { nullable: true })
  collectedBy: string | null;

  @Column('uuid', { nullable: true })
  requestedBy: string | null;

  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  acknowledgedAt: Date | null;

  @Column('uuid', { nullable: true })
  acknowledgedBy: string | null;

  @Column('timestamptz', { nullable: true })
  answeredAt: Date | null;

  @Column('timestamptz', { nullable: true })
  refusedAt: Date | null;

  @Column('uuid', { nullable: true })
  refusedBy: string | null;

  @Column('text', { nullable: true })
  refusalReason: string | null;

  @Column('uuid', { nullable: true })
  suggestedDepartmentId: string | null;

  /** When the office is to settle a refusal, or to judge an answer. */
  @Column('timestamptz', { nullable: true })
  officeBy: Date | null;

  @VersionColumn()
  version: number;
}
