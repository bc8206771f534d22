import type { Tx } from '#platform/database.js';
import type { ReportSheet } from './document.js';

/** As those who made it sign, highest first. */
const AUTHORS = { 'division-head': '평가담당관', 'team-leader': '팀장', staff: '담당' } as const;

/** One of each position of the office that reports, highest first: who made it, else who has been there longest. */
export async function authors(tx: Tx, maker: string | null): Promise<NonNullable<ReportSheet['authors']>> {
  const rows: { position: keyof typeof AUTHORS; name: string }[] = await tx.query(
    `select distinct on (u.position) u.position, u.name from users u
     where u.role = 'officer' and u.active and u.position = any($2)
     order by u.position, u.id = $1 desc nulls last, u.id`,
    [maker, Object.keys(AUTHORS)],
  );
  return (Object.keys(AUTHORS) as (keyof typeof AUTHORS)[]).flatMap((position) =>
    rows
      .filter((row) => row.position === position)
      .map(({ name }) => ({ position: AUTHORS[position], name, phone: null })),
  );
}
