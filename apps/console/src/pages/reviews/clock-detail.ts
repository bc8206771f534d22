import { defineText } from '../../text/i18n.js';
import { useWords, type Words } from '../../text/words.js';

const useText = defineText('clock-detail', {
  ko: { late: '{{days}}근무일 경과', before: '기한 전·기한일' },
  en: { late: '{{days}} working day(s) late', before: 'before or at the deadline' },
});

/** What the clock's events carry. */
export interface ClockPayload {
  of?: keyof Words['awaited'];
  late?: number;
  position?: keyof Words['position'];
  recurred?: keyof Words['recurred'];
}

/** Of what, how late, to whom: what a reminder or a word up the line was about. */
export function useClockDetail(): (payload: ClockPayload) => string[] {
  const t = useText();
  const words = useWords();
  return ({ of, late, position, recurred }) => [
    ...(of ? [words.awaited[of]] : []),
    ...(late === undefined || of === 'progress' ? [] : [late > 0 ? t('late', { days: late }) : t('before')]),
    ...(position ? [words.position[position]] : []),
    ...(recurred ? [words.recurred[recurred]] : []),
  ];
}
