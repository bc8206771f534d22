import { DIGEST_TIMES, QUIET_HOURS } from '#config/notifications.js';
import { OFFICE_CALENDAR } from '#actions/due-for.js';
import type { Principal } from '#people/principal.js';
import type { Language } from '#people/vocabulary.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem } from '#platform/problem.js';
import { kindsFor } from './notices.js';
import { timing, type DigestTimes, type QuietHours } from './rules/timing.js';
import { mustHear, NOTICE_KINDS, type MailMode, type NoticeKind } from './vocabulary.js';

export interface Wish {
  mail: MailMode;
  inbox: boolean;
}

export interface Preferences {
  kinds: Partial<Record<NoticeKind, Wish>>;
  digest: DigestTimes;
  quiet: QuietHours;
}

/** What is followed comes by the inbox unless mail is wanted; all else by both. */
export const standardWish = (kind: NoticeKind): Wish => ({
  mail: kind === 'following' ? 'off' : 'at-once',
  inbox: true,
});

const STANDARD: Preferences = { kinds: {}, digest: DIGEST_TIMES, quiet: QUIET_HOURS };

/** How somebody wants to hear of a kind. */
export const wishOf = ({ kinds }: Preferences, kind: NoticeKind): Wish => kinds[kind] ?? standardWish(kind);

/** The preferences of these people, the standard where they have none. */
export async function preferencesOf(tx: Tx, userIds: string[]): Promise<(userId: string) => Preferences> {
  const rows: (Partial<Preferences> & { id: string })[] = await tx.query(
    'select user_id as id, kinds, digest, quiet from notice_preferences where user_id = any($1)',
    [userIds],
  );
  const own = new Map(rows.map(({ id, ...row }) => [id, withStandard(row)]));
  return (userId) => own.get(userId) ?? STANDARD;
}

const withStandard = ({ kinds, digest, quiet }: Partial<Preferences>): Preferences => ({
  kinds: kinds ?? {},
  digest: digest ?? DIGEST_TIMES,
  quiet: quiet ?? QUIET_HOURS,
});

export interface KindView extends Wish {
  kind: NoticeKind;
  /** Stays in the inbox, and its mail is not switched off. */
  must: boolean;
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
}

/** How this person is told, by kinds that may come to them. */
export async function viewPreferences(tx: Tx, by: Principal): Promise<PreferencesView> {
  const [row] = await tx.query(
    `select u.language, p.kinds, p.digest, p.quiet, coalesce(p.version, 0) as version
     from users u left join notice_preferences p on p.user_id = u.id where u.id = $1`,
    [by.id],
  );
  const preferences = withStandard(row);
  const heard = kindsFor(by.role);
  return {
    language: row.language,
    digest: preferences.digest,
    quiet: preferences.quiet,
    kinds: NOTICE_KINDS.filter((kind) => heard.has(kind)).map((kind) => ({
      kind,
      ...wishOf(preferences, kind),
      must: mustHear(kind),
    })),
    version: row.version,
  };
}

/**
 * Sets how this person is told; kinds that are not named stay as they are. What waits already follows the new wishes.
 * @throws Problem where something would be switched off that must be heard
 */
export async function setPreferences(
  tx: Tx,
  by: Principal,
  change: PreferencesChange,
  expected: number | null,
): Promise<PreferencesView> {
  refuseDeafness(change.kinds);
  await tx.query('select 1 from users where id = $1 for no key update', [by.id]);
  const current = await viewPreferences(tx, by);
  if (expected !== null && expected !== current.version)
    throw new Problem('precondition.failed', {}, { current });
  const [saved] = await tx.query('select kinds from notice_preferences where user_id = $1', [by.id]);
  const kinds = {
    ...(saved?.kinds as Preferences['kinds']),
    ...Object.fromEntries(change.kinds.map(({ kind, mail, inbox }) => [kind, { mail, inbox }])),
  };
  await tx.query(SAVE, [by.id, kinds, change.digest, change.quiet]);
  await tx.query('update users set language = $2, version = version + 1 where id = $1 and language <> $2', [
    by.id,
    change.language,
  ]);
  await retime(tx, by.id, { kinds, digest: change.digest, quiet: change.quiet });
  return viewPreferences(tx, by);
}

const SAVE = `
insert into notice_preferences (user_id, kinds, digest, quiet) values ($1, $2, $3, $4)
on conflict (user_id) do update set kinds = excluded.kinds, digest = excluded.digest, quiet = excluded.quiet,
  version = notice_preferences.version + 1`;

function refuseDeafness(kinds: PreferencesChange['kinds']): void {
  const errors = kinds.flatMap(({ kind, mail, inbox }, index) => {
    if (!mustHear(kind)) return [];
    return [
      ...(mail === 'off' ? [{ path: `kinds.${index}.mail`, message: 'must_hear_mail' }] : []),
      ...(inbox ? [] : [{ path: `kinds.${index}.inbox`, message: 'must_hear' }]),
    ];
  });
  const twice = kinds.findIndex(({ kind }, index) => kinds.findIndex((one) => one.kind === kind) !== index);
  if (twice >= 0) errors.push({ path: `kinds.${twice}.kind`, message: 'twice' });
  if (errors.length) throw new Problem('invalid', {}, { errors });
}

/** Mail that is held goes out when it would, had it been written now. */
async function retime(tx: Tx, userId: string, preferences: Preferences): Promise<void> {
  const rows: { id: string; kind: NoticeKind }[] = await tx.query(
    `select id, kind from deliveries where recipient_id = $1 and state = 'held' for update`,
    [userId],
  );
  const now = await appNow(tx);
  const held = rows.map(({ id, kind }) => {
    const { mail } = wishOf(preferences, kind);
    const when = timing(now, { ...preferences, mail }, { critical: false, alone: true }, OFFICE_CALENDAR);
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
