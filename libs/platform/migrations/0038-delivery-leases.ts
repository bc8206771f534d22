import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sends what now is no longer written into the delivery itself, whose every change wrote seven indexes. */
export class DeliveryLeases1763800000038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LEASES);
    await runner.query(STATES);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const LEASES = `
-- What is being sent, by whoever took it as its nth attempt. A crash of the database forgets it, and costs one more copy of
-- each. No reference to deliveries: it would lock, and so write, the row that this is to spare.
create unlogged table delivery_leases (
  delivery_id uuid primary key,
  n int not null,
  until timestamptz not null
);
`;

const STATES = `
insert into delivery_leases (delivery_id, n, until) select id, attempts, due_at from deliveries where state = 'sending';
update deliveries set state = 'pending', attempts = attempts - 1 where state = 'sending';
alter table deliveries
  drop constraint deliveries_state_check,
  add constraint deliveries_state_check
    check (state in ('pending', 'sent', 'failed', 'dead', 'suppressed', 'held', 'gathered')),
  drop constraint one_per_event_channel_recipient;
drop index deliveries_due;
create index deliveries_due on deliveries (target, due_at) where state in ('pending', 'failed');
-- Webhooks have an index of their own.
create unique index deliveries_event_recipient on deliveries (event_id, channel, recipient_id) where recipient_id is not null;

create or replace view delivery_log as
select l.id, e.name as event, l.channel, l.recipient_id, l.webhook_id, l.issue_id,
  case when l.state in ('pending', 'failed')
    and l.id in (select delivery_id from delivery_leases where until > statement_timestamp()) then 'sending' else l.state end as state,
  l.attempts, l.fault, l.status, l.error, l.created_at, l.sent_at, l.due_at, l.target,
  case when l.channel = 'webhook' then l.body end as sent_body, l.body <> '' or l.html is not null as worded
from deliveries l join events e on e.id = l.event_id;
`;
