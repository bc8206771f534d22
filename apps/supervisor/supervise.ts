import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accountLines } from './accounts.js';
import { App } from './children.js';
import { Ending } from './ending.js';
import { loadSamples, needsSamples, openDatabase } from './first-start.js';
import { holdLock } from './lock.js';
import { ownServer, ownUrl, refuseBlindToHangul, refuseTooFewConnections } from './own-database.js';
import { freePort, refuseTakenPort } from './ports.js';
import { say } from './say.js';
import { runScript } from './script.js';
import { readSettings, type Settings } from './settings.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const built = (path: string): string => join(ROOT, 'dist', path);

const APPS = ['intake', 'pipeline', 'notifier'] as const;
const LOADER = built('apps/supervisor/samples/load.js');
/** What a killed supervisor left behind drains first. */
const INHERITED_PORT_MS = 30_000;

const ending = new Ending();

async function start(): Promise<void> {
  const settings = await readSettings(ROOT);
  const lock = holdLock(settings.dataDir);
  ending.before(() => lock.release());
  await refuseTakenPort(settings.port, settings.host, lock.inherited ? INHERITED_PORT_MS : 0);
  const env = settings.databaseUrl ? theirDatabase(settings) : await ownDatabase(settings);
  await migrate(env);
  await refuseTooFewConnections(env.DATABASE_URL!, APPS.length * settings.connections);
  await startApps(settings, env);
  if (!settings.databaseUrl && needsSamples(settings.dataDir)) await fill(settings, env);
  greet(settings);
}

const theirDatabase = ({ dataDir, databaseUrl }: Settings): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: databaseUrl,
  DATA_DIR: dataDir,
});

async function ownDatabase({ dataDir }: Settings): Promise<NodeJS.ProcessEnv> {
  say('데이터베이스 준비 …', 'starting the database …');
  forgetOtherDatabases();
  const server = await ownServer(dataDir, (reason) =>
    say(`데이터베이스 다시 시작 (${reason})`, 'restarting the database'),
  );
  if (server.folder !== dataDir) say('데이터베이스 위치', `the database lives in: ${server.folder}`);
  ending.before(() => server.stop(ending.hurry));
  await server.start();
  await openDatabase(server, dataDir, LOADER);
  return { ...process.env, DATABASE_URL: ownUrl(server), DATA_DIR: dataDir, HAECHI_EMBEDDED: '1' };
}

/** PGSSLMODE, PGOPTIONS and the like were meant for another PostgreSQL. */
function forgetOtherDatabases(): void {
  for (const name of Object.keys(process.env)) {
    if (/^PG[A-Z]+$|^MIGRATION_DATABASE_URL$/.test(name)) delete process.env[name];
  }
}

async function migrate(env: NodeJS.ProcessEnv): Promise<void> {
  say('스키마 갱신 …', 'migrating …');
  await runScript(built('apps/supervisor/migrate.js'), { env, signal: ending.signal });
  await refuseBlindToHangul(env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL!);
}

async function startApps(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  say('앱 시작 …', 'starting the apps …');
  const apps = APPS.map(
    (name, at) =>
      new App({
        name,
        main: built(`apps/${name}/app.js`),
        log: join(settings.dataDir, 'logs', `${name}.log`),
        env: async () => ({ ...env, MIGRATION_DATABASE_URL: undefined, ...(await portsOf(settings, at)) }),
        onRestart: (app, reason) => say(`${app} 다시 시작 (${reason})`, `restarting ${app}`),
      }),
  );
  ending.before(async () => void (await Promise.all(apps.map((app) => app.stop(ending.hurry)))));
  await Promise.all(apps.map((app) => app.start()));
}

async function portsOf({ host, port, opsPort }: Settings, at: number): Promise<NodeJS.ProcessEnv> {
  return { HOST: host, PORT: String(port), OPS_PORT: String(opsPort ? opsPort + at : await freePort()) };
}

async function fill(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  say('예시 자료 …', 'loading the sample data …');
  const options = {
    env: { ...env, HAECHI_URL: address(settings) },
    signal: ending.signal,
    onLine: (line: string) => console.log(`  ${line}`),
  };
  await loadSamples(settings.dataDir, LOADER, options);
}

function address({ host, port }: Settings): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function greet(settings: Settings): void {
  say('\n해치가 준비되었습니다', `Haechi is ready: ${process.env.PUBLIC_URL || address(settings)}`);
  for (const line of accountLines(settings.dataDir)) console.log(line);
  say('Ctrl-C로 모두 종료', 'Ctrl-C stops everything');
}

ending.onSignals();
start().catch((error: unknown) => ending.failed(error));
