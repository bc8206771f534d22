import type { Language, Position, Role } from './vocabulary.js';

/** Who asks, as the database knows them at this request. */
export interface Principal {
  id: string;
  name: string;
  email: string;
  role: Role;
  position: Position;
  /** 전결 위임: up to which position this person decides in the name of superiors. */
  delegatedPosition: Position | null;
  departmentId: string | null;
  /** Whose deputy this person is today. */
  standsFor?: Represented[];
  /** In whose name this person acts now (대결). */
  onBehalfOf?: string | null;
  language: Language;
}

/** Somebody absent whom another stands for. */
export interface Represented {
  id: string;
  name: string;
  position: Position;
  delegatedPosition: Position | null;
}
