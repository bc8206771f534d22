import type { Signal } from '../../api/types.js';
import { addressOf } from '../issues/issue-draft.js';
import { kindOf } from './kinds.js';

/** A form holds what is typed; the API gets what it means. */
export interface SignalDraft {
  channel: Signal['channel'];
  kind: string;
  title: string;
  outlet: string;
  url: string;
  publishedOn: string;
  count: string;
  periodFrom: string;
  periodTo: string;
  baseline: string;
  body: string;
}

export const EMPTY: SignalDraft = {
  channel: 'press',
  kind: '',
  title: '',
  outlet: '',
  url: '',
  publishedOn: '',
  count: '',
  periodFrom: '',
  periodTo: '',
  baseline: '',
  body: '',
};
export const FIELDS = Object.keys(EMPTY) as (keyof SignalDraft)[];

const text = (value: string): string | null => value.trim() || null;
const figure = (value: string): number | null => (value.trim() === '' ? null : Number(value));

/** Counts belong to complaints only, whatever was typed before the channel was changed. */
export function bodyOf(draft: SignalDraft) {
  const { channel, kind, count, periodFrom, periodTo, baseline } = draft;
  return {
    channel,
    kind: kindOf(channel, kind),
    title: draft.title.trim(),
    outlet: text(draft.outlet),
    url: addressOf(draft.url),
    publishedOn: text(draft.publishedOn),
    body: text(draft.body),
    ...(channel === 'complaint' && {
      count: figure(count),
      periodFrom: text(periodFrom),
      periodTo: text(periodTo),
      baseline: figure(baseline),
    }),
  };
}

/** What is written here may have to be published: 홍길동 의원, 홍길동 기자 are better not in it. */
export const namesPerson = (written: string): boolean =>
  /(^|[^가-힣])[가-힣]{3}\s(의원|기자|위원|씨)(?![가-힣]*회)/.test(written);
