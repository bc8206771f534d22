import type { Api } from './support/api.js';
import { City } from './support/city.js';

const MOST = 40;
let city: City;

beforeAll(async () => {
  city = await City.start({
    apps: ['intake'],
    env: { REQUESTS_PER_MINUTE: String(MOST), TRUSTED_PROXIES: '127.0.0.1/32' },
  });
}, 120_000);
afterAll(() => city?.stop());

/** Asks so many times at once, by way of a proxy that names an address. */
const tally = async (api: Api, times: number, address: string): Promise<Record<number, number>> => {
  const all = await Promise.all(
    Array.from({ length: times }, () => api.send('GET', '/me', undefined, { 'x-forwarded-for': address })),
  );
  const counts: Record<number, number> = {};
  for (const { status } of all) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};

describe('how often somebody may ask', () => {
  it('is counted by account, says when to come back, and keeps nobody else waiting', async () => {
    const [officer, manager] = [await city.as('officer'), await city.as('manager')];
    expect(await tally(officer, 60, '203.0.113.1')).toEqual({ 200: MOST, 429: 20 });
    const refused = await officer.send('GET', '/me');
    expect([refused.status, refused.body.type]).toEqual([429, 'urn:haechi:problem:request.too_many']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await tally(manager, 10, '203.0.113.1')).toEqual({ 200: 10 });
  });

  it('is counted by the address that the proxy in front names, and health is always told', async () => {
    const economy = await city.as('economy');
    const strangers = await Promise.all(
      Array.from({ length: 25 * MOST }, () =>
        fetch(`${city.url}/api/v1/me`, { headers: { 'x-forwarded-for': '203.0.113.2' } }),
      ),
    );
    const refused = strangers.filter(({ status }) => status === 429).length;
    expect([refused, strangers.length - refused]).toEqual([5 * MOST, 20 * MOST]);
    expect(await tally(economy, 1, '203.0.113.2')).toEqual({ 429: 1 });
    expect(await tally(economy, 1, '203.0.113.3')).toEqual({ 200: 1 });
    const health = await fetch(`${city.url}/health/ready`, { headers: { 'x-forwarded-for': '203.0.113.2' } });
    expect(health.status).toBe(200);
  });

  it('is the address that goes on record', async () => {
    const { email, password } = city.people.labour;
    const answer = await fetch(`${city.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7, 203.0.113.5' },
      body: JSON.stringify({ email, password }),
    });
    const cookie = answer.headers.get('set-cookie')!.split(';')[0]!;
    const seen = await fetch(`${city.url}/api/v1/me/sessions`, { headers: { cookie } });
    // What the asker wrote before it came to the proxy is not believed.
    expect(((await seen.json()) as { items: object[] }).items[0]).toMatchObject({ address: '203.0.113.5' });
  });
});
