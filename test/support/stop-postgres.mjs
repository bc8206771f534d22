import { once } from 'node:events';

/** jest's globalTeardown. */
export default async function stopPostgres() {
  const keeper = globalThis.postgresKeeper;
  if (!keeper || keeper.exitCode !== null) return;
  const gone = once(keeper, 'exit');
  keeper.ref();
  keeper.disconnect();
  await gone;
}
