import type { EventName } from '#events/events.js';
import { FLOW } from '#events/flow.js';
import { EVENT_CATALOGUE, EVENT_NAMES } from './event-catalogue.js';
import type { Field } from './event-fields.js';

export interface EventDescription {
  name: EventName;
  version: number;
  /** Queues of this system that it wakes. */
  wakes: readonly string[];
  /** JSON Schema of the payload. */
  schema: object;
  example: object;
}

const fieldsOf = (name: EventName): [string, Field<unknown>][] =>
  Object.entries(EVENT_CATALOGUE[name].payload as Record<string, Field<unknown>>);

/** The payload of an event as JSON Schema; nothing else is ever in it. */
export function payloadSchema(name: EventName): object {
  const fields = fieldsOf(name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, { schema }]) => [key, schema])),
    required: fields.filter(([, field]) => !field.optional).map(([key]) => key),
    additionalProperties: false,
  };
}

const exampleOf = (name: EventName): object =>
  Object.fromEntries(fieldsOf(name).map(([key, { example }]) => [key, example]));

/** The catalogue as it is served: made of what the compiler holds every event to. */
export const describeEvents = (): EventDescription[] =>
  EVENT_NAMES.map((name) => ({
    name,
    version: EVENT_CATALOGUE[name].version,
    wakes: FLOW[name],
    schema: payloadSchema(name),
    example: exampleOf(name),
  }));
