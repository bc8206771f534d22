import type { lookup as dnsLookup, LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, request as plainRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { tally } from '../../test/support/tally.js';
import { INSIDE, OCTETS, writings } from '../../test/support/inside-addresses.js';
import { isPublic, Outbound, OutboundError, type OutboundRequest } from './outbound.js';

/** A server on every loopback address there is, that counts who reaches it. */
let server: Server;
let port: number;
let reached: string[];
let answer: RequestListener;

beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(`${request.headers.host}${request.url}`);
    answer(request, response);
  });
  server.listen(0, '::');
  // Where there is no IPv6.
  server.once('error', () => server.listen(0, '0.0.0.0'));
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  reached = [];
  answer = (_, response) => response.end('secret');
});

const LIMITS: OutboundRequest = { maxBytes: 10_000, timeoutMs: 1500 };

/** A name server that answers what it is told to, one answer after another. */
const names = (...answers: (string | string[])[]): typeof dnsLookup => {
  let asked = 0;
  return ((_: string, __: object, done: (error: null, found: LookupAddress[]) => void) => {
    const found = [answers[Math.min(asked, answers.length - 1)]!].flat();
    asked += 1;
    done(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as never;
};

const faultOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'reached it',
    (error: Error) => (error instanceof OutboundError ? error.fault : `${error.name}: ${error.message}`),
  );

const ADDRESSES = [
  ...INSIDE.map((host) => (/[#\\]/.test(host) ? `http://${host}` : `http://${host}:PORT/`)),
  ...OCTETS.map((host) => `http:\\\\${host}:PORT/`),
  ...OCTETS.map((host) => `http:${host}:PORT/`),
  ...OCTETS.map((host) => `  \thttp://${host}:PORT/`),
  ...['https', 'ftp', 'file', 'gopher', 'data', 'dict', 'ws', 'javascript', 'unix', 'blob:http'].map(
    (scheme) => `${scheme}://127.0.0.1:PORT/`,
  ),

  '',
  'http://',
  '//127.0.0.1:PORT/',
  'http://[',
  'http://%',
  'news',
  'http:///etc/passwd',
  'http://a b/',
];

describe('calling an address that somebody gave us', () => {
  const at = (address: string): string => address.replace('PORT', String(port));
  const outbound = (lookup?: typeof dnsLookup): Outbound =>
    new Outbound('', { ports: [80, 443, port], ...(lookup && { lookup }) });

  it(`reaches nothing inside, in none of ${ADDRESSES.length} writings`, async () => {
    expect(ADDRESSES.length).toBeGreaterThanOrEqual(200);
    const faults = await Promise.all(
      ADDRESSES.map(async (address) => [address, await faultOf(outbound().send(at(address), LIMITS))]),
    );
    expect(faults.filter(([, fault]) => fault !== 'forbidden' && fault !== 'address')).toEqual([]);
    expect(reached).toEqual([]);
    tally('addresses that lead inside (SSRF)', ADDRESSES.length);
  });

  it('would reach it in many of them without this guard', async () => {
    const knock = (address: string): Promise<void> =>
      new Promise((resolve) => {
        if (!URL.canParse(at(address)) || new URL(at(address)).protocol !== 'http:') return resolve();
        const sent = plainRequest(at(address), { timeout: 10_000, agent: false }, (response) => {
          response.resume().on('end', resolve);
        });
        return sent
          .on('error', () => resolve())
          .on('timeout', () => sent.destroy())
          .end();
      });
    await Promise.all(
      OCTETS.slice(0, 4)
        .flatMap(writings)
        .map((host) => knock(`http://${host}:PORT/`)),
    );
    expect(reached.length).toBeGreaterThan(30);
  });

  // prettier-ignore
  it.each([
    ['this machine', ['127.0.0.1']], ['this machine by IPv6', ['::1']], ['this machine, mapped', ['::ffff:127.0.0.1']],
    ['this machine, mapped in hex', ['::ffff:7f00:1']], ['this machine through NAT64', ['64:ff9b::7f00:1']],
    ['any address', ['0.0.0.0']], ['the network', ['10.1.2.3']], ['the metadata of a cloud', ['169.254.169.254']],
    ['a zone', ['fe80::1%lo']], ['nothing at all', [[]]], ['no address', ['not an address']],
    ['a public address and this machine', [['8.8.8.8', '127.0.0.1']]],
    ['this machine and a public address', [['127.0.0.1', '8.8.8.8']]],
  ] as [string, (string | string[])[]][])('refuses a name that resolves to %s', async (_, answers) => {
    const fault = await faultOf(outbound(names(...answers)).send(`http://news.example.com:${port}/`, LIMITS));
    expect(fault).toBe('forbidden');
    expect(reached).toEqual([]);
  });

  it('connects to the address it looked at, whatever the name resolves to a moment later', async () => {
    for (const first of ['8.8.8.8', ['8.8.8.8', '1.1.1.1'], '2606:4700::1111']) {
      const rebinding = names(first, '127.0.0.1', '127.0.0.1');
      const fault = await faultOf(
        outbound(rebinding).send(`http://news.example.com:${port}/`, { ...LIMITS, timeoutMs: 400 }),
      );
      expect(['timeout', 'unreachable']).toContain(fault);
    }
    expect(reached).toEqual([]);
  });

  it('uses no proxy of the environment', async () => {
    process.env.HTTP_PROXY = process.env.http_proxy = process.env.ALL_PROXY = `http://127.0.0.1:${port}`;
    const fault = await faultOf(
      outbound(names('8.8.8.8')).send(`http://news.example.com:${port}/`, { ...LIMITS, timeoutMs: 400 }),
    );
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) delete process.env[name];
    expect(['timeout', 'unreachable']).toContain(fault);
    expect(reached).toEqual([]);
  });

  it('goes to ports of the web only, and never with a name and password', async () => {
    for (const address of ['http://8.8.8.8:22/', 'https://news.example.com:6379/', 'http://8.8.8.8:8080/'])
      expect(await faultOf(new Outbound().send(address, LIMITS))).toBe('forbidden');
    expect(await faultOf(new Outbound().send('https://me:secret@news.example.com/', LIMITS))).toBe('address');
  });

  it('tells public addresses from all others', () => {
    for (const address of ['8.8.8.8', '1.1.1.1', '2606:4700::1111', '::ffff:8.8.8.8', '211.249.220.24'])
      expect([address, isPublic(address)]).toEqual([address, true]);
    for (const address of ['', '8.8.8', 'fe80::1%eth0', '2130706433x', '::7f00:1', '2001:db8::1'])
      expect([address, isPublic(address)]).toEqual([address, false]);
  });
});

describe('calling an address that the office allows', () => {
  const home = (path = '/'): string => `http://127.0.0.1:${port}${path}`;
  const outbound = (): Outbound => new Outbound(`feeds.inner, 127.0.0.1:${port}`);

  it('reaches it, and nothing beside it', async () => {
    expect((await outbound().send(home(), LIMITS)).body.toString()).toBe('secret');
    for (const other of [`http://127.0.0.2:${port}/`, `http://localhost:${port}/`, 'http://127.0.0.1/'])
      expect(await faultOf(outbound().send(other, LIMITS))).toBe('forbidden');
    expect(() => outbound().check('https://feeds.inner/rss')).not.toThrow();
    expect(() => outbound().check('https://feeds.inner:8443/rss')).toThrow(OutboundError);
    expect(reached).toHaveLength(1);
  });

  it('follows redirects as often as it may, looks at each place anew, and tells of a move for good', async () => {
    answer = ({ url = '' }, response) => {
      const [, status = '200', to = ''] = /^\/(\d+)\/(.*)$/.exec(url) ?? [];
      response.writeHead(Number(status), to ? { location: decodeURIComponent(to) } : {}).end('there');
    };
    const follow = (path: string, redirects = 3) => outbound().send(home(path), { ...LIMITS, redirects });
    expect(await follow('/301/%2Fnew')).toMatchObject({ status: 200, movedTo: home('/new') });
    expect(await follow('/302/%2Fnew')).toMatchObject({ status: 200, movedTo: null });
    expect(await faultOf(follow('/301/%2Fnew', 0))).toBe('redirects');
    expect(await faultOf(follow('/302/%2F302%2F%252F302%252F%25252F302%25252Fx'))).toBe('redirects');
    reached = [];
    for (const to of [
      `//127.0.0.2:${port}/`,
      `http://[::1]:${port}/`,
      `http://2130706434:${port}/`,
      'file:///etc/passwd',
    ])
      expect(['forbidden', 'address']).toContain(await faultOf(follow(`/302/${encodeURIComponent(to)}`)));
    expect(reached).toHaveLength(4);
  });

  it('takes no more than it was told to, packed or unpacked, and waits no longer', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect(bomb.length).toBeLessThan(LIMITS.maxBytes);
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await faultOf(outbound().send(home(), LIMITS))).toBe('too-large');
    answer = (_, response) => response.end(Buffer.alloc(20_000));
    expect(await faultOf(outbound().send(home(), LIMITS))).toBe('too-large');
    answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip');
    expect(await faultOf(outbound().send(home(), LIMITS))).toBe('broken');
    answer = (_, response) => {
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    };
    expect(await faultOf(outbound().send(home(), { ...LIMITS, timeoutMs: 400 }))).toBe('timeout');
    answer = () => undefined;
    expect(await faultOf(outbound().send(home(), { ...LIMITS, timeoutMs: 400 }))).toBe('timeout');
  });
});
