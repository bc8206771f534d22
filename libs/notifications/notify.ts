import { v7 as uuidv7 } from 'uuid';
import { OFFICE_CALENDAR } from '#actions/due-for.js';
import type { Work } from '#events/consumer.js';
import { subjectId } from '#events/subjects.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import { appNow, type Tx } from '#platform/database.js';
import { expectedText } from '#rounds/letter.js';
import { subjectsOf } from './facts.js';
import type { Follow } from './followers.js';
import { tellInboxes } from './inbox.js';
import { composeMail, type Entry } from './mail.js';
import { valuesOf, type Subjects } from './message.js';
import { isNotice, noticeOf, type NoticeName } from './notices.js';
import { preferencesOf, wishOf, type Preferences } from './preferences.js';
import { recipients, type Recipient } from './recipients.js';
import { fill } from './rules/template.js';
import { timing, type Timing } from './rules/timing.js';
import { issueIdOf, type Occasion } from './sight.js';
import { textsInForce, type Texts } from './texts-in-force.js';
import { textOf } from './text-names.js';
import type { NoticeKind } from './vocabulary.js';

/** What all notices of one transaction are written with. */
export interface Desk {
  publicUrl: string;
  now: Date;
  texts: Texts;
}

export const deskOf = async (tx: Tx, publicUrl: string): Promise<Desk> => ({
  publicUrl,
  now: await appNow(tx),
  texts: await textsInForce(tx),
});

/** An event that is told. */
export interface Told extends Occasion {
  name: NoticeName;
}

/** Writes what is to be sent because of this work: one row an event, channel and recipient, with its words. */
export async function notify(tx: Tx, work: Work[], publicUrl: string): Promise<void> {
  const desk = await deskOf(tx, publicUrl);
  for (const { subject, hints } of work) {
    for (const { name, ...hint } of hints)
      if (isNotice(name)) await prepare(tx, { subject, name, ...hint }, desk);
  }
}

/** What one event tells whom, now; whoever has it already is left as they are. @returns to whom it may be told */
export async function prepare(tx: Tx, told: Told, desk: Desk): Promise<Notices | null> {
  const people = await recipients(tx, noticeOf(told.name).to, told);
  if (!people.length) return null;
  const notices = new Notices(told, await subjectsOf(tx, told), people, desk);
  const preferences = await preferencesOf(
    tx,
    people.map(({ person }) => person.id),
  );
  const rows = people.flatMap((one) => notices.rowsFor(one, preferences(one.person.id)));
  if (rows.length) await tx.query(INSERT, [JSON.stringify(rows)]);
  await tellInboxes(
    tx,
    rows.filter(({ channel }) => channel === 'inbox').map((row) => row.recipient_id),
  );
  return notices;
}

/** An event in words, for each of those who are told. */
export class Notices {
  constructor(
    private readonly told: Told,
    private readonly subjects: Subjects,
    private readonly people: Recipient[],
    private readonly desk: Desk,
  ) {}

  /** Somebody as they are told now; null who is not. */
  recipient(personId: string): Recipient | null {
    return this.people.find(({ person }) => person.id === personId) ?? null;
  }

  entry({ person, follow }: Recipient): Entry {
    const { name } = this.told;
    const { language } = person;
    const values = valuesOf(name, this.subjects, language, follow && inWords(follow, language));
    const message = fill(this.desk.texts(textOf(name, follow !== null), language), values);
    return { ...message, link: linkTo(this.told, person, this.desk.publicUrl) };
  }

  mail(one: Recipient): { title: string; body: string; html: string } {
    const entry = this.entry(one);
    const { language } = one.person;
    const { text, html } = composeMail(
      entry,
      { language, publicUrl: this.desk.publicUrl },
      this.document(one.person),
    );
    return { title: entry.title, body: text, html };
  }

  /** What a mail carries below its link; what is gathered or read in the inbox leads there. */
  private document({ id, language }: Principal): string | null {
    const { report, restricted, expected, month } = this.subjects;
    if (expected && month) return expectedText(expected, month, language);
    return report && restricted.includes(id) ? `${RESTRICTED[language]}\n\n${report}` : report;
  }

