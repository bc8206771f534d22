import { appendFileSync } from 'node:fs';

/** Counts what an attack tried, for the summary at the end of a run. */
export function tally(what: string, times: number): void {
  const { HAECHI_TRIED } = process.env;
  if (HAECHI_TRIED) appendFileSync(HAECHI_TRIED, `${JSON.stringify({ what, times })}\n`);
}
