export const ROLES = ['officer', 'department', 'manager', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Ranks from the desk up: 주무관 · 팀장 · 과장(담당관) · 국장(기획관) · 실장(본부장) · 부시장 · 시장. */
export const POSITIONS = [
  'staff',
  'team-leader',
  'division-head',
  'bureau-head',
  'office-head',
  'vice-mayor',
  'mayor',
] as const;
export type Position = (typeof POSITIONS)[number];

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
