import {
  CONTACT_LABELS,
  DISABLED_LABELS,
  type ContactFault,
  type DisabledReason,
} from '#deliveries/vocabulary.js';
import type { Language } from '#people/vocabulary.js';
import type { Grade } from '#issues/vocabulary.js';
import type { ExpectedIssue } from '#rounds/expected.js';
import { faultText, type Faulty } from '#signals/feed-fault.js';
import type { Reading } from '#warnings/rules/early-warning.js';
import { WARNING_LABELS, type WarningLevel } from '#warnings/vocabulary.js';
import { readingText } from '#warnings/wording.js';
import { clockValues, deadlineEn, deadlineKo, type Clock } from './clock-values.js';
import { FOLLOWED_LABELS, isFollowed } from './following.js';
import type { NoticeName } from './notices.js';
import type { Values } from './rules/template.js';
import type { Place } from './text-names.js';

/** What a notice may speak of. Of a confidential issue only its number is ever put into a message. */
export interface Subjects {
  number: string | null;
  title: string | null;
  grade: Grade | null;
  department: string | null;
  text: string | null;
  due: Date | null;
  /** What becomes of which department, and when. */
  reorganisation: string | null;
  month: string | null;
  edition: number | null;
  /** What an issued edition says, as plain text. */
  report: string | null;
  /** Who is named on confidential issues of that month: they have a volume of their own. */
  restricted: string[];
  /** What is expected of a month of a department already; told where it is asked what else. */
  expected: ExpectedIssue[] | null;
  /** Results that nobody settled yet. */
  unsettled: number | null;
  reason: string | null;
  /** What rang, and for what; of a confidential issue without the latter. */
  warning: { name: string; level: WarningLevel; readings: Reading[] } | null;
  /** Who said it. */
  author: string | null;
  /** The press feed that it is about. */
  feed: (Faulty & { name: string }) | null;
  /** What the clock says: of what, how late, to whom it goes up; the deputy and the time. */
  clock: Clock;
  /** A webhook, and why it was switched off; a contact, and what is wrong with it. */
  webhook: { name: string; reason: DisabledReason } | null;
  contact: { name: string; as: ContactFault; error: string | null } | null;
  /** Of an import: its file, and what became of the rows. */
  file: string | null;
  rows: { created: number; known: number; failed: number } | null;
}

type Say = { [P in Place]?: string | null };

const WORDS = {
  ko: {
    secret: '열람 제한 이슈',
    office: '평가담당관',
    loose: '이슈로 등록되지 않은 동향',
    system: '시스템',
    month: (month: string) => `${month.slice(0, 4)}년 ${Number(month.slice(5))}월`,
    due: deadlineKo,
    edition: (n: number) => (n === 1 ? '확정본' : `정정본 제${n}차`),
    advice: {
      silent: '보낸 요청사항을 기한 안에 거듭 접수하지 않았습니다. 담당자에게 직접 확인해 주십시오.',
      unreachable: '메일이 도달하지 않습니다. 메일 주소와 담당자를 확인해 주십시오.',
    },
  },
  en: {
    secret: 'Confidential issue',
    office: 'Evaluation office',
    loose: 'Signals that are no issue yet',
    system: 'System',
    month: (month: string) => month,
    due: deadlineEn,
    edition: (n: number) => (n === 1 ? 'first edition' : `edition ${n}, corrected`),
    advice: {
      silent: 'Requests were not confirmed in time again and again. Please call the department.',
      unreachable: 'Mail does not arrive. Please check the address and who is in charge.',
    },
  },
};

const number = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** What stands in the places of a text, in the language of its reader. `because`: what they follow. */
export function valuesOf(
  name: NoticeName,
  s: Subjects,
  language: Language,
  because: string | null = null,
): Values {
  const words = WORDS[language];
  const met = (s.warning?.readings ?? []).filter(({ met: is }) => is);
  return {
    issue: s.number ? `[${s.number}] ${s.title ?? words.secret}` : unnumbered(name, s.title, language),
    number: s.number,
    title: s.title ?? (s.number ? words.secret : null),
    // Whom no department is named for, the office itself has done it; followers are told of no office.
    department: s.department ?? (because === null ? words.office : null),
    request: s.text,
    author: s.author,
    due: s.due && words.due(s.due),
    reason: reasonOf(s, language),
    reorganisation: s.reorganisation,
    month: s.month && words.month(s.month),
    unsettled: number(s.unsettled),
    edition: number(s.edition),
    editionName: s.edition === null ? null : words.edition(s.edition),
    level: s.warning && WARNING_LABELS[s.warning.level][language],
    rule: s.warning?.name ?? null,
    readings: met.map((one) => `○ ${readingText(one, language)}`).join('\n'),
    feed: s.feed?.name ?? null,
    webhook: s.webhook?.name ?? null,
    contact: s.contact?.name ?? null,
    fault: s.contact && CONTACT_LABELS[s.contact.as][language],
    advice: s.contact && words.advice[s.contact.as === 'silent' ? 'silent' : 'unreachable'],
    file: s.file,
    created: number(s.rows?.created),
    known: number(s.rows?.known),
    failed: number(s.rows?.failed),
    faulty: s.rows?.failed ? String(s.rows.failed) : null,
    what: isFollowed(name) ? FOLLOWED_LABELS[name][language] : null,
    because,
    ...clockValues(s.clock, language),
  } satisfies Say;
}

function reasonOf({ feed, webhook, contact, reason }: Subjects, language: Language): string | null {
  if (webhook) return DISABLED_LABELS[webhook.reason][language];
  if (contact) return contact.error;
  return (feed && faultText(feed, language)) ?? reason;
}

function unnumbered(name: NoticeName, title: string | null, language: Language): string {
  if (name === 'warning.raised') return WORDS[language].loose;
  if (name === 'step.parked') return WORDS[language].system;
  return title ?? '';
}
