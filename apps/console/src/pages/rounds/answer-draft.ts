import type { RemarkStand } from '#rounds/vocabulary.js';
import type { Me, Round } from '../../api/types.js';
import type { Words } from '../../text/words.js';

export interface ItemDraft {
  title: string;
  text: string;
  month: string;
  day: string;
  alternative: string;
}
export const EMPTY_ITEM: ItemDraft = { title: '', text: '', month: '', day: '', alternative: '' };

export interface RemarkDraft {
  stands: RemarkStand | null;
  text: string;
}

export interface AnswerDraft {
  items: ItemDraft[];
  /** By issue. */
  remarks: Record<string, RemarkDraft>;
  note: string;
  position: string;
  name: string;
}

/** A part of the form. */
export interface Part {
  value: AnswerDraft;
  change: (part: Partial<AnswerDraft>) => void;
  errors: Partial<Record<string, string>>;
}

/** What was answered last, confirmed by whoever confirmed last, or by oneself. */
export function begin({ departments: [own], expected }: Round, me: Me, words: Words): AnswerDraft {
  const [newest] = own!.answers;
  const listed = new Set(expected?.map(({ issueId }) => issueId));
  const confirmer = own!.lastConfirmedBy ?? { position: words.position[me.position], name: me.name };
  return {
    items: (newest?.items ?? []).map(({ title, text, expectedMonth, expectedOn, alternative }) => ({
      title,
      text,
      month: expectedMonth,
      day: expectedOn ?? '',
      alternative: alternative ?? '',
    })),
    remarks: Object.fromEntries(
      (newest?.remarks ?? [])
        .filter(({ issueId }) => listed.has(issueId))
        .map(({ issueId, stands, text }) => [issueId, { stands, text: text ?? '' }]),
    ),
    note: newest?.note ?? '',
    ...confirmer,
  };
}

export function bodyOf(
  { items, remarks, note, position, name }: AnswerDraft,
  kind: 'none' | 'issues',
  month: string,
) {
  return {
    kind,
    items: items.map((item) => ({
      title: item.title,
      text: item.text,
      expectedMonth: item.day ? null : (item.month ?? month),
      expectedOn: item.day || null,
      alternative: item.alternative.trim() || null,
    })),
    remarks: Object.entries(remarks)
      .filter(([, { stands }]) => stands !== null)
      .map(([issueId, { stands, text }]) => ({ issueId, stands, text: text.trim() || null })),
    note: note.trim() || null,
    confirmedBy: position.trim() || name.trim() ? { position, name } : null,
  };
}
