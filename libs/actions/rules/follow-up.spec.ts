import { HOLIDAYS } from '#config/holidays.js';
import { REMINDERS } from '#config/reminders.js';
import type { Grade, Outcome } from '#issues/vocabulary.js';
import { calendar } from '#platform/calendar.js';
import { followUpOn } from './follow-up.js';

const asked = (grade: Grade | null, outcome: Outcome, closedOn = '2026-11-25') =>
  followUpOn({ grade, outcome, closedOn }, REMINDERS, calendar(HOLIDAYS));

describe('the question after closing', () => {
  it('comes the sooner the heavier the issue was', () => {
    expect(asked('critical', 'eased')).toBe('2026-12-23');
    expect(asked('high', 'prevented')).toBe('2027-01-20');
    expect(asked('moderate', 'did-not-occur')).toBe('2027-02-17');
    expect(asked('low', 'eased')).toBeNull();
    expect(asked(null, 'eased')).toBeNull();
  });

  it('comes sooner after what broke out', () => {
    expect(asked('moderate', 'occurred')).toBe('2026-12-23');
    expect(asked('critical', 'spread')).toBe('2026-12-23');
  });

  it('is not put where there is nothing to happen again', () => {
    expect(
      (['not-a-risk', 'not-ours', 'crisis', 'duplicate'] as const).map((one) => asked('critical', one)),
    ).toEqual([null, null, null, null]);
  });

  it('falls on a working day', () => {
    expect(asked('critical', 'eased', '2026-08-27')).toBe('2026-09-28');
  });
});
