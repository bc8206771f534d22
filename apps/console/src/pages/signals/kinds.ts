import { CHANNEL_POLICY, type ChannelPolicy } from '#config/channels.js';
import type { Signal } from '../../api/types.js';
import type { Language } from '../../text/i18n.js';

const kindsOf = (channel: Signal['channel']): ChannelPolicy['kinds'] => CHANNEL_POLICY[channel].kinds;

/** What is offered as kinds of a channel. */
export const kindLabels = (channel: Signal['channel'], language: Language): string[] =>
  Object.values(kindsOf(channel)).map((kind) => kind[language]);

/** The word for a kind; one that is not in the policy is what somebody wrote. */
export const kindLabel = ({ channel, kind }: Pick<Signal, 'channel' | 'kind'>, language: Language): string =>
  kind ? (kindsOf(channel)[kind]?.[language] ?? kind) : '';

/** What the API keeps for a word that was chosen or written. */
export function kindOf(channel: Signal['channel'], written: string): string | null {
  const word = written.trim();
  const known = Object.entries(kindsOf(channel)).find(([, { ko, en }]) => word === ko || word === en);
  return known?.[0] ?? (word || null);
}
