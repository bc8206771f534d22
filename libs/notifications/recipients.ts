import { ASKER } from '#actions/asker.js';
import { SUPERIORS } from '#actions/superiors.js';
import { ROUTING } from '#config/routing.js';
import { subjectId } from '#events/subjects.js';
import { deputiesOf } from '#people/deputies.js';
import { HOLDERS } from '#people/holders.js';
import type { Principal } from '#people/principal.js';
import type { Tx } from '#platform/database.js';
import { followersOf, type Follow } from './followers.js';
import type { Audience } from './notices.js';
import { issueIdOf, PRINCIPAL, sighted, type Occasion } from './sight.js';

/** Somebody to be told; `issueId` is what they must still see when the notice is sent, if anything. */
export interface Recipient {
  person: Principal;
  issueId: string | null;
  /** What they follow, where it is for this only that they are told. */
  follow: Follow | null;
}

/**
 * The people meant, as they are now: active, and with the right to see what the notice is about. Whoever caused the
 * event is not told of it. Where somebody meant in person is gone, or may not see it any more, their post is told.
 */
export async function recipients(
  tx: Tx,
  audiences: readonly Audience[],
  occasion: Occasion,
): Promise<Recipient[]> {
  const issueId = issueIdOf(occasion);
  const told = new Map<string, Recipient>();
  const tell = (people: Principal[], about: string | null) => {
    for (const person of people)
      if (!told.has(person.id)) told.set(person.id, { person, issueId: about, follow: null });
  };
  for (const audience of audiences) {
    if (audience === 'followers') continue;
    const people = await peopleOf(tx, audience, occasion);
    const seeing = issueId ? await sighted(tx, people, issueId) : people;
    tell(seeing, issueId);
    // Whose request it was hears that it is gone, though the issue is now out of their sight.
    if (
      (audience === 'former-department' || audience === 'former-people') &&
      issueId &&
      (await isPublic(tx, issueId))
    )
      tell(people, null);
    const place = POSTS[audience];
    if (!seeing.length && place) {
      const post = await peopleOf(tx, place, occasion);
      tell(issueId ? await sighted(tx, post, issueId) : post, issueId);
    }
  }
  const deputies = await standIns(tx, [...told.keys()]);
  tell(issueId ? await sighted(tx, deputies, issueId) : deputies, issueId);
  if (audiences.includes('followers'))
    for (const one of await followersOf(tx, occasion))
      if (!told.has(one.person.id)) told.set(one.person.id, one);
  const actor = await actorOf(tx, occasion);
  return [...told.values()].filter(({ person }) => person.id !== actor);
}

/** Meant in person, as whoever did something once; when they are gone whoever is at their post now takes their place. */
const POSTS: { [A in Audience]?: 'officers' } = {
  asker: 'officers',
  questioner: 'officers',
  handler: 'officers',
  closer: 'officers',
  decider: 'officers',
  importer: 'officers',
};

async function peopleOf(
  tx: Tx,
  audience: Exclude<Audience, 'followers'>,
  occasion: Occasion,
): Promise<Principal[]> {
  const [text, values] = WHO[audience](occasion);
  return tx.query(`select ${PRINCIPAL} from users u where u.active and ${text}`, values);
}

/** Who stands today for somebody who is told hears it, too. */
async function standIns(tx: Tx, ids: string[]): Promise<Principal[]> {
  return tx.query(`select ${PRINCIPAL} from users u where u.active and u.id = any($1::uuid[])`, [
    await deputiesOf(tx, ids),
  ]);
}

async function actorOf(tx: Tx, { eventId }: Occasion): Promise<string | null> {
  const [event] = await tx.query('select actor_id from events where id = $1', [eventId]);
  return event?.actor_id ?? null;
}

async function isPublic(tx: Tx, issueId: string): Promise<boolean> {
  const [issue] = await tx.query('select 1 from issues where id = $1 and not confidential', [issueId]);
  return Boolean(issue);
}

/** Whether a user may know of the issue of the request `q`: who may not has nothing of it on the desk, and others do. */
const IS_LET_IN = (
  user: string,
): string => `not exists (select 1 from issues s where s.id = q.issue_id and s.confidential
  and not exists (select 1 from issue_readers r where r.issue_id = s.id and r.user_id = ${user}.id))`;

