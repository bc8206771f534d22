import type { RoutingPolicy } from '#config/routing.js';
import type { Direction, FactorName, Grade, Level } from '#issues/vocabulary.js';
import { atLeast, heavierThan } from './grade.js';
import { mentioned, plain } from './mention.js';

export interface RouteInput {
  text: string;
  grade: Grade;
  /** The grade should a person confirm the levels that the machine may only propose. */
  ifConfirmed: Grade;
  /** Points that the score lacks for the next heavier grade. */
  short: number | null;
  /** Why it has become a crisis since a person last looked. */
  crisis: readonly string[];
  /** A person has given or confirmed levels. */
  judged: boolean;
  factors: readonly { name: FactorName; value: Level }[];
  /** What it weighed when it was last referred to a person who has not decided yet. */
  waitedAt: Grade | null;
  leadByOfficer: boolean;
  /** What the officer already wrote to ask for; `addressed` where it names a department. */
  requests: readonly { addressed: boolean }[];
}

export interface Route {
  /** The one proposed; where a person decides, of unconfirmed levels too. */
  grade: Grade;
  direction: Direction;
  /** A person decides before anything leaves the office. */
  needsDecision: boolean;
  /** 현안회의 상정, proposed. */
  agenda: boolean;
  /** Units to be asked for support (협조), each with its reason. */
  support: { department: string; reason: string }[];
  reasons: string[];
}

/**
 * What is proposed, and whether a person decides first, by the routing policy. The grade proposed is that of all the evidence, also
 * of what a machine may not set by itself: that it asks. Nothing is ever sent to a department that
 * only the machine thought of: without an officer's lead or addressed requests what must go to a department waits for a person.
 * Nor does the office keep by itself what an officer meant for a department, or what nobody weighed and all but reaches the grade above.
 */
export function route(input: RouteInput, policy: RoutingPolicy): Route {
  const asked = !atLeast(input.grade, input.ifConfirmed);
  const unconfirmed = atLeast(input.ifConfirmed, policy.unconfirmedUpTo)
    ? policy.unconfirmedUpTo
    : input.ifConfirmed;
  const grade = atLeast(input.grade, unconfirmed) ? input.grade : unconfirmed;
  const addressed =
    input.leadByOfficer || (input.requests.length > 0 && input.requests.every((r) => r.addressed));
  const forDepartment = policy.direction[grade] === 'department';
  const byPolicy = policy.decision[grade];
  // Whoever changes the figures of an issue that waits for a superior does not decide in the superior's place.
  const waits = !byPolicy && input.waitedAt !== null && policy.decision[input.waitedAt];
  const happened = input.crisis.length > 0;
  const nobody = forDepartment && !byPolicy && !addressed;
  const meant = !forDepartment && input.requests.some((r) => r.addressed);
  const margin = policy.margins[heavierThan(grade)!] ?? 0;
  const close = !byPolicy && !asked && !input.judged && input.short !== null && input.short <= margin;
  const reasons = [
    ...(happened ? [`위기 전환 여부 확인 필요(${input.crisis.join(' · ')})`] : []),
    ...(byPolicy ? ['이 중요도는 결정권자의 확정 필요'] : []),
    ...(waits ? ['결정을 기다리는 동안 중요도가 낮아져 확인 필요'] : []),
    ...(asked ? ['확인을 요청한 평가항목에 따라 중요도가 달라질 수 있음'] : []),
    ...(nobody
      ? [input.requests.length > 0 ? '요청사항의 주관부서 지정 필요' : '제안된 주관부서 확인 필요']
      : []),
    ...(meant ? ['부서에 보낼 요청사항이 있어 자체관리 여부 확인 필요'] : []),
    ...(close ? ['경계 점수로 확인 필요'] : []),
  ];
  return {
    grade,
    direction: forDepartment ? 'department' : 'self',
    needsDecision: happened || byPolicy || waits || asked || nobody || meant || close,
    agenda: atLeast(grade, policy.agendaFrom),
    support: policy.support
      .filter((rule) => speaks(rule, input))
      .map(({ department, reason }) => ({ department, reason })),
    reasons,
  };
}

/**
 * 현안회의 상정 as it stands, unless the grade crosses the line: then it is proposed, or no more.
 * @param before null for what had no grade yet
 */
export function agendaAfter(
  stands: boolean,
  { before, after }: { before: Grade | null; after: Grade },
  { agendaFrom }: Pick<RoutingPolicy, 'agendaFrom'>,
): boolean {
  const belongs = atLeast(after, agendaFrom);
  return belongs === (before !== null && atLeast(before, agendaFrom)) ? stands : belongs;
}

function speaks(
  { factor, atLeast: level, words }: RoutingPolicy['support'][number],
  input: RouteInput,
): boolean {
  const value = input.factors.find(({ name }) => name === factor)?.value;
  if (factor && level && value !== undefined && value >= level) return true;
  return words !== undefined && mentioned(plain(input.text), words).length > 0;
}
