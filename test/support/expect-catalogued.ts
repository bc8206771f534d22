import { expect } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { EVENT_NAMES } from '#deliveries/event-catalogue.js';
import { payloadSchema } from '#deliveries/describe-events.js';
import type { EventName } from '#events/events.js';
import type { FreshDatabase } from './fresh-database.js';

const ajv = new Ajv2020({ allErrors: true });
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
const checks = new Map(EVENT_NAMES.map((name) => [name, ajv.compile(payloadSchema(name))]));

/** Every event that ever happened here fits its schema in the catalogue. */
export async function expectCatalogued(database: FreshDatabase): Promise<void> {
  const events = await database.query<{ name: EventName; payload: object }>(
    'select name, payload from events',
  );
  const wrong = events.filter(({ name, payload }) => !checks.get(name)?.(payload)).slice(0, 5);
  expect(wrong).toEqual([]);
}
