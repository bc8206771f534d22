import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Views that people save of a list; search by initial consonants, by parts of a number, and of signals. */
export class ViewsAndSearch1763800000004 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(VIEWS);
    await run.query(INITIALS);
    await run.query(SEARCH);
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead: migrations only go forward.');
  }
}

const VIEWS = `
create table views (
  id uuid primary key,
  owner_id uuid not null references users on delete cascade,
  page text not null check (page in ('issues', 'signals', 'requests')),
  name text not null check (length(name) between 1 and 100),
  query text not null check (length(query) <= 2000),
  columns jsonb not null default '[]',
  shared boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default app_now(),
  updated_at timestamptz not null default app_now(),
  constraint views_owner_page_name unique (owner_id, page, name)
);
create index views_shared on views (page) where shared;
`;

const INITIALS = `
-- 초성: each syllable by its initial consonant, whatever else as it is. A syllable's code is 가 + (initial × 21 + vowel) × 28 + final.
create function hangul_initials(s text) returns text language plpgsql immutable parallel safe strict as $$
begin
  return (select coalesce(string_agg(case when ascii(one) between ascii('가') and ascii('힣')
      then substr('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ', (ascii(one) - ascii('가')) / 588 + 1, 1) else one end, ''), '')
    from unnest(string_to_array(s, null)) one);
end $$;
`;

const SEARCH = `
-- The number and the initials of the text, e.g. '2026-0012 ㅂㅁㅂㅇㅊㅅ': what is sought by a few signs out of a small alphabet.
alter table issue_texts add column marks text;
update issue_texts t set marks = lower(i.number) || ' ' || hangul_initials(t.text) from issues i where i.id = t.issue_id;
alter table issue_texts alter column marks set not null;
-- Pairs of consonants are in every text: three in a row tell more, and pg_trgm makes them in no time.
create index issue_texts_marks on issue_texts using gin (marks gin_trgm_ops);

create or replace function keep_issue_text() returns trigger language plpgsql as $$
declare found text := search_text(new.title || ' ' || new.summary);
begin
  insert into issue_texts (issue_id, text, marks)
  values (new.id, found, lower(new.number) || ' ' || hangul_initials(found))
  on conflict (issue_id) do update set text = excluded.text, marks = excluded.marks;
  return null;
end $$;

-- The same of a signal, which has no number: few enough to look through.
alter table signals add column marks text generated always as ('- ' || hangul_initials(search_text(title))) stored;
create index signals_words on signals using gin (hangul_bigrams(search_text(title)));
`;
