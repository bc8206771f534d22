import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Position } from '#people/vocabulary.js';
import type { Authority, DecisionOutcome, Direction, Grade, Stage } from './vocabulary.js';

/** What a person decided, bound to the revision that person saw. */
@Entity('decisions')
export class Decision {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  issueId: string;

  @Column('text')
  stage: Stage;

  @Column('int')
  revision: number;

  @Column('text')
  outcome: DecisionOutcome;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  grade: Grade | null;

  @Column('text', { nullable: true })
  direction: Direction | null;

  @Column('uuid', { nullable: true })
  leadDepartmentId: string | null;

  @Column('timestamptz', { nullable: true })
  dueAt: Date | null;

  @Column('uuid', { nullable: true })
  mergeInto: string | null;

  @Column('uuid', { nullable: true })
  handOverTo: string | null;

  @Column('uuid')
  decidedBy: string;

  /** 대결: in whose name. */
  @Column('uuid', { nullable: true })
  onBehalfOf: string | null;

  @Column('text')
  authority: Authority;

  /** Who approved it elsewhere, where it is a record of that. */
  @Column('text', { nullable: true })
  approvedPosition: Position | null;

  @Column('text', { nullable: true })
  approvedName: string | null;

  @Column('text', { nullable: true })
  approvedDocNo: string | null;

  @Column({ type: 'timestamptz', insert: false, update: false })
  decidedAt: Date;

  /** A later revision made it void; it stays on record. */
  @Column('timestamptz', { nullable: true })
  voidedAt: Date | null;
}
