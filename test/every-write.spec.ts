import { randomUUID } from 'node:crypto';
import type { Api, Json } from './support/api.js';
import { City } from './support/city.js';
import { Contract, type Operation } from './support/contract.js';
import { tally } from './support/tally.js';

/** What somebody would like to set who may not. */
const WANTED: Record<string, unknown> = {
  id: randomUUID(),
  role: 'admin',
  position: 'mayor',
  active: true,
  version: 99,
  createdBy: randomUUID(),
  userId: randomUUID(),
  passwordHash: 'x',
  confidential: false,
  readers: [],
  stage: 'closed',
  state: 'accepted',
  grade: 'low',
  score: 0,
  number: '2020-0001',
  createdAt: '2020-01-01T00:00:00Z',
  isAdmin: true,
  constructor: { prototype: { role: 'admin' } },
};

/** How a browser tells that another site had it sent. */
const FOREIGN: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { 'sec-fetch-site': 'cross-site', origin: '' },
];

let city: City;
let who: Record<'officer' | 'admin' | 'labour', Api>;
let contract: Contract;

beforeAll(async () => {
  city = await City.start({ apps: ['intake'] });
  who = await city.asEach('officer', 'admin', 'labour');
  contract = await Contract.of(city.url);
});
afterAll(() => city?.stop());

/** An address that means nothing that is there. */
const somewhere = (path: string): string =>
  path
    .replace('{month}', '2199-12')
    .replaceAll(/\{(number|year)\}/g, '1')
    .replaceAll(/\{\w+\}/g, () => randomUUID());
const schemaOf = ({ operation }: Operation): Json => {
  const schema = operation.requestBody?.content['application/json']?.schema;
  return schema?.$ref ? contract.document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
};

it('no body takes a field that it does not document, whoever sends it', async () => {
  const withBody = contract.operations.filter((one) => schemaOf(one)?.properties);
  expect(withBody.length).toBeGreaterThan(80);
  const heard = new Set<Operation>();
  let times = 0;
  for (const one of withBody) {
    const foreign = Object.keys(WANTED).filter((name) => !(name in schemaOf(one).properties));
    for (const by of Object.values(who)) {
      const body = Object.fromEntries(foreign.map((name) => [name, WANTED[name]]));
      const { status, body: problem } = await by.send(one.verb, somewhere(one.path), body, {
        'if-match': '*',
      });
      times += foreign.length;
      // Who may not come this far learns nothing of the body; nobody gets through with it.
      expect([one.verb, one.path, status]).toEqual([one.verb, one.path, status === 400 ? 400 : 403]);
      if (status !== 400 || !problem.errors) continue;
      const refused = problem.errors.map(({ path: at }: Json) => at);
      expect([one.path, refused]).toEqual([one.path, expect.arrayContaining(foreign)]);
      heard.add(one);
    }
  }
  expect(withBody.filter((one) => !heard.has(one)).map(({ verb, path }) => `${verb} ${path}`)).toEqual([]);
  tally('fields in bodies that do not know them', times);
});

it('nothing is changed for a page of somebody else, who has the browser send it', async () => {
  const writes = contract.operations.filter(({ verb }) => verb !== 'GET');
  for (const { verb, path } of writes)
    for (const headers of FOREIGN) {
      const answer = await who.admin.send(verb, somewhere(path), {}, { ...headers, 'if-match': '*' });
      expect([verb, path, answer.body.type]).toEqual([verb, path, 'urn:haechi:problem:origin.foreign']);
    }
  tally('writes of other sites (CSRF)', writes.length * FOREIGN.length);
});
