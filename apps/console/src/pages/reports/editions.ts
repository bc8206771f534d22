import type { Report } from '../../api/types.js';
import type { Tone } from '../../ui/badge.js';
import { FORMATS, type Format } from '#reports/vocabulary.js';
import { useReportText } from './text.js';

export type Edition = Report['editions'][number];

export const EDITION_TONES: Record<Edition['state'], Tone> = {
  draft: 'warning',
  held: 'neutral',
  approved: 'info',
  sent: 'success',
  superseded: 'neutral',
};

/** What is open may still change; everything else is final. */
export const isOpen = ({ state }: Pick<Edition, 'state'>): boolean => state === 'draft' || state === 'held';

export const newestOf = ({ editions }: Report): Edition | null => editions.at(-1) ?? null;

/** 초안(제1차), 확정본(제1차), 정정본(제2차) 초안 */
export function useEditionName(): (edition: Pick<Edition, 'number' | 'state'>) => string {
  const t = useReportText();
  return ({ number, state }) => {
    if (number === 1) return t(isOpen({ state }) ? 'firstDraft' : 'first');
    const name = t('correction', { number });
    return isOpen({ state }) ? t('draftOf', { edition: name }) : name;
  };
}

/** What it can be had as; editions of earlier days are kept in fewer formats. */
export const formatsOf = ({ checksums }: Pick<Edition, 'checksums'>): Format[] =>
  (Object.keys(FORMATS) as Format[]).filter((format) => typeof checksums[format] === 'string');

/** Path of the API. */
export const fileOf = (month: string, number: number, format: Format): string =>
  `/reports/${month}/editions/${number}.${format}`;

/** What the page says about a month in one sentence. */
export function sentenceOf(newest: Edition | null) {
  if (!newest) return 'is.compiling' as const;
  return newest.state === 'draft' && newest.number > 1 ? 'is.correction' : (`is.${newest.state}` as const);
}
