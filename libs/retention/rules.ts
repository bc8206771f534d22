import type { CarriedOut } from './vocabulary.js';

/** A rule as statements: what is due, told in parts, and what is done about it. `$1`: months. */
interface Statements {
  /** Columns `id`, `what`, `at`, and `open`: whether everybody may know of it. */
  due: string;
  /** Does it to all that is due. */
  carryOut: string;
}

/** The moment before which what is over is kept no longer. */
const BEFORE = `app_now() - make_interval(months => $1)`;

// Of what hangs on a confidential issue nobody is told that there is any; its rule holds for it as well. Asked is whether there is a
// public one: what the second wall hides would not be there to be excluded.
const OPEN = (issueId: string) =>
  `(${issueId} is null or exists (select 1 from issues open_to_all where open_to_all.id = ${issueId} and not open_to_all.confidential))`;

const LEFT = `not u.active and u.pseudonym is null and u.left_at < ${BEFORE}`;
const MESSAGES = (worded: string) =>
  `l.channel in ('mail', 'inbox') and l.created_at < ${BEFORE} and ${worded} and l.state in ('sent', 'dead', 'suppressed', 'gathered')`;
const MENTIONS = `i.stage = 'closed' and i.closed_at < ${BEFORE}`;
const NOTES = `d.note is not null and coalesce(d.ended_at, (d.to_on + 1)::timestamp at time zone 'Asia/Seoul') < ${BEFORE}`;
const TOKENS = `least(t.revoked_at, t.expires_at) < ${BEFORE}`;

export const STATEMENTS: Readonly<Record<CarriedOut, Statements>> = {
  'left-people': {
    due: `select u.id, u.name as what, u.left_at as at, true as open from users u where ${LEFT}`,
    // Numbered as they left. What was theirs alone goes; what they did stays, by the number.
    carryOut: `
with last as (select coalesce(max(pseudonym), 0) as n from users), going as (
  select u.id, row_number() over (order by u.left_at, u.id) + (select n from last) as n from users u where ${LEFT}
), told as (delete from notice_preferences where user_id in (select id from going)
), reached as (delete from mail_contacts where user_id in (select id from going)
), followed as (delete from follows where user_id in (select id from going)
), signed as (delete from sessions where user_id in (select id from going)
), seen as (delete from views v where v.owner_id in (select id from going) and not v.shared)
update users u set name = '퇴직자 ' || g.n, email = 'left-' || g.n || '@retired.invalid', pseudonym = g.n, password_hash = null,
  version = u.version + 1
from going g where u.id = g.id returning u.id`,
  },
  messages: {
    // By what it was about: who looks after accounts reads no issue, and its title is in the subject.
    due: `select l.id, l.event as what, l.created_at as at, ${OPEN('l.issue_id')} as open from delivery_log l where ${MESSAGES('l.worded')}`,
    carryOut: `update deliveries l set body = '', html = null where ${MESSAGES(`(l.body <> '' or l.html is not null)`)} returning l.id`,
  },
  mentions: {
    due: `select c.id, u.name as what, c.written_at as at, not i.confidential as open
      from comment_mentions m join comments c on c.id = m.comment_id join issues i on i.id = c.issue_id join users u on u.id = m.user_id
      where ${MENTIONS}`,
    carryOut: `delete from comment_mentions m using comments c, issues i
      where c.id = m.comment_id and i.id = c.issue_id and ${MENTIONS} returning m.comment_id`,
  },
  'deputy-notes': {
    due: `select d.id, a.name as what, coalesce(d.ended_at, d.to_on::timestamptz) as at, true as open
      from deputies d join users a on a.id = d.absent_id where ${NOTES}`,
    carryOut: `update deputies d set note = null, version = d.version + 1 where ${NOTES} returning d.id`,
  },
  tokens: {
    due: `select t.id, concat_ws(' · ', u.name, t.name) as what, least(t.revoked_at, t.expires_at) as at, true as open
      from tokens t join users u on u.id = t.user_id where ${TOKENS}`,
    carryOut: `delete from tokens t where ${TOKENS} returning t.id`,
  },
};
