import type { RoundStanding } from '#rounds/vocabulary.js';
import type { Tone } from '../../ui/badge.js';

export const STANDING_TONES: Record<RoundStanding, Tone> = {
  waiting: 'warning',
  none: 'success',
  issues: 'info',
};
