import { readingText } from '#warnings/wording.js';
import type { Issue } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { useWarningText } from './text.js';

type Readings = Issue['warnings'][number]['readings'];

/** What was found of each condition, in words: 언론 8건(11. 17.~11. 23.), 평소 1.5건, 기준 5건 이상. */
export function ReadingList({ readings }: { readings: Readings }) {
  const t = useWarningText();
  const language = useLanguage();
  return (
    <ul className="small">
      {readings.map((reading, at) => (
        <li key={at} className={reading.met ? undefined : 'subtle'}>
          {readingText(reading, language)}
          {readings.length > 1 && ` (${t(reading.met ? 'met' : 'notMet')})`}
        </li>
      ))}
    </ul>
  );
}
