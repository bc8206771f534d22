import 'reflect-metadata';
import { readEnv } from '#platform/env.js';
import { live } from '#platform/process.js';
import { startWorker } from '#platform/worker-app.js';
import { NotifierModule } from './notifier.module.js';

process.env.HAECHI_APP = 'notifier';
void live(() => startWorker(NotifierModule.with(readEnv())));
