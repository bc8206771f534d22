import sql from 'sql-template-tag';

/** Nothing more is taken in by the round `r`: it was closed, its month is over, or the report of it is issued. */
export const roundEnded = sql`(r.closed_at is not null or r.month < to_char(seoul_today(), 'YYYY-MM')
  or exists (select 1 from editions e where e.month = r.month and e.approved_at is not null))`;
