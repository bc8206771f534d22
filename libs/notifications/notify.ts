import { v7 as uuidv7 } from 'uuid';
import type { Work } from '#events/consumer.js';
import type { Awaited } from '#actions/vocabulary.js';
import type { Recurred } from '#issues/vocabulary.js';
import type { Principal } from '#people/principal.js';
import type { Position } from '#people/vocabulary.js';
import { subjectId, type Subject } from '#events/events.js';
import type { Tx } from '#platform/database.js';
import { composeMail } from './mail.js';
import { isNotice, NOTICES, type NoticeName } from './notices.js';
import { issueIdOf, recipients } from './recipients.js';
import type { Subjects } from './message.js';
import { compose } from './texts.js';

type Happening = Work['hints'][number];

/** Writes what is to be sent because of this work: one row an event, channel and recipient, with its final words. */
export async function notify(tx: Tx, work: Work[], publicUrl: string): Promise<void> {
  for (const { subject, hints } of work) {
    for (const hint of hints) if (isNotice(hint.name)) await prepare(tx, subject, hint, hint.name, publicUrl);
  }
}

async function prepare(
  tx: Tx,
  subject: Subject,
  hint: Happening,
  name: NoticeName,
  publicUrl: string,
): Promise<void> {
  const { to, by } = NOTICES[name];
  const people = await recipients(tx, to, { subject, ...hint });
  if (!people.length) return;
  const subjects = await subjectsOf(tx, subject, hint);
  const issueId = issueIdOf({ subject, name });
  const rows = people.flatMap(({ person, issueId: about }) => {
    const message = compose(name, subjects, person.language);
    const link = linkTo(subject, issueId, person, publicUrl);
    return by.map((channel) => ({
      id: uuidv7(),
      event_id: hint.eventId,
      channel,
      recipient_id: person.id,
      issue_id: about,
      title: message.title,
      body: channel === 'mail' ? composeMail(message, link, person.language).text : message.lines.join('\n'),
      html: channel === 'mail' ? composeMail(message, link, person.language).html : null,
      link,
      state: channel === 'inbox' ? 'sent' : 'pending',
    }));
  });
  await tx.query(INSERT, [JSON.stringify(rows)]);
}

const linkTo = (subject: Subject, issueId: string | null, { role }: Principal, publicUrl: string): string => {
  // An alarm about a signal's step leads to the step, as any other does.
  if (subject.startsWith('signal:') && role !== 'admin')
    return `${publicUrl}${role === 'department' ? '/reported' : '/signals?reported=true'}`;
  if (subject.startsWith('import:')) return `${publicUrl}/imports/${subjectId(subject)}`;
  if (subject.startsWith('report:')) return `${publicUrl}/reports/${subjectId(subject)}`;
  if (subject === 'system:watch') return `${publicUrl}/early-warning`;
  if (subject.startsWith('feed:')) return `${publicUrl}/feeds`;
  if (subject.startsWith('deputy:')) return `${publicUrl}/deputies`;
  if (subject.startsWith('policy:')) return `${publicUrl}/policies/${subjectId(subject)}`;
  return issueId ? `${publicUrl}/issues/${issueId}` : `${publicUrl}/parked`;
};

/** The facts a message may carry. Of a confidential issue the number is all that leaves the system. */
async function subjectsOf(
  tx: Tx,
  subject: Subject,
  { payload, eventId, name }: Happening,
): Promise<Subjects> {
  const report = subject.startsWith('report:');
  const [row] = await tx.query(FACTS, [
    issueIdOf({ subject, name }),
    payload.requestId ?? null,
    payload.responseId ?? null,
    payload.departmentId || null,
    eventId,
    payload.hintId ?? null,
    subject.startsWith('signal:') && name !== 'step.parked' ? subjectId(subject) : null,
    payload.feedId ?? null,
    payload.importId ?? null,
    payload.warningId ?? null,
    payload.escalationId ?? null,
    payload.deputyId ?? null,
  ]);
  return {
    number: row.number,
    title: row.title,
    department: row.department,
    text: row.text,
    due: row.due,
    reason: row.reason,
    feed: row.feed,
    warning: row.warning,
    month: report ? subjectId(subject) : null,
    edition: (payload.edition as number | undefined) ?? null,
    clock: {
      of: (payload.of as Awaited | undefined) ?? null,
      deadline: payload.deadline ? new Date(payload.deadline as string) : row.deadline,
      late: (payload.late as number | undefined) ?? 0,
      position: (payload.position as Position | undefined) ?? null,
      recurred: (payload.recurred as Recurred | undefined) ?? null,
      deputy: row.deputy,
    },
    file: row.file,
    rows: row.rows,
  };
}

const FACTS = `
select i.number, coalesce(case when not i.confidential then i.title end, s.title) as title,
  d.name as department,
  coalesce(case when not i.confidential then q.text end, case e.name when 'signal.answered' then asked.text end) as text,
  q.due_at as due,
  m.file_name as file,
  case when m.id is not null then json_build_object('created', m.created, 'known', m.known, 'failed', m.failed) end as rows,
  coalesce(
    case when not coalesce(i.confidential, false) then case e.name when 'response.posted' then p.text
      when 'response.returned' then p.comment when 'signal.questioned' then asked.text
      when 'escalation.released' then x.text when 'request.escalated' then x.text when 'escalation.prepared' then x.text
      when 'issue.follow-up-answered' then e.changes->'note'->>1
      when 'signal.answered' then asked.answer when 'signal.dismissed' then e.changes->'dismissalReason'->>1
      else e.changes->'reason'->>1 end end,
    h.error) as reason,
  case when f.id is not null then json_build_object('name', f.name, 'fault', f.fault, 'faultDetail', f.fault_detail) end as feed,
  (select json_build_object('name', v.rule->>'name', 'level', w.level,
     'readings', case when coalesce(i.confidential, false) then '[]' else w.readings end)
   from warnings w join warning_rule_versions v on v.rule_id = w.rule_id and v.version = w.rule_version
   where w.id = $10) as warning,
  x.deadline,
  (select json_build_object('absent', a.name, 'deputy', b.name, 'kind', y.kind, 'from', y.from_on, 'to', y.to_on)
   from deputies y join users a on a.id = y.absent_id join users b on b.id = y.deputy_id where y.id = $12) as deputy
from (select 1) one
left join issues i on i.id = $1
left join requests q on q.id = $2
left join responses p on p.id = $3
left join escalations x on x.id = $11
left join departments d on d.id = coalesce($4, x.department_id)
left join events e on e.id = $5
left join hints h on h.id = $6
left join signals s on s.id = $7
left join lateral (select k.text, k.answer from signal_questions k where k.signal_id = s.id
  order by k.asked_at desc, k.id desc limit 1) asked on true
left join feeds f on f.id = $8
left join imports m on m.id = $9`;

const INSERT = `
insert into deliveries (id, event_id, channel, recipient_id, issue_id, title, body, html, link, state, sent_at)
select id, event_id, channel, recipient_id, issue_id, title, body, html, link, state,
  case when state = 'sent' then app_now() end
from jsonb_to_recordset($1::jsonb) as x(id uuid, event_id uuid, channel text, recipient_id uuid, issue_id uuid,
  title text, body text, html text, link text, state text)
on conflict (event_id, channel, recipient_id) do nothing`;
