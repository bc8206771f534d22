import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Collected } from './collect.js';
import type { Confirmation, MeasureStatus, ResponseState } from './vocabulary.js';

/** 부서대응: one version of a department's answer; versions are added, never changed. */
@Entity('responses')
export class DepartmentResponse {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  requestId: string;

  /** Which answer to the request this is, from 1. */
  @Column('int')
  version: number;

  @Column('text')
  text: string;

  @Column('text', { nullable: true })
  status: MeasureStatus | null;

  /** Percent. */
  @Column('int', { nullable: true })
  progress: number | null;

  @Column('text')
  state: ResponseState;

  @Column('text', { nullable: true })
  handlingUnit: string | null;

  @Column('text', { nullable: true })
  confirmedPosition: string | null;

  @Column('text', { nullable: true })
  confirmedName: string | null;

  @Column('text', { nullable: true })
  docNo: string | null;

  /** What an answer of all (총괄 회신) took in. */
  @Column('jsonb', { nullable: true })
  consolidates: Collected[] | null;

  @Column('text', { nullable: true })
  confirmation: Confirmation | null;

  @Column('text', { nullable: true })
  missingReason: string | null;

  @Column('uuid')
  postedBy: string;

  @Column('uuid', { nullable: true })
  reviewedBy: string | null;

  @Column('timestamptz', { nullable: true })
  reviewedAt: Date | null;

  @Column('text', { nullable: true })
  comment: string | null;
}
