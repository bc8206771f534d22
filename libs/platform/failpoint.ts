let hits = 0;
const [point, action, at] = (process.env.FAILPOINT ?? '').split(/[:@]/);

/**
 * A place where the fault tests may end this process: `FAILPOINT=relay.afterPublish:kill@3` kills it at the third pass.
 * Costs a comparison of strings in production.
 */
export function failpoint(name: string): void {
  if (name !== point || ++hits !== Number(at ?? 1)) return;
  if (action === 'kill') process.kill(process.pid, 'SIGKILL');
  throw new Error(`Failpoint ${name}`);
}