/**
 * Whether the person `u` of a department has the request `q` on the desk: its handler, or before there is one whose area it is, or
 * who is below its heads.
 */
const AT_DESK = `coalesce(u.id = (select h.id from users h where h.id = q.handler_id and h.active
    and h.department_id = u.department_id and ${IS_LET_IN('h')}),
  (select bool_or(c = u.id) from contacts_of(q.issue_id, u.department_id) c),
  u.position in ('staff', 'team-leader') or not exists (select 1 from users d where d.active and d.role = 'department'
    and d.department_id = u.department_id and d.position in ('staff', 'team-leader') and ${IS_LET_IN('d')}))`;

/** Whether the person `u` is among those whom a department wants to be told first of such an issue; all are where it said nothing. */
const FIRST = (issue: string, department: string): string =>
  `(u.id in (select contacts_of(${issue}, ${department})) or not exists (select contacts_of(${issue}, ${department})))`;

/** Meant as one of the office: whoever has moved to a department since, or looks on, is not told its words. */
const OF_OFFICE = (user: string): string => `${user}.active and ${user}.role in ('officer', 'manager')`;
const officePerson = (id: string): string => `${OF_OFFICE('u')} and u.id = (${id})`;
/** Somebody of the office, or where they are gone the officers. */
const officePersonOrOfficers = (id: string): string =>
  `(${officePerson(id)} or u.role = 'officer' and not exists (select 1 from users a where a.id = (${id}) and ${OF_OFFICE('a')}))`;

const byRole = (role: string) => (): [string, unknown[]] => ['u.role = $1', [role]];

