import type { Trigger } from '#config/triggers.js';
import { titleOf } from '#issues/rules/hangul.js';
import { includes, plain } from '#issues/rules/mention.js';

/** An occasion of the year that a text speaks of. */
export interface Occasion {
  title: string;
  keyword: string;
  /** Names of its usual units, the first is the usual lead. */
  departments: readonly string[];
  weight: number;
}

// Who says it in passing says less.
const BEHIND_TITLE = 0.5;

/** The occasions that a text speaks of, whatever the day. */
export function occasionsIn(text: string, triggers: readonly Trigger[]): Occasion[] {
  const whole = plain(text);
  const title = plain(titleOf(text));
  return triggers.flatMap(({ title: name, keywords, departments }) => {
    const said = keywords.filter((word) => includes(whole, word));
    const found = said.find((word) => includes(title, word)) ?? said[0];
    if (!found) return [];
    const weight = includes(title, found) ? 1 : BEHIND_TITLE;
    return [{ title: name, keyword: found.replace('^', ''), departments, weight }];
  });
}
