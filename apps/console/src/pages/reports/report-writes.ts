import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { Report } from '../../api/types.js';
import { toast } from '../../ui/toast.js';
import { newestOf } from './editions.js';
import { useReportText } from './text.js';

const touches = ['/reports'];

/** Writes the open edition of a month anew, or the next one. Who writes it may be away: then it comes later. */
export function useCompile() {
  const t = useReportText();
  return useWrite(
    async (month: string) => {
      const asked = Date.now();
      const report = await call<Report>('POST', '/reports', { body: { month } });
      const newest = newestOf(report);
      toast(newest && Date.parse(newest.compiledAt) >= asked - CLOCKS_APART_MS ? t('compiled') : t('asked'));
      return report;
    },
    { touches },
  );
}
const CLOCKS_APART_MS = 5000;

export function useApprove() {
  const t = useReportText();
  return useWrite(
    async ({ month, version }: Report) => {
      const report = await call<Report>('POST', `/reports/${month}/approval`, { ifMatch: version });
      toast(t('approved'));
      return report;
    },
    { touches },
  );
}
