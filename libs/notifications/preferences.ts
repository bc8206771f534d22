import { DIGEST_TIMES, QUIET_HOURS } from '#config/notifications.js';
import { OFFICE_CALENDAR } from '#actions/due-for.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, requireVersion } from '#platform/problem.js';
import { noticeOf, noticesFor, type HeardName, type NoticeName } from './notices.js';
import { timing, type DigestTimes, type QuietHours } from './rules/timing.js';
import { mustHear, NOTICE_KINDS, type MailMode, type NoticeKind } from './vocabulary.js';

export interface Wish {
  mail: MailMode;
  inbox: boolean;
}

export interface Preferences {
  kinds: Partial<Record<NoticeKind, Wish>>;
  /** Where one notice is to come otherwise than its kind. */
  notices: Partial<Record<NoticeName, Wish>>;
  digest: DigestTimes;
  quiet: QuietHours;
}

/** What is followed comes by the inbox unless mail is wanted; all else by both. */
export const standardWish = (kind: NoticeKind): Wish => ({
  mail: kind === 'following' ? 'off' : 'at-once',
  inbox: true,
});

const STANDARD: Preferences = { kinds: {}, notices: {}, digest: DIGEST_TIMES, quiet: QUIET_HOURS };

/** How somebody wants to hear of a kind, or of one notice of it. */
export const wishOf = ({ kinds, notices }: Preferences, kind: NoticeKind, notice?: NoticeName): Wish =>
  (notice && kind !== 'following' && notices[notice]) || (kinds[kind] ?? standardWish(kind));

/** The preferences of these people, the standard where they have none. */
export async function preferencesOf(tx: Tx, userIds: string[]): Promise<(userId: string) => Preferences> {
  const rows: (Partial<Preferences> & { id: string })[] = await tx.query(
    'select user_id as id, kinds, notices, digest, quiet from notice_preferences where user_id = any($1)',
    [userIds],
  );
  const own = new Map(rows.map(({ id, ...row }) => [id, withStandard(row)]));
  return (userId) => own.get(userId) ?? STANDARD;
}

const withStandard = ({ kinds, notices, digest, quiet }: Partial<Preferences>): Preferences => ({
  kinds: kinds ?? {},
  notices: notices ?? {},
  digest: digest ?? DIGEST_TIMES,
  quiet: quiet ?? QUIET_HOURS,
});

export interface KindView extends Wish {
  kind: NoticeKind;
  /** Stays in the inbox, and its mail is not switched off. */
  must: boolean;
  notices: NoticeView[];
}

export interface NoticeView extends Wish {
  notice: HeardName;
  /** Whether it is set for itself; else it comes as its kind does. */
  own: boolean;
}

export interface PreferencesView {
  language: Language;
  digest: DigestTimes;
  quiet: QuietHours;
  kinds: KindView[];
  version: number;
}

export interface PreferencesChange {
  language: Language;
  digest: DigestTimes;
  quiet: QuietHours;
  kinds: ({ kind: NoticeKind } & Wish)[];
  /** Without a wish it comes as its kind does. */
  notices?: ({ notice: HeardName } & { [K in keyof Wish]: Wish[K] | null })[];
}

/** How this person is told, by kinds that may come to them. */
export async function viewPreferences(tx: Tx, by: Principal): Promise<PreferencesView> {
  const [row] = await tx.query(
    `select u.language, p.kinds, p.notices, p.digest, p.quiet, coalesce(p.version, 0) as version
     from users u left join notice_preferences p on p.user_id = u.id where u.id = $1`,
    [by.id],
  );
  const preferences = withStandard(row);
  const heard = noticesFor(by.role);
  return {
    language: row.language,
    digest: preferences.digest,
    quiet: preferences.quiet,
    kinds: NOTICE_KINDS.filter((kind) => heard.has(kind)).map((kind) => ({
      kind,
      ...wishOf(preferences, kind),
      must: mustHear(kind),
      notices: heard.get(kind)!.map((notice) => ({
        notice,
        ...wishOf(preferences, kind, notice),
        own: notice in preferences.notices,
      })),
    })),
    version: row.version,
  };
}

/**
 * Sets how this person is told; kinds and notices that are not named stay as they are. What waits already follows the new wishes.
 * @throws Problem where something would be switched off that must be heard
 */
