import { FACTORS, type FactorName, type Level } from '#issues/vocabulary.js';
import type { ScoringPolicy } from '#config/scoring.js';
import { higher, lower, read, type Finding, type Reading, type ScoreInput } from './evidence.js';
import { council, legalAudit, press } from './factors-from-signals.js';
import { controllability, imminence, persistence } from './factors-from-time.js';
import { budget, reach, safety, vulnerable } from './factors-from-text.js';

export type { ScoreInput, ScoreSignal } from './evidence.js';

export interface ScoredFactor {
  name: FactorName;
  value: Level;
  weight: number;
  /** weight × (value − 1) / 4. */
  contribution: number;
  /** Phrases an officer would write; never empty. */
  evidence: string[];
  /** A higher level that the evidence points to and a person must confirm. */
  proposed?: Level;
}

export interface Scored {
  policyVersion: string;
  /** 0–100: exactly the sum of the contributions. */
  score: number;
  factors: ScoredFactor[];
}

const READERS = {
  safety,
  vulnerable,
  reach,
  budget,
  legalAudit,
  council,
  press,
  persistence,
  imminence,
  controllability,
} satisfies Record<FactorName, (reading: Reading) => Finding[]>;

// More than this is noise to a reader.
const EVIDENCE_SHOWN = 5;

/**
 * The ten factors with their evidence, and their weighted sum, Σ weight × (level − 1) / 4 (`config/scoring.ts`). What the policy
 * does not let a machine set (safety and legalAudit 4–5) is proposed and not counted.
 */
export function score(input: ScoreInput, policy: ScoringPolicy): Scored {
  const reading = read(input, policy);
  const factors = FACTORS.map((name) => scoreFactor(name, reading));
  const total = factors.reduce((sum, factor) => sum + factor.contribution, 0);
  return { policyVersion: policy.version, score: total, factors };
}

function scoreFactor(name: FactorName, reading: Reading): ScoredFactor {
  const { weight } = reading.policy.factors[name];
  const confirmed = reading.input.confirmed?.[name];
  const findings = READERS[name](reading).toSorted((a, b) => b.level - a.level);
  const automatic = findings.reduce<Level>((top, one) => higher(top, lower(one.level, one.upTo)), 1);
  const hinted = findings.reduce<Level>((top, one) => higher(top, one.level), 1);
  const value = confirmed ?? automatic;
  const proposed = confirmed === undefined && hinted > automatic ? hinted : undefined;
  return {
    name,
    value,
    weight,
    contribution: (weight * (value - 1)) / 4,
    evidence: [...confirmation(name, confirmed, reading), ...phrases(findings, automatic, proposed)],
    ...(proposed && { proposed }),
  };
}

function confirmation(name: FactorName, level: Level | undefined, { policy }: Reading): string[] {
  return level ? [`담당자 확정: ${level}단계(${policy.factors[name].anchors[level - 1]?.ko})`] : [];
}

/** The findings that carry the value or point above it; weaker ones say nothing new. */
function phrases(findings: readonly Finding[], value: Level, proposed: Level | undefined): string[] {
  const telling = findings.filter((one) => one.level >= value);
  const texts = telling.map((one) =>
    proposed && one.level > value ? `${one.text} — ${one.level}단계 가능, 확인 필요` : one.text,
  );
  const shown = [...new Set(texts)].slice(0, EVIDENCE_SHOWN);
  return shown.length > 0 ? shown : ['근거가 되는 언급·동향 없음'];
}
