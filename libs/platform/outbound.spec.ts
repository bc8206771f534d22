import type { lookup as dnsLookup, LookupAddress } from 'node:dns';
import { once } from 'node:events';
import { createServer, request as plainRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
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

// 127.0.0.1 in every writing that some resolver or library has taken for it.
const OCTETS = ['127.0.0.1', '127.0.0.2', '127.1.2.3', '127.255.255.254', '0.0.0.0', '0.0.0.1'];
const numberOf = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const each = (ip: string, write: (part: number) => string): string =>
  ip
    .split('.')
    .map((part) => write(Number(part)))
    .join('.');
const writings = (ip: string): string[] => {
  const n = numberOf(ip);
  const [a, b] = ip.split('.').map(Number) as [number, number];
  const hex = n.toString(16).padStart(8, '0');
  const groups = `${hex.slice(0, 4)}:${hex.slice(4)}`;
  return [
    ip,
    `${ip}.`,
    String(n),
    `0x${n.toString(16)}`,
    `0X${n.toString(16).toUpperCase()}`,
    `0${n.toString(8)}`,
    each(ip, (part) => `0x${part.toString(16)}`),
    each(ip, (part) => `0${part.toString(8)}`),
    each(ip, (part) => `000${part.toString(8)}`),
    `${a}.${n % 2 ** 24}`,
    `${a}.${b}.${n % 2 ** 16}`,
    `0x${a.toString(16)}.${n % 2 ** 24}`,
    `[::ffff:${ip}]`,
    `[::ffff:${groups}]`,
    `[0:0:0:0:0:ffff:${groups}]`,
    `[::${ip}]`,
    `[::${groups}]`,
    `[64:ff9b::${ip}]`,
    `[64:ff9b::${groups}]`,
    `[64:ff9b:1::${groups}]`,
    `[2002:${groups}::]`,
    `[::ffff:0:${ip}]`,
  ];
};
const INSIDE = [
  ...OCTETS.flatMap(writings),
  '10.0.0.1',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '192.0.0.170',
  '192.0.2.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '240.0.0.1',

  '255.255.255.255',
  '192.88.99.1',
  '２１３０７０６４３３',
  '１２７．０．０．１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '[::1]',
  '[::]',
  '[0:0:0:0:0:0:0:1]',
  '[0000::0001]',
  '[fe80::1]',
  '[fe80::1%25lo]',
  '[fe80::1%lo]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001::1]',
  '[2001:db8::1]',
  '[3fff::1]',
  '[5f00::1]',
  '[4000::1]',
  '[2001:2::1]',
  '[2001:10::1]',
  '[2001:20::1]',
  'localhost',
  'LOCALHOST',
  'localhost.',
  'a.localhost',
  'printer',
  'router.local',
  'db.internal',

  'wiki.corp',
  'x.home.arpa',
  'nas.lan',
  'host.docker.internal',
  'metadata.google.internal',
  'ｌｏｃａｌｈｏｓｔ',

  '127.1',
  '127.0.1',
  '0',
  '0x7f.1',
  '0177.1',
  '017700000001',
  '127.0.0.1%00',
  'localhost%2e',
  '%6cocalhost',

  'a@127.0.0.1',
  'a:b@localhost',
  'news.example@127.0.0.1',
  '127.0.0.1#@news.example',
  '127.0.0.1\\@news.example',
];

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
