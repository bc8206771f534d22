import 'reflect-metadata';
import { QUEUES, type QueueName } from '#events/events.js';
import { readEnv } from '#platform/env.js';
import { closeQueuePool, producers } from '#platform/queues.js';

/**
 * Hints at the given subjects, twenty times each, in every queue and in any order. A program of its own, since BullMQ's
 * backend is chosen once a process.
 */
const subjects = process.argv.slice(2);
const queues = producers(readEnv(), QUEUES);
const publish = async (name: QueueName): Promise<void> => {
  const hints = Array.from({ length: 20 }, () => subjects).flat();
  const shuffled = hints
    .map((subject) => ({ subject, place: Math.random() }))
    .toSorted((a, b) => a.place - b.place);
  await queues[name].waitUntilReady();
  await queues[name].addBulk(shuffled.map(({ subject }) => ({ name, data: { subject } })));
};
await Promise.all(QUEUES.map(publish));
await Promise.all(Object.values(queues).map((queue) => queue.close()));
await closeQueuePool();
process.exit();
