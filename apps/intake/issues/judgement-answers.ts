import { AUTHORITIES, GRADES, HORIZONS } from '#issues/vocabulary.js';
import { POSITIONS } from '#people/vocabulary.js';
import { Amount, Day, Flag, Id, Instant, OneOf, Part, Text } from '#platform/fields.js';

const nullable = { nullable: true } as const;
const LONG = 50_000;

export class AlternativeAnswer {
  @Id()
  id: string;

  @OneOf([...HORIZONS, 'none'], nullable)
  horizon: string | null;

  @Text({ max: LONG })
  text: string;

  @Text({ max: LONG, ...nullable })
  effect: string | null;

  @Text({ max: LONG, ...nullable })
  cost: string | null;

  @Text({ max: LONG, ...nullable })
  sideEffect: string | null;

  @Text({ max: LONG, ...nullable })
  precedent: string | null;

  @Flag()
  recommended: boolean;

  @Instant(nullable)
  chosenAt: string | null;

  @Text({ max: 200, ...nullable })
  chosenBy: string | null;

  @Text({ max: LONG, ...nullable })
  choiceReason: string | null;
}

export class ApprovalAnswer {
  @OneOf(POSITIONS)
  position: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 200, ...nullable })
  docNo: string | null;
}

export class LevelAnswer {
  @OneOf(GRADES, nullable)
  grade: string | null;

  @Amount({ min: 0, max: 100, ...nullable })
  score: number | null;
}

export class LevelsAnswer {
  @Part(() => LevelAnswer, { description: '최초 수준' })
  inherent: LevelAnswer;

  @Part(() => LevelAnswer, { description: '현재 수준' })
  current: LevelAnswer;

  @Part(() => LevelAnswer, { description: '목표 수준' })
  target: LevelAnswer;
}

export class AcceptanceAnswer {
  @Id()
  id: string;

  @Text({ max: LONG })
  reason: string;

  @OneOf(GRADES)
  grade: string;

  @Day()
  expiresOn: string;

  @Text({ max: 200 })
  acceptedBy: string;

  @Instant()
  acceptedAt: string;

  @OneOf(AUTHORITIES)
  authority: string;

  @Part(() => ApprovalAnswer, nullable)
  approval: ApprovalAnswer | null;
}
