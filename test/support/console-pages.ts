import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addMonths } from '#platform/calendar.js';
import type { Role } from '#people/vocabulary.js';
import type { Api, Json } from './api.js';
import { ROOT } from './npm-start.js';
import { brought, csv } from './upload.js';

export interface ShownPage {
  /** For a file or a test. */
  name: string;
  path: string;
  who: Role | 'nobody';
}

const ROUTES = ['pages.ts', 'managing-pages.ts'].map((name) => join(ROOT, 'apps/console/src', name));

/**
 * Every page of the console, each as somebody sees whose page it is, with things of this installation on it.
 * @throws when a page of pages.ts is not among them
 */
export async function pagesToShow(officer: Api, department: Api): Promise<ShownPage[]> {
  const issues: Json[] = (await officer.get('/issues?limit=100')).items;
  const requests: Json[] = (await department.get('/requests?limit=50')).items;
  const [report] = (await officer.get('/reports?limit=1')).items;
  const [round] = (await officer.get('/rounds?limit=1')).items;
  const [policy] = (await officer.get('/policies')).items;
  const [delivery] = (await officer.get('/deliveries?limit=1')).items;
  const [webhook] = (await officer.get('/webhooks')).items;
  const [unit] = (await officer.get('/departments?limit=1')).items;
  const one = (fits: (issue: Json) => boolean) => (issues.find(fits) ?? issues[0]).id;
  const pages: [string, string, ShownPage['who']][] = [
    ['sign-in', '/sign-in', 'nobody'],
    ['home-officer', '/', 'officer'],
    ['home-department', '/', 'department'],
    ['home-manager', '/', 'manager'],
    ['home-admin', '/', 'admin'],
    ['signals', '/signals', 'officer'],
    ['signal-new', '/signals/new', 'officer'],
    ['reported', '/reported', 'department'],
    ['issues', '/issues', 'officer'],
    ['issues-none', '/issues?q=없는말', 'auditor'],
    ['board', '/issues/board', 'officer'],
    ['issue-new', '/issues/new', 'officer'],
    [
      'issue-review',
      `/issues/${one(({ stage, state }) => stage !== 'act' && state === 'review')}`,
      'officer',
    ],
    ['issue-act', `/issues/${one(({ stage, grade }) => stage === 'act' && grade === 'critical')}`, 'officer'],
    ['issue-closed', `/issues/${one(({ stage }) => stage === 'closed')}`, 'auditor'],
    ['issue-edit', `/issues/${one(({ stage }) => stage === 'act')}/edit`, 'officer'],
    ['requests', '/requests', 'officer'],
    ['requests-department', '/requests', 'department'],
    ['request', `/requests/${requests[0]?.id}`, 'department'],
    ['templates', '/templates', 'department'],
    ['reports', '/reports', 'manager'],
    ['changes', '/reports/changes', 'manager'],
    ['council', '/reports/council', 'officer'],
    ['report', `/reports/${report?.month}`, 'manager'],
    ['rounds', '/rounds', 'officer'],
    ['rounds-department', '/rounds', 'department'],
    ['round', `/rounds/${round?.month}`, 'officer'],
    ['round-department', `/rounds/${round?.month}`, 'department'],
    ['outlook', '/outlook', 'manager'],
    ['outlook-results', `/outlook?month=${addMonths(report?.month ?? '2026-12', -2)}`, 'officer'],
    ['dashboard', '/dashboard', 'manager'],
    ['inbox', '/inbox', 'officer'],
    ['imports', '/imports', 'officer'],
    ['import', `/imports/${await checkedImport(officer)}`, 'officer'],
    ['departments', '/departments', 'admin'],
    ['department', `/departments/${unit.id}`, 'officer'],
    ['reorganisations', '/reorganisations', 'admin'],
    ['reorganisation-new', '/reorganisations/new', 'officer'],
    ['queue', '/queue', 'officer'],
    ['escalations', '/escalations?state=all', 'officer'],
    ['reviews', '/reviews', 'officer'],
    ['calendar', '/calendar', 'officer'],
    ['calendar-department', '/calendar', 'department'],
    ['deputies', '/deputies', 'officer'],
    ['policies', '/policies', 'officer'],
    ['policy', `/policies/${policy.version}`, 'officer'],
    ['early-warning', '/early-warning', 'officer'],
    ['feeds', '/feeds', 'officer'],
    ['users', '/users', 'admin'],
    ['deliveries', '/deliveries', 'admin'],
    ['delivery', `/deliveries/${delivery?.id}`, 'officer'],
    ['contacts', '/contacts', 'officer'],
    ['webhooks', '/webhooks', 'officer'],
    ['webhook', `/webhooks/${webhook?.id ?? 'none'}`, 'officer'],
    ['events', '/events', 'officer'],
    ['audit', '/audit', 'auditor'],
    ['retention', '/retention', 'admin'],
    ['parked', '/parked', 'admin'],
    ['mailbox', '/mailbox', 'officer'],
    ['settings', '/settings', 'officer'],
    ['settings-notifications', '/settings/notifications', 'department'],
    ['notice-texts', '/notice-texts', 'officer'],
    ['nothing-there', '/no-such-page', 'officer'],
  ];
  const shown = pages.map(([name, path, who]) => ({ name, path, who }));
  const missing = routes().filter((route) => !shown.some(({ path }) => leadsTo(route, path)));
  if (missing.length) throw new Error(`Pages that are not shown: ${missing.join(', ')}`);
  return shown;
}

/** A file that was looked through, with something wrong in it. */
async function checkedImport(officer: Api): Promise<string> {
  const rows = [
    ['채널', '제목', '보도일'],
    ['언론', '지하철 파업 예고', '2026. 11. 3.'],
    ['방송', '', '어제'],
  ];
  return (await brought(officer, csv(rows, '11월 동향.csv'), { kind: 'signals', dryRun: 'true' })).id;
}

const routes = (): string[] =>
  ROUTES.flatMap((file) =>
    Array.from(readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g), ([, path]) => path!),
  );

const leadsTo = (route: string, path: string): boolean =>
  new RegExp(`^${route.replaceAll(/:\w+/g, '(?!new$|board$)[^/]+')}$`).test(path.split('?')[0]!);
