import type { Language, Role } from './vocabulary.js';

/** Who asks, as the database knows them at this request. */
export interface Principal {
  id: string;
  name: string;
  email: string;
  role: Role;
  departmentId: string | null;
  language: Language;
}
