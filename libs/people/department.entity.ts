import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface Mandate {
  goal: string;
  indicators: string[];
}

/** A 실·본부·국 of the city. */
@Entity('departments')
export class Department {
  @PrimaryColumn('uuid')
  id: string;

  @Column('int')
  no: number;

  @Column('text')
  name: string;

  @Column('date')
  validFrom: string;

  @Column('date', { nullable: true })
  validTo: string | null;

  @Column('uuid', { nullable: true })
  successorId: string | null;

  /** Which sees what this one is asked. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** Never proposed as lead where false, e.g. independent bodies. */
  @Column('boolean')
  leadEligible: boolean;

  /** Proposed only for what is its own operation, e.g. a hospital. */
  @Column('boolean')
  ownWorkOnly: boolean;

  @Column('jsonb')
  mandate: Mandate[];

  @VersionColumn()
  version: number;
}
