import { ROUTING } from '#config/routing.js';
import { confirmationOf, rankOf } from './confirmation.js';

describe('who confirmed an answer', () => {
  it('has the rank that the words of the position tell', () => {
    expect(
      [
        '복지정책과장',
        '노동정책담당관',
        '도시기반시설본부장',
        '행정1부시장',
        '시장',
        '교통기획관',
        '팀장',
        '과장(직무대리)',
        '○○',
      ].map(rankOf),
    ).toEqual([
      'division-head',
      'division-head',
      'office-head',
      'vice-mayor',
      'mayor',
      'bureau-head',
      'team-leader',
      'division-head',
      null,
    ]);
  });

  it('is enough from the position on that the grade asks for', () => {
    const of = (grade: Parameters<typeof confirmationOf>[0], position: string | null) =>
      confirmationOf(grade, position, ROUTING.decides.answer.position);
    expect([of('critical', '과장'), of('critical', '국장'), of('high', '과장'), of('high', '팀장')]).toEqual([
      'below',
      'enough',
      'enough',
      'below',
    ]);
    expect([of('high', null), of('high', '아무개'), of('low', null), of(null, null)]).toEqual([
      'missing',
      'unclear',
      null,
      null,
    ]);
  });
});
