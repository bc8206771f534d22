import type { Tx } from '#platform/database.js';
import type { Report } from './new-issue.js';

/** What a source sent before is that signal, not another one: an issue takes along what is there already. */
export async function recogniseSignals(tx: Tx, reports: Report[]): Promise<Report[]> {
  const sent = reports.flatMap(({ by, issue }) =>
    (issue.signals ?? []).flatMap(({ externalId }) =>
      externalId ? [{ by: by.id, external_id: externalId }] : [],
    ),
  );
  const rows: { id: string; by: string; externalId: string }[] = sent.length
    ? await tx.query(KNOWN, [JSON.stringify(sent)])
    : [];
  const known = new Map(rows.map(({ id, by, externalId }) => [`${by} ${externalId}`, id]));
  return reports.map(({ by, issue }) => {
    const idOf = ({ externalId }: { externalId?: string | null }): string | undefined =>
      known.get(`${by.id} ${externalId}`);
    const signals = issue.signals ?? [];
    const ids = [...(issue.signalIds ?? []), ...signals.map(idOf).filter((id) => id !== undefined)];
    return {
      by,
      issue: { ...issue, signals: signals.filter((one) => !idOf(one)), signalIds: [...new Set(ids)] },
    };
  });
}

const KNOWN = `
select s.id, s.created_by as by, s.external_id as "externalId" from signals s
join jsonb_to_recordset($1::jsonb) as x(by uuid, external_id text) on x.by = s.created_by and x.external_id = s.external_id`;
