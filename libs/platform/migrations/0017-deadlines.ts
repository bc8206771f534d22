import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens as time passes: reminders, the way up the line, deputies, reviews, and the question after closing. */
export class Deadlines1763800000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLOCKS);
    await runner.query(ESCALATIONS);
    await runner.query(DEPUTIES);
    await runner.query(REVIEWS);
    await runner.query(FOLLOW_UPS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const CLOCKS = `
alter table requests
  -- When receipt (접수) is due.
  add column acknowledge_by timestamptz,
  -- All that fell due until then has been said, and then there may be something again; null: nothing to look for.
  add column said_until timestamptz,
  add column look_at timestamptz;
create index requests_to_look_at on requests (look_at) where look_at is not null;

-- Whatever changes a request, its clocks follow; a request that begins to wait begins to be reminded from then on.
create function follow_request_clock() returns trigger language plpgsql as $$
begin
  if new.department_id is null or new.delivered_at is null then return new; end if;
  if tg_op = 'INSERT' or old.delivered_at is distinct from new.delivered_at
    or (new.state in ('delivered', 'acknowledged', 'returned') and old.state not in ('delivered', 'acknowledged', 'returned')) then
    new.said_until := app_now();
  end if;
  new.look_at := '-infinity';
  return new;
end $$;
create trigger requests_clock_starts before insert on requests for each row execute function follow_request_clock();
create trigger requests_clock_follows before update on requests for each row
  when ((new.state, new.department_id, new.delivered_at, new.due_at, new.acknowledge_by, new.assign_by, new.assigned_at)
    is distinct from (old.state, old.department_id, old.delivered_at, old.due_at, old.acknowledge_by, old.assign_by, old.assigned_at))
  execute function follow_request_clock();
create function follow_grade_clock() returns trigger language plpgsql as $$
begin
  update requests set look_at = '-infinity' where issue_id = new.id and look_at is not null;
  return null;
end $$;
create trigger issues_grade_clock after update of grade on issues for each row when (new.grade is distinct from old.grade)
  execute function follow_grade_clock();
update requests set said_until = app_now(), look_at = '-infinity'
where department_id is not null and delivered_at is not null and state not in ('accepted', 'cancelled', 'planned');
`;

const ESCALATIONS = `
create table escalations (
  id uuid primary key,
  issue_id uuid not null references issues,
  request_id uuid not null references requests,
  department_id uuid not null references departments,
  about text not null check (about in ('acknowledgement', 'answer')),
  deadline timestamptz not null,
  step int not null check (step > 0),
  position office_position not null,
  state text not null check (state in ('prepared', 'released', 'dismissed', 'withdrawn', 'automatic')),
  text text not null,
  created_at timestamptz not null default app_now(),
  settled_at timestamptz,
  settled_by uuid references users,
  on_behalf_of uuid references users,
  reason text,
  version int not null default 1,
  constraint dismissed_with_reason check (state <> 'dismissed' or reason is not null),
  -- Each superior hears once of a deadline that a department missed, whatever the grade came to be meanwhile.
  constraint each_superior_once unique (request_id, department_id, about, deadline, position)
);
create index escalations_prepared on escalations (created_at desc, id desc) where state = 'prepared';
create index escalations_issue on escalations (issue_id, created_at);
`;

const DEPUTIES = `
create table deputies (
  id uuid primary key,
  absent_id uuid not null references users,
  deputy_id uuid not null references users,
  -- 대결: what cannot wait is signed in somebody's absence and reported to them; 직무대리: appointed for a time.
  kind text not null check (kind in ('once', 'period')),
  from_on date not null,
  to_on date not null,
  note text,
  created_by uuid not null references users,
  created_at timestamptz not null default app_now(),
  ended_at timestamptz,
  ended_by uuid references users,
  version int not null default 1,
  constraint never_for_oneself check (absent_id <> deputy_id),
  constraint runs_forward check (to_on >= from_on)
);
create index deputies_of on deputies (deputy_id, from_on) where ended_at is null;
create index deputies_for on deputies (absent_id, from_on) where ended_at is null;
create view standing_deputies as
  select id, absent_id, deputy_id, kind, from_on, to_on from deputies
  where ended_at is null and seoul_today() between from_on and to_on;
create index events_on_behalf on events (on_behalf_of, at) where on_behalf_of is not null;
`;

const REVIEWS = `
alter table issues
  add column review_due_on date,
  -- The day for which its handler was told that the review is due.
  add column review_told_for date;
create index issues_review_due on issues (review_due_on) where review_due_on is not null and stage = 'act';
-- From today on, whatever was opened before.
update issues set review_due_on = seoul_today() + case grade when 'critical' then 7 when 'high' then 14 else 30 end
where stage = 'act' and grade is not null;

create table issue_reviews (
  id uuid primary key,
  issue_id uuid not null references issues,
  reviewed_by uuid not null references users,
  on_behalf_of uuid references users,
  reviewed_at timestamptz not null default app_now(),
  due_on date,
  grade grade,
  outcome text not null check (outcome in ('keep', 'change', 'close-proposed')),
  note text not null,
  next_on date not null
);
create index issue_reviews_issue on issue_reviews (issue_id, reviewed_at);
`;

const FOLLOW_UPS = `
-- Whether it happened again, asked some weeks after closing.
create table follow_up_questions (
  id uuid primary key,
  issue_id uuid not null references issues,
  ask_on date not null,
  asked_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references users,
  on_behalf_of uuid references users,
  recurred text check (recurred in ('yes', 'no', 'unclear')),
  note text,
  -- The issue was taken up again before anybody answered.
  dropped_at timestamptz,
  created_at timestamptz not null default app_now(),
  constraint answered_by_somebody check (num_nonnulls(answered_at, answered_by, recurred) in (0, 3)),
  constraint dropped_or_answered check (dropped_at is null or answered_at is null)
);
create unique index one_open_follow_up on follow_up_questions (issue_id) where answered_at is null and dropped_at is null;
create index follow_up_questions_due on follow_up_questions (ask_on) where answered_at is null and dropped_at is null;
`;
