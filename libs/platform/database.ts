import pg from 'pg';
import { type DataSourceOptions, type EntityManager, type MixedList } from 'typeorm';
import { Foundation1763800000001 } from './migrations/0001-foundation.js';
import { Issues1763800000002 } from './migrations/0002-issues.js';
import { ReportsAndDeliveries1763800000003 } from './migrations/0003-reports-and-deliveries.js';
import { ViewsAndSearch1763800000004 } from './migrations/0004-views-and-search.js';
import { IssuesToLookAt1763800000005 } from './migrations/0005-issues-to-look-at.js';
import { Clusters1763800000006 } from './migrations/0006-clusters.js';
import { Imports1763800000007 } from './migrations/0007-imports.js';
import { Feeds1763800000008 } from './migrations/0008-feeds.js';
import { EarlyWarning1763800000009 } from './migrations/0009-early-warning.js';
import { SimilarAndGrouped1763800000010 } from './migrations/0010-similar-and-grouped.js';
import { PoliciesAndDecisions1763800000011 } from './migrations/0011-policies-and-decisions.js';
import { ConfirmedLeads1763800000012 } from './migrations/0012-confirmed-leads.js';
import { RequestsOnTheirWay1763800000013 } from './migrations/0013-requests-on-their-way.js';
import { WebhooksAndDelivery1763800000014 } from './migrations/0014-webhooks-and-delivery.js';
import { Hearing1763800000015 } from './migrations/0015-hearing.js';
import { FilesAndComments1763800000016 } from './migrations/0016-files-and-comments.js';
import { Deadlines1763800000017 } from './migrations/0017-deadlines.js';
import { ApprovedPolicies1763800000018 } from './migrations/0018-approved-policies.js';
import { Outlook1763800000019 } from './migrations/0019-outlook.js';
import { ReportFormats1763800000020 } from './migrations/0020-report-formats.js';
import { Editions1763800000021 } from './migrations/0021-editions.js';
import { Rounds1763800000022 } from './migrations/0022-rounds.js';
import { Audit1763800000024 } from './migrations/0024-audit.js';
import { OfficeClock1763800000025 } from './migrations/0025-office-clock.js';
import { Accounts1763800000027 } from './migrations/0027-accounts.js';
import { Tokens1763800000028 } from './migrations/0028-tokens.js';
import { OwnLines1763800000029 } from './migrations/0029-own-lines.js';
import { SigningIn1763800000030 } from './migrations/0030-signing-in.js';
import { SecondWall1763800000033 } from './migrations/0033-second-wall.js';
import { NoticesByName1763800000034 } from './migrations/0034-notices-by-name.js';
import { AreaContacts1763800000035 } from './migrations/0035-area-contacts.js';
import { Reorganisation1763800000036 } from './migrations/0036-reorganisation.js';
import { DepartmentTree1763800000037 } from './migrations/0037-department-tree.js';
import { DeliveryLeases1763800000038 } from './migrations/0038-delivery-leases.js';
import { ThinnerWall1763800000039 } from './migrations/0039-thinner-wall.js';
import { PasswordDue1763800000040 } from './migrations/0040-password-due.js';
import { FitDeputies1763800000041 } from './migrations/0041-fit-deputies.js';
import { SnakeNaming } from './naming.js';

/** The caller's transaction: first argument of every write, never ambient. */
export type Tx = EntityManager;

export const MIGRATIONS = [
  Foundation1763800000001,
  Issues1763800000002,
  ReportsAndDeliveries1763800000003,
  ViewsAndSearch1763800000004,
  IssuesToLookAt1763800000005,
  Clusters1763800000006,
  Imports1763800000007,
  Feeds1763800000008,
  EarlyWarning1763800000009,
  SimilarAndGrouped1763800000010,
  PoliciesAndDecisions1763800000011,
  ConfirmedLeads1763800000012,
  RequestsOnTheirWay1763800000013,
  WebhooksAndDelivery1763800000014,
  Hearing1763800000015,
  FilesAndComments1763800000016,
  Deadlines1763800000017,
  ApprovedPolicies1763800000018,
  Outlook1763800000019,
  ReportFormats1763800000020,
  Editions1763800000021,
  Rounds1763800000022,
  Audit1763800000024,
  Accounts1763800000027,
  Tokens1763800000028,
  OwnLines1763800000029,
  OfficeClock1763800000025,
  SigningIn1763800000030,
  SecondWall1763800000033,
  NoticesByName1763800000034,
  AreaContacts1763800000035,
  Reorganisation1763800000036,
  DepartmentTree1763800000037,
  DeliveryLeases1763800000038,
  ThinnerWall1763800000039,
  PasswordDue1763800000040,
  FitDeputies1763800000041,
];

/**
 * A connection that the server ends between two of its users, when no pool and no query listens for its errors: whoever
 * uses it next learns of it. Without a listener Node would end the process.
 */
export class PooledClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

export interface DatabaseSettings {
  url: string;
  /** Most connections of this process. */
  pool: number;
  /** Acts as this role; the owner only migrates. */
  role?: 'haechi_work';
}

// Counts and numerics fit a double here; strings would only surprise.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
// A day is a day: as a Date it would shift with the zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

/**
 * Options of one pool. A frozen process loses its session after 10 s inside a transaction, a statement ends after 15 s,
 * and nobody waits longer than 2.5 s for a connection: a dead database is a clear 503, not a hanging request.
 */
export function databaseOptions(
  { url, pool, role }: DatabaseSettings,
  entities: MixedList<new () => object> = [],
): DataSourceOptions {
  const settings = {
    ...(role && { role }),
    statement_timeout: role ? '15s' : '0',
    lock_timeout: role ? '5s' : '0',
    idle_in_transaction_session_timeout: '10s',
    jit: 'off',
  };
  return {
    type: 'postgres',
    url,
    entities: entities as never,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'all',
    installExtensions: false,
    connectTimeoutMS: 2500,
    extra: {
      Client: PooledClient,
      max: pool,
      keepAlive: true,
      query_timeout: role ? 20_000 : 0,
      connectionTimeoutMillis: 2500,
      options: Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    },
    poolErrorHandler: () => undefined,
    namingStrategy: new SnakeNaming(),
  };
}

/** The moment all rules of one transaction agree on: the database's clock, never this machine's. */
export async function appNow(tx: Tx): Promise<Date> {
  const [row] = await tx.query('select app_now() as now');
  return row.now;
}
