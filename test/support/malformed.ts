import fc from 'fast-check';
import type { Json } from './api.js';
import type { Contract, Operation } from './contract.js';
import { ODD_BODIES, ODD_HEADERS, ODD_IDS, ODD_TEXTS, ODD_TYPES, oddValue } from './malformed-values.js';

export interface Malformed {
  operation: Operation;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** Ids that exist, by the noun in front of them in a path. */
export type Known = Record<string, string[]>;

/** Requests that are wrong in one way or two, made from what the document says is right. */
export function malformed(contract: Contract, known: Known): fc.Arbitrary<Malformed> {
  const { operations, document } = contract;
  return fc.constantFrom(...operations).chain((one) => {
    const schema = one.operation.requestBody?.content['application/json']?.schema;
    return fc
      .record({
        url: fc.tuple(path(one, known), query(one)).map((parts) => parts.join('')),
        body: schema
          ? body(schema, document, known)
          : fc.option(fc.constantFrom(...ODD_BODIES), { nil: undefined, freq: 3 }),
        type: often(fc.constant('application/json'), fc.constantFrom(...ODD_TYPES), 12),
        odd: often(fc.constant({}), fc.constantFrom(...ODD_HEADERS), 6),
      })
      .map(({ url, body: text, type, odd }) => ({
        operation: one,
        url,
        headers: {
          ...(one.verb === 'PATCH' || one.verb === 'DELETE' ? { 'if-match': '*' } : {}),
          ...(text !== undefined && { 'content-type': type }),
          ...odd,
        },
        // fetch gives a GET no body.
        ...(text !== undefined && one.verb !== 'GET' && { body: text }),
      }));
  });
}

/** Mostly the first, one time in so many the second. */
const often = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, times: number): fc.Arbitrary<T> =>
  fc.oneof({ weight: times - 1, arbitrary: usual }, { weight: 1, arbitrary: rare });

function path({ path: template }: Operation, known: Known): fc.Arbitrary<string> {
  const parts = template.split('/').map((part, i, all) => {
    if (!part.startsWith('{')) return fc.constant(part);
    const ids = known[all[i - 1]!] ?? [];
    return often(ids.length ? fc.constantFrom(...ids) : fc.uuid(), fc.constantFrom(...ODD_IDS), 4);
  });
  return fc.tuple(...parts).map((all) => all.join('/'));
}

function query({ operation }: Operation): fc.Arbitrary<string> {
  const declared: string[] = (operation.parameters ?? [])
    .filter((one: Json) => one.in === 'query')
    .map((one: Json) => one.name);
  if (!declared.length) return fc.constantFrom('', '', '', '?', '?x=1', '?%', '?__proto__=1');
  const name = fc.constantFrom(...declared, ...declared, 'x', 'sort[]', '__proto__', 'cursor[a]');
  const value = fc.oneof(
    fc.constantFrom(...ODD_TEXTS.map((one) => one.slice(0, 300))),
    fc.constantFrom('1', '200', '-createdAt', 'true', 'review'),
    fc.string({ unit: 'binary', maxLength: 50 }),
    cursor,
  );
  const pair = fc
    .tuple(name, value)
    .map(([key, text]) => `${key}=${encodeURIComponent(text.toWellFormed())}`);
  return fc.array(pair, { minLength: 1, maxLength: 3 }).map((pairs) => `?${pairs.join('&')}`);
}

/** What a cursor is made of, with something else in it. */
const cursor = fc
  .tuple(
    fc.constantFrom('-createdAt', 'number', 'dueAt', 'score', 'x'),
    fc.constantFrom(
      '2026-01-01 00:00:00+00',
      '9999-99-99 99:99:99+99',
      'infinity',
      '1',
      ...ODD_TEXTS.map((one) => one.slice(0, 300)),
    ),
    fc.oneof(fc.uuid(), fc.constantFrom('-'.repeat(36), "'")),
  )
  .map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));

function body(schema: Json, document: Json, known: Known): fc.Arbitrary<string | undefined> {
  const spoilt = fc
    .tuple(
      valid(schema, document, known),
      fc.array(fc.tuple(fc.nat(), fc.nat(3), oddValue), { minLength: 0, maxLength: 2 }),
    )
    .map(([whole, wrongs]) =>
      JSON.stringify(
        wrongs.reduce((one, [place, way, value]) => spoil(one, place, way, structuredClone(value)), whole),
      ),
    );
  return often<string | undefined>(spoilt, fc.constantFrom(...ODD_BODIES, undefined), 8);
}

/** Puts something odd in one place of a body: instead of a value, beside it, or nothing where something is. */
function spoil(whole: Json, place: number, way: number, value: unknown): Json {
  const places = placesIn(whole);
  const [holder, key] = places[place % places.length] ?? [];
  if (!holder) return value;
  if (way === 0) delete holder[key!];
  else if (way === 1 && !Array.isArray(holder)) holder[`${key}x`] = value;
  else holder[key!] = value;
  return whole;
}

const placesIn = (node: Json): [Json, string][] =>
  typeof node === 'object' && node !== null
    ? Object.keys(node).flatMap((key) => [[node, key] as [Json, string], ...placesIn(node[key])])
    : [];

/** A body as the document wants it. */
function valid(schema: Json, document: Json, known: Known, name = ''): fc.Arbitrary<Json> {
  if (schema.$ref) return valid(document.components.schemas[schema.$ref.split('/').at(-1)], document, known);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one: Json) => valid(one, document, known, name)));
  const type = [schema.type].flat()[0];
  switch (type) {
    case 'object':
      return record(schema, document, known);
    case 'array':
      return fc.array(valid(schema.items, document, known, name), {
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'integer':
      return fc.integer({ min: schema.minimum, max: schema.maximum });
    case 'number':
      return fc.double({ min: schema.minimum, max: schema.maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    default:
      return text(schema, known, name);
  }
}

function record(schema: Json, document: Json, known: Known): fc.Arbitrary<Json> {
  // Fields that the document leaves to the kind of the issue.
  if (!schema.properties) return fc.dictionary(fc.string({ maxLength: 10 }), fc.string(), { maxKeys: 2 });
  const fields = Object.entries(schema.properties).map(([name, one]) => [
    name,
    valid(one as Json, document, known, name),
  ]);
  return fc.record(Object.fromEntries(fields), { requiredKeys: schema.required ?? [] });
}

function text(schema: Json, known: Known, name: string): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.constantFrom(...(known[nouns[name] ?? 'departments'] ?? []));
  if (schema.format === 'date') return fc.constantFrom('2026-12-01', '1999-01-31', '2199-12-31');
  if (schema.format === 'date-time')
    return fc.constantFrom('2026-12-01T18:00:00+09:00', '2026-11-22T00:00:00Z');
  if (schema.pattern?.startsWith('^https')) return fc.constant('https://news.example/1');
  if (schema.pattern?.includes('@')) return fc.uuid().map((id) => `${id}@city.test`);
  if (schema.pattern) return fc.constantFrom('2026-12', '1999-01', '2199-12');
  return fc
    .string({
      unit: 'grapheme',
      minLength: Math.max(schema.minLength ?? 0, 1),
      maxLength: Math.min(schema.maxLength ?? 60, 60),
    })
    .map((one) => `${one}가`.slice(0, schema.maxLength));
}

const nouns: Record<string, string> = {
  issueId: 'issues',
  mergeInto: 'issues',
  readers: 'users',
  signalIds: 'signals',
};