  rowsFor(one: Recipient, preferences: Preferences) {
    const { by } = noticeOf(this.told.name);
    const kind = this.kindFor(one);
    const wish = wishOf(preferences, kind, this.told.name);
    // Who chose to follow says alone whether it is worth a mail.
    const alone = one.follow !== null || by.includes('mail');
    const critical = one.follow === null && this.isCritical();
    const when = timing(this.desk.now, { ...preferences, ...wish }, { critical, alone }, OFFICE_CALENDAR);
    const entry = this.entry(one);
    const row = { event_id: this.told.eventId, recipient_id: one.person.id, issue_id: one.issueId, kind };
    return [
      ...(wish.inbox
        ? [
            {
              ...row,
              id: uuidv7(),
              channel: 'inbox',
              title: entry.title,
              body: entry.lines.join('\n'),
              html: null,
              link: entry.link,
              state: 'sent',
            },
          ]
        : []),
      ...(when.send === 'never'
        ? []
        : [
            { ...row, id: uuidv7(), channel: 'mail', ...this.mail(one), link: entry.link, ...standing(when) },
          ]),
    ];
  }

  private kindFor({ follow }: Recipient): NoticeKind {
    return follow ? 'following' : noticeOf(this.told.name).kind;
  }

  private isCritical(): boolean {
    switch (noticeOf(this.told.name).urgent) {
      case 'critical':
        return true;
      case 'critical-grade':
        return this.subjects.grade === 'critical';
      case 'alert':
        return this.subjects.warning?.level === 'alert';
      case undefined:
        return false;
    }
  }
}

const RESTRICTED = {
  ko: '※ 열람 제한 별책이 따로 있습니다. 시스템의 리포트 화면에서 볼 수 있습니다.',
  en: '※ There is a restricted volume for you. It can be read on the page of the report.',
};

const standing = (when: Exclude<Timing, { send: 'never' }>) =>
  when.send === 'now'
    ? { state: 'pending', due_at: null, held_for: null }
    : { state: 'held', due_at: when.at, held_for: when.gathered ? 'digest' : 'opening' };

const THIS_ISSUE = { ko: '이 이슈', en: 'this issue' };

const inWords = ({ by, name }: Follow, language: Language): string => {
  if (by === 'issue') return THIS_ISSUE[language];
  return by === 'words' ? `“${name}”` : (name ?? '');
};

const linkTo = (told: Told, { role, departmentId }: Principal, publicUrl: string): string => {
  const { subject, payload, name } = told;
  const issueId = issueIdOf(told);
  if (name === 'escalation.prepared') return `${publicUrl}/escalations`;
  // What went to another department is not theirs to open any more.
  if (departmentId && payload.fromId === departmentId && payload.departmentId !== departmentId)
    return `${publicUrl}/requests`;
  // There it is received, answered and judged, by departments and the office alike.
  if (payload.requestId) return `${publicUrl}/requests/${payload.requestId as string}`;
  // An alarm about a signal's step leads to the step, as any other does.
  if (subject.startsWith('signal:') && role !== 'admin')
    return `${publicUrl}${role === 'department' ? '/reported' : '/signals?reported=true'}`;
  if (subject.startsWith('import:')) return `${publicUrl}/imports/${subjectId(subject)}`;
  if (told.name === 'outlook.results-due') return `${publicUrl}/outlook?month=${subjectId(subject)}`;
  if (told.name.startsWith('round.')) return `${publicUrl}/rounds/${subjectId(subject)}`;
  if (subject.startsWith('report:')) return `${publicUrl}/reports/${subjectId(subject)}`;
  if (subject === 'system:watch') return `${publicUrl}/early-warning`;
  if (subject.startsWith('webhook:')) return `${publicUrl}/webhooks/${subjectId(subject)}`;
  if (subject.startsWith('contact:')) return `${publicUrl}/contacts`;
  if (subject.startsWith('feed:')) return `${publicUrl}/feeds`;
  if (subject.startsWith('deputy:')) return `${publicUrl}/deputies`;
  if (subject.startsWith('user:')) return `${publicUrl}/settings`;
  if (subject.startsWith('policy:')) return `${publicUrl}/policies/${subjectId(subject)}`;
  return issueId ? `${publicUrl}/issues/${issueId}` : `${publicUrl}/parked`;
};

const INSERT = `
insert into deliveries (id, event_id, channel, recipient_id, issue_id, kind, title, body, html, link, state, held_for,
  due_at, sent_at)
select id, event_id, channel, recipient_id, issue_id, kind, title, body, html, link, state, held_for,
  coalesce(due_at, clock_timestamp()), case when state = 'sent' then app_now() end
from jsonb_to_recordset($1::jsonb) as x(id uuid, event_id uuid, channel text, recipient_id uuid, issue_id uuid,
  kind text, title text, body text, html text, link text, state text, held_for text, due_at timestamptz)
on conflict (event_id, channel, recipient_id) where recipient_id is not null do nothing`;
