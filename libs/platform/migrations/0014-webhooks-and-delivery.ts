import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Webhooks, what becomes of everything sent, and whether those it goes to can be reached. */
export class WebhooksAndDelivery1763800000014 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(WEBHOOKS);
    await run.query(DELIVERIES);
    await run.query(CONTACTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const WEBHOOKS = `
create table webhooks (
  id uuid primary key,
  name text not null,
  url text not null,
  -- Null: every event.
  events text[] check (events <> '{}'),
  active boolean not null default true,
  -- Of the feed: up to here every event has its delivery.
  position numeric(20, 6) not null,
  -- Until then what is sent is signed with the secret before as well.
  rotating_until timestamptz,
  disabled_at timestamptz,
  disabled_reason text check (disabled_reason in ('gone', 'failing')),
  removed_at timestamptz,
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  version int not null default 1,
  constraint disabled_is_not_active check (disabled_at is null or not active),
  constraint disabled_has_its_reason check ((disabled_at is null) = (disabled_reason is null)),
  constraint removed_is_not_active check (removed_at is null or not active)
);
create index webhooks_active on webhooks (position) where active;

-- Apart from what is read: the role of requests has no right to it.
create table webhook_secrets (
  webhook_id uuid primary key references webhooks,
  secret text not null,
  previous text
);
revoke all on webhook_secrets from haechi_read;
`;

const DELIVERIES = `
alter table deliveries
  drop constraint deliveries_channel_check,
  add constraint deliveries_channel_check check (channel in ('mail', 'inbox', 'webhook')),
  alter column recipient_id drop not null,
  add column webhook_id uuid references webhooks,
  -- Whose trouble is nobody else's: a webhook, or the mail domain of the recipient.
  add column target text,
  -- Attempts before it was last sent again by hand.
  add column attempts_before int not null default 0,
  add column fault text,
  add column status int,
  add constraint one_recipient check (
    num_nonnulls(recipient_id, webhook_id) = 1 and (channel = 'webhook') = (webhook_id is not null));
create unique index deliveries_event_webhook on deliveries (event_id, webhook_id) where webhook_id is not null;
create index deliveries_webhook on deliveries (webhook_id, created_at desc, id desc) where webhook_id is not null;

-- Whoever writes a delivery need not know how they are told apart.
create function target_of_delivery() returns trigger language plpgsql as $$
begin
  new.target := case new.channel
    when 'webhook' then 'webhook:' || new.webhook_id
    when 'mail' then 'mail:' || (select split_part(email, '@', 2) from users where id = new.recipient_id)
  end;
  return new;
end $$;
create trigger deliveries_have_their_target before insert on deliveries
  for each row when (new.channel <> 'inbox') execute function target_of_delivery();
update deliveries l set target = 'mail:' || split_part(u.email, '@', 2)
from users u where u.id = l.recipient_id and l.channel = 'mail';
alter table deliveries
  add constraint what_is_sent_has_its_target check (target is not null or channel = 'inbox');

drop index deliveries_due;
create index deliveries_due on deliveries (target, due_at) where state in ('pending', 'failed', 'sending');

alter table delivery_attempts
  add column fault text,
  -- Of HTTP, or of SMTP.
  add column status int,
  add column duration_ms int,
  -- How the answer of a webhook begins.
  add column answer text;
create index delivery_attempts_failed on delivery_attempts (at) where error is not null;

-- Targets that fail, each until it takes something again. From open_until on one delivery at a time tries it.
create table circuits (
  target text primary key,
  failures int not null check (failures >= 0),
  failing_since timestamptz not null default app_now(),
  open_until timestamptz,
  -- Until then the target itself asked to be left alone (Retry-After); what it took meanwhile was under way already.
  asked_until timestamptz
);
`;

const CONTACTS = `
-- How a person's mail arrives; of what is not confidential only.
create table mail_contacts (
  user_id uuid primary key references users,
  last_sent_at timestamptz,
  -- In a row.
  bounces int not null default 0,
  bounced_at timestamptz,
  error text,
  failed_at timestamptz
);

-- Departments that have not confirmed one request after another.
create table silent_departments (
  department_id uuid primary key references departments,
  missed int not null,
  since timestamptz not null default app_now()
);
`;
