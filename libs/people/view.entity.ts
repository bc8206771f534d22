import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ViewPage } from './vocabulary.js';

/** A list as somebody likes to see it: the page's query string and columns under a name. */
@Entity('views')
export class View {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  ownerId: string;

  @Column('text')
  page: ViewPage;

  @Column('text')
  name: string;

  @Column('text')
  query: string;

  @Column('jsonb')
  columns: string[];

  @Column('boolean')
  shared: boolean;

  @VersionColumn()
  version: number;

  @Column({ type: 'timestamptz', insert: false })
  updatedAt: Date;
}
