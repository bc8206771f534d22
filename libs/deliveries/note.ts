import { SENDING } from '#config/sending.js';
import type { Tx } from '#platform/database.js';
import type { Attempt } from './attempt.js';
import { noteMailContacts } from './mail-contacts.js';
import { isSpent, secondsToPause, secondsToRetry } from './rules/retry.js';
import type { DeliveryState } from './vocabulary.js';
import { disableWebhook } from './webhooks.js';

/** Notes how attempts ended, in the order of their end: each in its row and on record, and what they say of their targets. */
export async function noteAttempts(tx: Tx, attempts: Attempt[]): Promise<void> {
  await tx.query(NOTE, [JSON.stringify(attempts.map(asRow))]);
  await noteTargets(tx, attempts);
  await noteMailContacts(tx, attempts);
  for (const { due, outcome } of attempts)
    if (due.webhook && outcome.state === 'failed' && outcome.fault === 'gone')
      await disableWebhook(tx, due.webhook.id, 'gone');
}

function asRow({ due, outcome, durationMs }: Attempt) {
  const failed = outcome.state === 'failed' ? outcome : null;
  const policy = SENDING[due.channel];
  const dead = failed && (failed.permanent || isSpent(due.tries, policy));
  const state: DeliveryState = dead ? 'dead' : outcome.state;
  return {
    id: due.id,
    n: due.attempts,
    state,
    error: outcome.state === 'sent' ? null : outcome.error,
    fault: failed?.fault ?? null,
    status: outcome.state === 'suppressed' ? null : outcome.status,
    answer: outcome.state === 'suppressed' ? null : (outcome.answer ?? null),
    // What was not tried is no attempt that took time.
    duration_ms: outcome.state === 'suppressed' ? null : Math.round(durationMs),
    wait: failed
      ? secondsToRetry(
          { attempts: due.tries, retryAfterSeconds: failed.retryAfterSeconds, random: Math.random() },
          policy,
        )
      : 0,
  };
}

interface Failing {
  failures: number;
  /** The longest pause it asked for. */
  retryAfterSeconds: number | null;
}

/** A target that takes something is well; one that fails again and again is left alone for a while. */
async function noteTargets(tx: Tx, attempts: Attempt[]): Promise<void> {
  const failing = new Map<string, Failing>();
  const well = new Set<string>();
  for (const { due, outcome } of attempts) {
    const known = failing.get(due.target);
    if (outcome.state === 'failed' && outcome.ofTarget)
      failing.set(due.target, {
        failures: (known?.failures ?? 0) + 1,
        retryAfterSeconds: Math.max(known?.retryAfterSeconds ?? 0, outcome.retryAfterSeconds ?? 0) || null,
      });
    // What was under way when the target asked for time says nothing of it.
    else if (outcome.state === 'sent' && !known?.retryAfterSeconds) {
      failing.delete(due.target);
      well.add(due.target);
    }
  }
  if (well.size) await tx.query(RECOVER, [[...well].toSorted()]);
  for (const [target, one] of [...failing].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await noteFailing(tx, target, one);
}

async function noteFailing(tx: Tx, target: string, { failures, retryAfterSeconds }: Failing): Promise<void> {
  const [circuit]: { failures: number; hours: number }[] = await tx.query(FAIL, [target, failures]);
  const pause = secondsToPause(
    { failures: circuit!.failures, retryAfterSeconds, random: Math.random() },
    SENDING.circuit,
  );
  await tx.query(PAUSE, [target, pause, retryAfterSeconds && pause]);
  if (target.startsWith('webhook:') && circuit!.hours >= SENDING.webhook.disableAfterHours)
    await disableWebhook(tx, target.slice('webhook:'.length), 'failing');
}

// Who was overtaken by a later attempt changes nothing: but what it tried is on record.
const NOTE = `
with x as (
  select * from jsonb_to_recordset($1::jsonb) as x(id uuid, n int, state text, error text, fault text, status int,
    answer text, duration_ms int, wait float)
), kept as (
  insert into delivery_attempts (delivery_id, n, error, fault, status, answer, duration_ms)
  select id, n, error, fault, status, answer, duration_ms from x on conflict do nothing
), freed as (
  delete from delivery_leases s using x where s.delivery_id = x.id and s.n = x.n
)
update deliveries l set state = x.state, attempts = x.n, error = x.error, fault = x.fault, status = x.status,
  sent_at = case when x.state = 'sent' then app_now() else l.sent_at end,
  due_at = clock_timestamp() + x.wait * interval '1 second'
from x where l.id = x.id and l.attempts < x.n and l.state in ('pending', 'failed')`;

// What waited for a target that was left alone comes now, not in hours; not all in one second either.
const RECOVER = `
with back as (
  delete from circuits where target = any($1) and (asked_until is null or asked_until <= clock_timestamp())
  returning target, open_until
)
update deliveries l set due_at = clock_timestamp() + random() * interval '10 seconds'
from back where back.open_until is not null and l.target = back.target and l.state = 'failed'`;

const FAIL = `
insert into circuits as c (target, failures) values ($1, $2)
on conflict (target) do update set failures = c.failures + excluded.failures
returning c.failures, extract(epoch from app_now() - c.failing_since)::float / 3600 as hours`;

const PAUSE = `
update circuits set
  open_until = greatest(clock_timestamp() + $2::float * interval '1 second', open_until, asked_until),
  asked_until = greatest(clock_timestamp() + $3::float * interval '1 second', asked_until)
where target = $1`;
