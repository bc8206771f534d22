import 'reflect-metadata';
import { live } from '#platform/process.js';
import { readEnv } from '#platform/env.js';
import { startIntake } from './intake.js';

process.env.HAECHI_APP = 'intake';
void live(() => startIntake(readEnv()));
