import 'reflect-metadata';
import { readEnv } from '#platform/env.js';
import { live } from '#platform/process.js';
import { startWorker } from '#platform/worker-app.js';
import { PipelineModule } from './pipeline.module.js';

process.env.HAECHI_APP = 'pipeline';
void live(() => startWorker(PipelineModule.with(readEnv())));
