import { giveUp, prepare } from './prepare.mjs';

await prepare().catch(giveUp);
await import('../../dist/apps/supervisor/supervise.js');
