import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { IssuingBody, Report } from '../../api/types.js';
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
    async ({
      report: { month, version },
      approval,
    }: {
      report: Report;
      approval: IssuingBody['approval'];
    }) => {
      const body = approval ? { approval } : {};
      const report = await call<Report>('POST', `/reports/${month}/approval`, { body, ifMatch: version });
      toast(t('approved'));
      return report;
    },
    { touches },
  );
}

/** Holds the draft back, or lets it go. */
export function useHold(act: 'hold' | 'release') {
  const t = useReportText();
  const path = act === 'hold' ? 'hold' : 'hold/release';
  return useWrite(
    async ({ report: { month, version }, reason }: { report: Report; reason: string }) => {
      await call<Report>('POST', `/reports/${month}/${path}`, { body: { reason }, ifMatch: version });
      toast(t(act === 'hold' ? 'held' : 'released'));
    },
    { touches },
  );
}

export function useResend(month: string, number: number) {
  const t = useReportText();
  return useWrite(
    async ({ id, name }: { id: string; name: string }) => {
      await call<Report>('POST', `/reports/${month}/editions/${number}/resending`, { body: { userId: id } });
      toast(t('resent', { name }));
    },
    { touches },
  );
}
