import type { Awaited, OfficeAwaited } from '#actions/vocabulary.js';
import { subjectId } from '#events/subjects.js';
import type { Recurred } from '#issues/vocabulary.js';
import type { Position } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { toldIn } from '#reports/told-in.js';
import { expectedOf } from '#rounds/expected.js';
import type { Subjects } from './message.js';
import { issueIdOf, type Occasion } from './sight.js';

/** The facts a message may carry. Of a confidential issue the number is all that leaves the system. */
export async function subjectsOf(tx: Tx, occasion: Occasion): Promise<Subjects> {
  const { subject, payload, name } = occasion;
  const asked = name.startsWith('round.');
  const [row] = await tx.query(FACTS, parametersOf(occasion));
  return {
    number: row.number,
    title: row.title,
    grade: row.grade,
    department: row.department,
    text: row.text,
    due: row.due,
    reason: row.reason,
    author: row.author,
    feed: row.feed,
    warning: row.warning,
    webhook: row.webhook,
    contact: row.contact,
    month: /^(report|round):/.test(subject) ? subjectId(subject) : null,
    reorganisation: row.reorganisation,
    edition: (payload.edition as number | undefined) ?? null,
    report: row.report,
    restricted: row.restricted,
    expected: asked ? await expectedOf(tx, payload.departmentId as string, subjectId(subject)) : null,
    unsettled: (payload.unsettled as number | undefined) ?? null,
    clock: {
      of: (payload.of as Awaited | OfficeAwaited | undefined) ?? row.about,
      deadline: payload.deadline ? new Date(payload.deadline as string) : row.deadline,
      late: (payload.late as number | undefined) ?? 0,
      due: payload.deadline !== undefined && payload.moment === payload.deadline,
      position: (payload.position as Position | undefined) ?? null,
      recurred: (payload.recurred as Recurred | undefined) ?? null,
      deputy: row.deputy,
    },
    file: row.file,
    rows: row.rows,
  };
}

function parametersOf({ subject, payload, eventId, name }: Occasion): unknown[] {
  return [
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
    payload.webhookId ?? null,
    payload.userId ?? null,
    payload.commentId ?? null,
    subject.startsWith('report:') ? subjectId(subject) : null,
    payload.edition ?? null,
    subject.startsWith('round:') ? subjectId(subject) : null,
    payload.reorganisationId ?? null,
  ];
}

const FACTS = `
select i.number, i.grade, coalesce(case when not i.confidential then i.title end, s.title) as title,
  d.name as department,
  coalesce(case when not i.confidential then q.text end, case e.name when 'signal.answered' then asked.text end) as text,
  coalesce(q.due_at, (select r.due_at from rounds r where r.month = $18)) as due,
  case when not i.confidential then (select u.name from users u where u.id = c.written_by) end as author,
  m.file_name as file,
  case when m.id is not null then json_build_object('created', m.created, 'known', m.known, 'failed', m.failed) end as rows,
  coalesce(
    case when not coalesce(i.confidential, false) then case e.name when 'response.posted' then p.text
      when 'response.returned' then p.comment when 'signal.questioned' then asked.text
      when 'escalation.released' then x.text when 'request.escalated' then x.text when 'escalation.prepared' then x.text
      when 'issue.follow-up-answered' then e.changes->'note'->>1
      when 'comment.added' then c.text when 'comment.mentioned' then c.text
      when 'signal.answered' then asked.answer when 'signal.dismissed' then e.changes->'dismissalReason'->>1
      else e.changes->'reason'->>1 end end,
    h.error) as reason,
  case when f.id is not null then json_build_object('name', f.name, 'fault', f.fault, 'faultDetail', f.fault_detail) end as feed,
  (select json_build_object('name', v.rule->>'name', 'level', w.level,
     'readings', case when coalesce(i.confidential, false) then '[]' else w.readings end)
   from warnings w join warning_rule_versions v on v.rule_id = w.rule_id and v.version = w.rule_version
   where w.id = $10) as warning,
  (select concat_ws(' → ', (select string_agg(old.name, '·' order by old.no) from departments old where old.id = any(g.from_ids)),
      (select string_agg(t->>'name', '·' order by n) from jsonb_array_elements(g.targets) with ordinality z(t, n)))
    || ', ' || to_char(g.effective_on, 'YYYY. FMMM. FMDD.') from reorganisations g where g.id = $19) as reorganisation,
  x.deadline, x.about,
  (select json_build_object('absent', a.name, 'deputy', b.name, 'kind', y.kind, 'from', y.from_on, 'to', y.to_on)
   from deputies y join users a on a.id = y.absent_id join users b on b.id = y.deputy_id where y.id = $12) as deputy,
  (select json_build_object('name', k.name, 'reason', e.payload->>'reason') from webhooks k where k.id = $13) as webhook,
  case when e.name like 'contact.%' then json_build_object('name', coalesce(concat_ws(' ', d.name, one_of.name), ''),
    'as', e.payload->>'as', 'error', reached.error) end as contact,
  (select convert_from(k.bytes, 'UTF8') from editions n join edition_files k on k.edition_id = n.id
   where e.name in ('report.published', 'report.resent') and n.month = $16 and n.number = $17
     and k.format = 'txt' and k.copy = 'final') as report,
  (select coalesce(json_agg(distinct named.user_id), '[]') from issue_readers named join issues secret on secret.id = named.issue_id
   where secret.confidential and ${toldIn('secret', '$16')}) as restricted
from (select 1) one
left join issues i on i.id = $1
left join requests q on q.id = $2
left join responses p on p.id = $3
left join escalations x on x.id = $11
left join events e on e.id = $5
left join departments d on d.id = coalesce($4, x.department_id, case when e.name = 'office.reminded' then q.department_id end)
left join hints h on h.id = $6
left join signals s on s.id = $7
left join lateral (select k.text, k.answer from signal_questions k where k.signal_id = s.id
  order by k.asked_at desc, k.id desc limit 1) asked on true
left join feeds f on f.id = $8
left join imports m on m.id = $9
left join comments c on c.id = $15
left join users one_of on one_of.id = $14
left join mail_contacts reached on reached.user_id = $14`;
