import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Channel } from '#issues/vocabulary.js';
import type { SignalState } from './vocabulary.js';

/** 동향: one article, question, finding, or a count of complaints over a period. */
@Entity('signals')
export class Signal {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  channel: Channel;

  @Column('text', { nullable: true })
  kind: string | null;

  @Column('text')
  title: string;

  @Column('text', { nullable: true })
  outlet: string | null;

  @Column('text', { nullable: true })
  url: string | null;

  @Column('date', { nullable: true })
  publishedOn: string | null;

  @Column('int', { nullable: true })
  count: number | null;

  @Column('date', { nullable: true })
  periodFrom: string | null;

  @Column('date', { nullable: true })
  periodTo: string | null;

  /** The count usual for such a period: last year's or that of the four weeks before. */
  @Column('numeric', { nullable: true })
  baseline: number | null;

  @Column('text', { nullable: true })
  body: string | null;

  /** The source's own id: a repeat by the same source is the same signal. */
  @Column('text', { nullable: true })
  externalId: string | null;

  @Column('text')
  state: SignalState;

  @Column('uuid', { nullable: true })
  issueId: string | null;

  @Column('uuid', { nullable: true })
  clusterId: string | null;

  /** A person took it out of its cluster. */
  @Column('boolean', { default: false })
  apart: boolean;

  /** 게재면, e.g. A12면. */
  @Column('text', { nullable: true })
  placement: string | null;

  @Column('timestamptz', { nullable: true })
  settledAt: Date | null;

  @Column('text', { nullable: true })
  dismissalReason: string | null;

  @Column('uuid')
  createdBy: string;

  @VersionColumn()
  version: number;
}
