import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each issued report expected, kept as it was said, and what became of it. */
export class Outlook1763800000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ENTRIES);
    await runner.query(RESULTS);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const ENTRIES = `
create table outlook_entries (
  edition_id uuid not null references editions,
  issue_id uuid not null references issues,
  rank int not null check (rank > 0),
  grade grade not null,
  -- That it surfaces if nothing is done; none of a report on a month that was over, which foresees nothing.
  reason_kind text check (reason_kind in ('expiry', 'dated', 'anniversary', 'season', 'trend', 'judgement')),
  probability numeric(3, 2) check (probability between 0 and 1),
  -- Before experience corrected it.
  uncorrected numeric check (uncorrected > 0 and uncorrected < 1),
  primary key (edition_id, issue_id),
  constraint forecast_is_whole check (num_nonnulls(reason_kind, probability, uncorrected) in (0, 3))
);
create index outlook_entries_issue on outlook_entries (issue_id);

create function refuse_change_of_outlook() returns trigger language plpgsql as $$
begin
  raise exception 'what a report expected cannot change' using errcode = 'restrict_violation';
end $$;
create trigger outlook_is_frozen before update or delete on outlook_entries
  for each row execute function refuse_change_of_outlook();

-- What counts of a month: the last edition issued before it began; else the first, so that hindsight changes nothing.
create view outlook_of_record as
  select distinct on (month) month, id as edition_id, number, approved_at
  from (select *, to_char(approved_at at time zone 'Asia/Seoul', 'YYYY-MM') < month as ahead
    from editions where approved_at is not null) issued
  order by month, ahead desc, case when ahead then -number else number end;

insert into outlook_entries (edition_id, issue_id, rank, grade)
select e.id, i.id, (one ->> 'rank')::int, one ->> 'grade'
from editions e cross join lateral jsonb_array_elements(e.document -> 'issues') one
join issues i on i.number = one ->> 'number'
where e.approved_at is not null;
`;

const RESULTS = `
create table outlook_results (
  month month not null,
  issue_id uuid not null references issues,
  foreseen boolean not null,
  result text not null,
  -- What the rule had proposed; whoever says otherwise says why.
  proposed text,
  reason text,
  decided_by uuid not null references users,
  decided_at timestamptz not null default app_now(),
  primary key (month, issue_id),
  constraint result_of_what check (case when foreseen then result in ('occurred', 'prevented', 'eased', 'did-not-occur')
    else result in ('unforeseen', 'dismissed') end),
  constraint changed_with_reason check (coalesce(result = proposed, false) or reason is not null)
);
create index outlook_results_issue on outlook_results (issue_id);
`;
