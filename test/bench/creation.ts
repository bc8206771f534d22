import type { Bench, Backend } from './bench.js';
import type { Loaded, Task } from './client.js';
import type { App } from './app.js';
import { median, withSpread } from './numbers.js';
import type { Line } from './table.js';

const GOAL = 0.3;
const CONNECTIONS = 64;
const NOOP = '/api/v1/bench/noop';

const BODY = {
  title: '청년수당 신청 누리집 접속 지연에 대한 개선 필요',
  summary: '신청 첫날 접속이 몰려 두 시간 동안 접수가 지연되었다는 민원이 이어져 다음 회차 신청 전 개선 요구',
  channel: 'complaint',
  notes: ['다음 회차 신청은 다음 달 첫째 주 예정'],
  risks: ['접수 지연이 되풀이되면 신청 기회 형평성 비판'],
  signals: [{ title: '청년수당 신청 누리집 문의', count: 42, baseline: 20 }],
  requests: [{ text: '접속 대기 화면과 신청일 분산 방안 제출', horizon: 'short' }],
};

/** Durable creations at 64 connections, against a route of the same stack that does everything but write. */
export async function creation(bench: Bench): Promise<Line[]> {
  const lines: Line[] = [];
  for (const backend of bench.backends) lines.push(...(await against(bench, backend)));
  return lines;
}

async function against(bench: Bench, backend: Backend): Promise<Line[]> {
  const city = await bench.found(backend);
  await city.run('intake', 'test/bench/noop.js');
  const client = await city.run('client', 'test/bench/client.js');
  const cookie = await city.signIn('officer');
  const rate = (path: string, seconds: number): Promise<number> =>
    perSecond(client, {
      kind: 'load',
      url: city.url,
      cookie,
      path,
      body: BODY,
      connections: CONNECTIONS,
      seconds,
    });
  const seconds = bench.quick ? 2 : 4;
  for (const path of [NOOP, '/api/v1/issues']) await rate(path, seconds);
  const noops: number[] = [];
  const creations: number[] = [];
  for (let round = 0; round < bench.rounds; round += 1) {
    noops.push(await rate(NOOP, seconds));
    creations.push(await rate('/api/v1/issues', seconds));
  }
  return compared(backend, { noops, creations });
}

function compared(backend: Backend, { noops, creations }: { noops: number[]; creations: number[] }): Line[] {
  const ratios = creations.map((one, i) => one / noops[i]!);
  return [
    { what: `no-op route, requests/s (queues on ${backend})`, value: withSpread(noops) },
    { what: `issue creations/s over HTTP, durable`, value: withSpread(creations) },
    {
      what: `  ratio`,
      value: withSpread(ratios, 2),
      goal: `≥ ${GOAL.toFixed(2)}`,
      met: median(ratios) >= GOAL,
    },
  ];
}

async function perSecond(client: App, task: Task): Promise<number> {
  const { perSecond: rate, failed } = await client.ask<Loaded>(task);
  if (failed) throw new Error(`${failed} requests failed`);
  return rate;
}
