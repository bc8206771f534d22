import type { Grade, Outcome } from '#issues/vocabulary.js';
import type { Position } from '#people/vocabulary.js';

/**
 * A moment told from a deadline: before it where negative. `officeHours`: so much office time from it, 0 is the deadline itself;
 * `workingDays`: `sayAt` of the n-th working day from its day.
 */
export type Moment = { officeHours: number } | { workingDays: number };

/** Moments at which something is said, and again every so many working days after the last of them. */
export interface Rhythm {
  moments: readonly Moment[];
  thenEvery: number | null;
}

/** What waits for the office itself: so many working days from when it came, and when the office is reminded. */
export interface OfficeClock {
  workingDays: number;
  rhythm: Rhythm;
}

/** Up the line: when still nothing came, whoever holds the position in the department hears of it. */
export interface EscalationStep {
  after: Moment;
  to: Position;
}

export interface Line {
  acknowledgement: readonly EscalationStep[];
  answer: readonly EscalationStep[];
}

export interface ReminderPolicy {
  /** Time of day of what is said on a day, Asia/Seoul. */
  sayAt: string;
  byGrade: Readonly<Record<Grade, { acknowledgement: Rhythm; assignment: Rhythm; answer: Rhythm }>>;
  /** Long-term requests wait for money: they are asked for rarely, and followed up each quarter (분기 이행점검). */
  longTerm: { answer: Rhythm; escalation: readonly EscalationStep[] };
  /** A department that asks whose it is (소관 조정 요청), and one that waits to hear of its answer (회신 검토). */
  office: { settlement: OfficeClock; review: OfficeClock };
  escalation: {
    /** Up to this position it goes by itself; above, an officer releases it. */
    byItselfTo: Position;
    byGrade: Readonly<Record<Grade, Line>>;
  };
  followUp: {
    /** Weeks after closing in which it is asked whether it happened again; null: never. */
    weeks: Readonly<Record<Grade, number | null>>;
    /** What broke out is asked about sooner, at most after so many weeks; null: never asked. */
    outcomes: Readonly<Partial<Record<Outcome, number | null>>>;
    /** Unclear: asked again. */
    againWeeks: number;
  };
}

const NEVER: Rhythm = { moments: [], thenEvery: null };
const AT_THE_DEADLINE: Moment = { officeHours: 0 };
/** On the day, the day after, and then so often until it is done. */
const UNTIL_DONE = (thenEvery: number): Rhythm => ({
  moments: [AT_THE_DEADLINE, { workingDays: 1 }],
  thenEvery,
});

/** How departments are reminded (회신 요청 · 재요청 · 기한 경과 통보), and when it goes up the line (상향 보고). All figures are judgement of practice [J]. */
export const REMINDERS = {
  sayAt: '09:00',
  byGrade: {
    critical: {
      acknowledgement: { moments: [{ officeHours: -1 }, AT_THE_DEADLINE], thenEvery: 1 },
      assignment: { moments: [AT_THE_DEADLINE], thenEvery: 1 },
      answer: { moments: [{ officeHours: -2 }, AT_THE_DEADLINE], thenEvery: 1 },
    },
    high: {
      acknowledgement: { moments: [{ officeHours: -2 }, AT_THE_DEADLINE], thenEvery: 1 },
      assignment: { moments: [AT_THE_DEADLINE], thenEvery: 1 },
      answer: { moments: [{ workingDays: -1 }, AT_THE_DEADLINE], thenEvery: 1 },
    },
    moderate: {
      acknowledgement: { moments: [AT_THE_DEADLINE], thenEvery: 2 },
      assignment: { moments: [AT_THE_DEADLINE], thenEvery: 2 },
      answer: { moments: [{ workingDays: -2 }, AT_THE_DEADLINE], thenEvery: 3 },
    },
    // Asked only where an officer sets the deadline.
    low: {
      acknowledgement: NEVER,
      assignment: NEVER,
      answer: { moments: [{ workingDays: -1 }], thenEvery: 5 },
    },
  },
  longTerm: {
    answer: { moments: [{ workingDays: -20 }, { workingDays: -5 }, AT_THE_DEADLINE], thenEvery: 5 },
    escalation: [
      { after: { workingDays: 5 }, to: 'division-head' },
      { after: { workingDays: 20 }, to: 'bureau-head' },
    ],
  },
  office: {
    settlement: { workingDays: 1, rhythm: UNTIL_DONE(3) },
    review: { workingDays: 3, rhythm: UNTIL_DONE(3) },
  },
  escalation: {
    byItselfTo: 'division-head',
    byGrade: {
      critical: {
        acknowledgement: [{ after: { officeHours: 1 }, to: 'division-head' }],
        answer: [
          { after: { officeHours: 1 }, to: 'division-head' },
          { after: { officeHours: 5 }, to: 'bureau-head' },
          { after: { workingDays: 2 }, to: 'office-head' },
          { after: { workingDays: 4 }, to: 'vice-mayor' },
        ],
      },
      high: {
        acknowledgement: [{ after: { workingDays: 1 }, to: 'division-head' }],
        answer: [
          { after: { workingDays: 1 }, to: 'division-head' },
          { after: { workingDays: 3 }, to: 'bureau-head' },
          { after: { workingDays: 7 }, to: 'office-head' },
        ],
      },
      moderate: {
        acknowledgement: [{ after: { workingDays: 3 }, to: 'division-head' }],
        answer: [
          { after: { workingDays: 3 }, to: 'division-head' },
          { after: { workingDays: 10 }, to: 'bureau-head' },
        ],
      },
      low: { acknowledgement: [], answer: [] },
    },
  },
  followUp: {
    weeks: { critical: 4, high: 8, moderate: 12, low: null },
    outcomes: {
      occurred: 4,
      spread: 4,
      'not-a-risk': null,
      'not-ours': null,
      crisis: null,
      duplicate: null,
    },
    againWeeks: 4,
  },
} as const satisfies ReminderPolicy;
