import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Approval } from '#issues/authorize.js';
import type { ReportDocument } from './document.js';
import type { EditionState } from './vocabulary.js';

/** One numbered version of a month's report; from approval on it never changes. */
@Entity('editions')
export class Edition {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  month: string;

  @Column('int')
  number: number;

  @Column('text')
  state: EditionState;

  @Column('jsonb')
  document: ReportDocument;

  @Column('timestamptz')
  compiledAt: Date;

  @Column('timestamptz', { nullable: true })
  approvedAt: Date | null;

  @Column('uuid', { nullable: true })
  approvedBy: string | null;

  /** What a superior approved elsewhere, where the position of who issued it does not reach. */
  @Column('jsonb', { nullable: true })
  approval: Approval | null;

  @Column('timestamptz', { nullable: true })
  sentAt: Date | null;
}
