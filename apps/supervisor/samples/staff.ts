import type { Position, Role } from '#people/vocabulary.js';

export interface Employee {
  key: string;
  email: string;
  /** As the office writes names that are not to be known. */
  name: string;
  role: Role;
  position: Position;
  /** 전결 위임. */
  delegated?: Position;
  department: string | null;
}

/** The department whose account is handed out, so that a newcomer sees requests to answer. */
export const SHOWN_DEPARTMENT = '안전총괄실';

/** Where something goes up the line (상향 보고) in the sample history, and in the department shown: who is above the desk there. */
const WITH_HEADS = [SHOWN_DEPARTMENT, '노동민생정책관', '복지정책실', '물순환안전국'];
const HEADS = WITH_HEADS.flatMap((department, n) =>
  (
    [
      ['division-head', '과장'],
      ['bureau-head', '국장'],
    ] as const
  ).map(([position, title]): Employee => ({
    key: `${position}-${n + 1}`,
    email: `${position}-${n + 1}@haechi.local`,
    name: `${department} ${title}`,
    role: 'department',
    position,
    department,
  })),
);

/** One person a role, and one in every department. */
export const STAFF = (departments: string[]): Employee[] => [
  {
    key: 'officer',
    email: 'officer@haechi.local',
    name: '총괄담당',
    role: 'officer',
    position: 'staff',
    // One account shows the whole: in an office of one desk the decisions are delegated to it.
    delegated: 'office-head',
    department: null,
  },
  {
    key: 'manager',
    email: 'manager@haechi.local',
    name: '기획조정실장',
    role: 'manager',
    position: 'office-head',
    department: null,
  },
  {
    key: 'auditor',
    email: 'auditor@haechi.local',
    name: '이력 열람자',
    role: 'auditor',
    position: 'staff',
    department: null,
  },
  {
    key: 'admin',
    email: 'admin@haechi.local',
    name: '시스템 관리자',
    role: 'admin',
    position: 'staff',
    department: null,
  },
  ...HEADS,
  ...departments.map((department, i): Employee => ({
    key: department,
    email: department === SHOWN_DEPARTMENT ? 'department@haechi.local' : `department-${i + 1}@haechi.local`,
    name: `${department} 담당`,
    role: 'department',
    position: 'staff',
    department,
  })),
];
