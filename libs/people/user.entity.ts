import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { Language, Position, Role } from './vocabulary.js';

@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  email: string;

  @Column('text')
  name: string;

  @Column('text')
  role: Role;

  @Column('text')
  position: Position;

  /** 전결 위임: up to which position this person decides in the name of superiors. */
  @Column('text', { nullable: true })
  delegatedPosition: Position | null;

  @Column('uuid', { nullable: true })
  departmentId: string | null;

  @Column('text')
  language: Language;

  @Column('text', { nullable: true, select: false })
  passwordHash: string | null;

  /** To be changed by its owner before anything else. */
  @Column('boolean')
  passwordDue: boolean;

  @Column('boolean')
  active: boolean;

  @VersionColumn()
  version: number;
}