export async function setPreferences(
  tx: Tx,
  by: Principal,
  change: PreferencesChange,
  expected: number | null,
): Promise<PreferencesView> {
  refuseDeafness(change);
  await tx.query('select 1 from users where id = $1 for no key update', [by.id]);
  const current = await viewPreferences(tx, by);
  requireVersion(current, expected);
  const [saved] = await tx.query('select kinds, notices from notice_preferences where user_id = $1', [by.id]);
  const kinds = {
    ...(saved?.kinds as Preferences['kinds']),
    ...Object.fromEntries(change.kinds.map(({ kind, mail, inbox }) => [kind, { mail, inbox }])),
  };
  const notices = { ...(saved?.notices as Preferences['notices']) };
  for (const { notice, mail, inbox } of change.notices ?? []) {
    if (mail !== null && inbox !== null) notices[notice] = { mail, inbox };
    else delete notices[notice];
  }
  await tx.query(SAVE, [by.id, kinds, notices, change.digest, change.quiet]);
  await tx.query('update users set language = $2, version = version + 1 where id = $1 and language <> $2', [
    by.id,
    change.language,
  ]);
  await retime(tx, by.id, { kinds, notices, digest: change.digest, quiet: change.quiet });
  return viewPreferences(tx, by);
}

const SAVE = `
insert into notice_preferences (user_id, kinds, notices, digest, quiet) values ($1, $2, $3, $4, $5)
on conflict (user_id) do update set kinds = excluded.kinds, notices = excluded.notices, digest = excluded.digest, quiet = excluded.quiet,
  version = notice_preferences.version + 1`;

function refuseDeafness({ kinds, notices = [] }: PreferencesChange): void {
  const wishes = [
    ...kinds.map(({ kind, mail, inbox }, n) => ({ path: `kinds.${n}`, name: kind, kind, mail, inbox })),
    ...notices.map(({ notice, mail, inbox }, n) => {
      const { kind } = noticeOf(notice);
      return { path: `notices.${n}`, name: notice, kind, mail, inbox };
    }),
  ];
  const errors = wishes
    .filter(({ kind }) => mustHear(kind))
    .flatMap(({ path, mail, inbox }) => [
      ...(mail === 'off' ? [{ path: `${path}.mail`, message: 'must_hear_mail' }] : []),
      ...(inbox === false ? [{ path: `${path}.inbox`, message: 'must_hear' }] : []),
    ]);
  const half = notices.findIndex(({ mail, inbox }) => (mail === null) !== (inbox === null));
  if (half >= 0)
    errors.push({
      path: `notices.${half}.${notices[half]!.mail === null ? 'mail' : 'inbox'}`,
      message: 'required',
    });
  const twice = wishes.findIndex(({ name }, n) => wishes.findIndex((one) => one.name === name) !== n);
  if (twice >= 0)
    errors.push({
      path: `${wishes[twice]!.path}.${twice < kinds.length ? 'kind' : 'notice'}`,
      message: 'twice',
    });
  if (errors.length) throw new Problem('invalid', {}, { errors });
}

/** Mail that is held goes out when it would, had it been written now. */
async function retime(tx: Tx, userId: string, preferences: Preferences): Promise<void> {
  const rows: { id: string; kind: NoticeKind; notice: NoticeName }[] = await tx.query(
    `select l.id, l.kind, e.name as notice from deliveries l join events e on e.id = l.event_id
     where l.recipient_id = $1 and l.state = 'held' for update of l`,
    [userId],
  );
  const now = await appNow(tx);
  const held = rows.map(({ id, kind, notice }) => {
    const { mail } = wishOf(preferences, kind, notice);
    // What comes by the inbox only was to be gathered or not sent at all.
    const alone = kind === 'following' || noticeOf(notice).by.includes('mail');
    const when = timing(now, { ...preferences, mail }, { critical: false, alone }, OFFICE_CALENDAR);
    return {
      id,
      state: when.send === 'never' ? 'suppressed' : 'held',
      held_for: when.send === 'later' && when.gathered ? 'digest' : 'opening',
      due_at: when.send === 'later' ? when.at : now,
    };
  });
  await tx.query(RETIME, [JSON.stringify(held)]);
}

const RETIME = `
update deliveries l set state = x.state, held_for = x.held_for, due_at = x.due_at,
  error = case when x.state = 'suppressed' then 'switched off by the recipient' end
from jsonb_to_recordset($1::jsonb) as x(id uuid, state text, held_for text, due_at timestamptz)
where l.id = x.id`;