const WHO: Record<Exclude<Audience, 'followers'>, (occasion: Occasion) => [string, unknown[]]> = {
  superior: ({ payload }) => [
    SUPERIORS('$1', '$2'),
    [payload.departmentId ?? null, payload.position ?? null],
  ],
  'reported-to': ({ payload, ...about }) =>
    about.name === 'issue.handed-over'
      ? [
          HOLDERS(`($2::jsonb ->> (select coalesce(grade, 'critical') from issues where id = $1))`),
          [issueIdOf(about), JSON.stringify(ROUTING.decides.crisis.reportTo)],
        ]
      : [HOLDERS('$1'), [payload.position ?? null]],
  'lead-department': (about) => [
    `u.role = 'department' and u.department_id = (select lead_department_id from issues where id = $1)`,
    [issueIdOf(about)],
  ],
  // What was answered while this waited for the morning is asked for no more.
  'asked-department': ({ payload }) => [
    `u.role = 'department' and u.department_id = $2 and exists (select 1 from rounds r where r.month = $1 and r.closed_at is null)
     and not exists (select 1 from round_answers a where a.month = $1 and a.department_id = $2)`,
    [payload.month, payload.departmentId],
  ],
  absent: ({ payload }) => [
    'u.id = (select absent_id from deputies where id = $1)',
    [payload.deputyId ?? null],
  ],
  deputy: ({ payload }) => [
    'u.id = (select deputy_id from deputies where id = $1)',
    [payload.deputyId ?? null],
  ],
  officers: byRole('officer'),
  managers: byRole('manager'),
  'report-reader': ({ payload }) => ['u.id = $1', [payload.userId ?? null]],
  'account-holder': ({ payload }) => ['u.id = $1', [payload.userId ?? null]],
  admins: byRole('admin'),
  department: ({ payload, ...about }) => [
    `u.role = 'department' and u.department_id = $1 and ${FIRST('$2', '$1')}`,
    [payload.departmentId || null, issueIdOf(about)],
  ],
  'former-department': ({ payload }) => [
    `u.role = 'department' and u.department_id = $1`,
    [payload.fromId || null],
  ],
  'former-people': ({ payload }) => [
    `u.role = 'department' and u.department_id is distinct from $2 and u.id in (select m.user_id from moved_people m where m.from_id = $1)`,
    [payload.fromId || null, payload.departmentId || null],
  ],
  'moved-people': ({ payload }) => [
    'u.id in (select m.user_id from moved_people m where m.reorganisation_id = $1)',
    [payload.reorganisationId ?? null],
  ],
  // Of a division that was named without a person nobody hears that it is theirs; where the person is gone all do.
  'request-handler': ({ payload }) => [
    `u.role = 'department' and exists (select 1 from requests q where q.id = $1 and q.department_id = u.department_id
       and case when exists (select 1 from users h where h.id = q.handler_id and h.active and h.department_id = q.department_id)
         then u.id = q.handler_id else q.handler_id is not null end)`,
    [payload.requestId],
  ],
  'request-desk': ({ payload }) => [
    // What has been answered while a reminder waited for the morning is asked for no more.
    `u.role = 'department' and u.department_id = $2 and exists (select 1 from requests q where q.id = $1
       and ($3 in ('', 'progress') or q.department_id = $2 and q.state in ('delivered', 'acknowledged', 'returned'))
       and ${AT_DESK})`,
    [payload.requestId, payload.departmentId || null, payload.of ?? ''],
  ],
  unjudged: (about) => [
    `u.role = 'department' and exists (select 1 from requests q where q.issue_id = $1 and q.department_id = u.department_id
       and q.state = 'answered' and ${AT_DESK})`,
    [issueIdOf(about)],
  ],
  // Who sends one answer for all hears of each that comes in.
  'collecting-department': ({ payload }) => [
    `u.role = 'department' and u.department_id = (select lead.department_id from requests q
       join requests lead on lead.id = q.collected_by where q.id = $1)`,
    [payload.requestId],
  ],
  asker: ({ payload, ...about }) => [
    officePerson(`select ${ASKER} from requests q join issues i on i.id = q.issue_id
     where q.id = $1 and q.issue_id = $2`),
    [payload.requestId, issueIdOf(about)],
  ],
  // An issue that they must not know of changes nothing for them. Who is gone is stood in for by their department.
  reporter: ({ subject, payload }) => [
    `u.role = 'department' and exists (select 1 from signals s join users by on by.id = s.created_by where s.id = $1
        and (u.id = by.id or not by.active and u.department_id = by.department_id))
      and not exists (select 1 from issues i where i.id = $2 and i.confidential)`,
    [subjectId(subject), payload.issueId ?? null],
  ],
  questioner: ({ subject }) => [
    officePerson(`select asked_by from signal_questions where signal_id = $1 and answer is not null
      order by answered_at desc limit 1`),
    [subjectId(subject)],
  ],
  'officers-at-large': (about) => [`u.role = 'officer' and $1::uuid is null`, [issueIdOf(about)]],
  handler: (about) => [officePerson('select created_by from issues where id = $1'), [issueIdOf(about)]],
  // To a note nobody listens but who keeps the issue; who is named in it hears so by another notice.
  'other-side': ({ payload }) => [
    `u.id not in (select m.user_id from comment_mentions m where m.comment_id = $1) and exists (
      select 1 from comments c join users author on author.id = c.written_by join issues i on i.id = c.issue_id
        left join requests q on q.id = c.request_id
      where c.id = $1 and c.withdrawn_at is null and case
        when c.internal then ${officePersonOrOfficers('i.created_by')}
        when author.role = 'department' then ${officePersonOrOfficers(ASKER)}
        else u.role = 'department' and u.department_id = c.department_id and c.department_id = q.department_id
          and (${AT_DESK} or exists (select 1 from comments before where before.request_id = q.id and before.written_by = u.id)) end)`,
    [payload.commentId],
  ],
  mentioned: ({ payload }) => [
    `u.id = any($2::uuid[]) and exists (select 1 from comments c join comment_mentions m on m.comment_id = c.id
      left join requests q on q.id = c.request_id
      where c.id = $1 and m.user_id = u.id and c.withdrawn_at is null and (u.role <> 'department'
        or not c.internal and u.department_id = c.department_id and c.department_id = q.department_id))`,
    [payload.commentId, payload.userIds],
  ],
  closer: ({ subject }) => [
    officePerson(
      `select actor_id from events where subject = $1 and name = 'issue.closed' order by seq desc limit 1`,
    ),
    [subject],
  ],
  importer: ({ subject }) => ['u.id = (select created_by from imports where id = $1)', [subjectId(subject)]],
  decider: ({ payload }) => [
    officePerson('select decided_by from decisions where id = $1'),
    [payload.decisionId],
  ],
};
