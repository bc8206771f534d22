import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector, request } from 'undici';

/** What can be wrong with an address that somebody gave us, or with what answers there. */
export const OUTBOUND_FAULTS = [
  'address',
  'forbidden',
  'unknown-host',
  'unreachable',
  'certificate',
  'timeout',
  'too-large',
  'redirects',
  'broken',
] as const;
export type OutboundFault = (typeof OUTBOUND_FAULTS)[number];

export class OutboundError extends Error {
  constructor(
    readonly fault: OutboundFault,
    detail = '',
  ) {
    super(detail ? `${fault}: ${detail}` : fault);
  }
}

export interface OutboundRequest {
  method?: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** How many times to go where the answer points; each place is checked like the first. */
  redirects?: number;
  /** Of the answer, packed as well as unpacked. */
  maxBytes: number;
  /** For all of it: looking up, connecting, every redirect, the last byte. */
  timeoutMs: number;
  /** Once its status is there, how an answer begins is enough: what comes within so many ms, and not more than `maxBytes`. */
  beginningMs?: number;
}

export interface OutboundAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  /** Where it is for good, when it has moved there: every redirect on the way said so. */
  movedTo: string | null;
}

/** Names that mean this machine or this network wherever they are asked for. */
const INNER_NAMES =
  /^[^.]+$|(^|\.)(localhost|local|localdomain|internal|intranet|private|corp|home|lan|home\.arpa)$/;
const DEFAULT_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
const DOCUMENTATION_IPV6 = ipaddr.IPv6.parseCIDR('3fff::/20');

/**
 * Calls addresses that people gave us, and reaches nothing but the public internet with it: no address of this machine or its
 * networks, however it is written, whatever a name resolves to or an answer points to. What an office has inside is
 * named in `OUTBOUND_ALLOW`, by host and port. Proxies of the environment are not used: they would resolve names for us.
 */
export class Outbound {
  private readonly allowed: Set<string>;
  private readonly agent?: Agent;

  constructor(
    allow = '',
    private readonly options: {
      ports?: number[];
      lookup?: typeof dnsLookup;
      /** Connections that are left open for what follows, each to an address that was checked. */
      kept?: { perHost: number; timeoutMs: number };
    } = {},
  ) {
    const { kept } = options;
    this.agent =
      kept &&
      new Agent({ connect: this.connector(kept.timeoutMs), connections: kept.perHost, pipelining: 1 });
    this.allowed = new Set(
      allow
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    );
  }

  /** @throws OutboundError for an address that is none, or whose writing alone says that it leads inside */
  check(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !(url.protocol in DEFAULT_PORTS) || !url.hostname) throw new OutboundError('address');
    if (url.username || url.password) throw new OutboundError('address', 'credentials');
    if (this.isAllowed(url.hostname, portOf(url))) return url;
    const { ports = [80, 443] } = this.options;
    if (!ports.includes(Number(portOf(url)))) throw new OutboundError('forbidden', 'port');
    const host = bare(url.hostname);
    if (isIP(host) ? !isPublic(host) : INNER_NAMES.test(host)) throw new OutboundError('forbidden', 'host');
    return url;
  }

  /** @throws OutboundError whatever goes wrong; an answer of any status is an answer */
  async send(address: string, options: OutboundRequest): Promise<OutboundAnswer> {
    const late = new AbortController();
    const { signal } = late;
    // One of its own, which ends with the call: a signal of Node would fire long after it.
    const timer = setTimeout(() => late.abort(), options.timeoutMs);
    const agent = this.agent ?? new Agent({ connect: this.connector(options.timeoutMs), pipelining: 0 });
    try {
      return await this.follow(address, options, { agent, signal });
    } catch (error) {
      throw signal.aborted ? new OutboundError('timeout') : asFault(error);
    } finally {
      clearTimeout(timer);
      if (agent !== this.agent) void agent.destroy();
    }
  }

  /** Ends what was left open. */
  async close(): Promise<void> {
    await this.agent?.destroy();
  }

  private async follow(
    address: string,
    options: OutboundRequest,
    { agent, signal }: { agent: Agent; signal: AbortSignal },
  ): Promise<OutboundAnswer> {
    const { method = 'GET', headers, body, redirects = 0, maxBytes, beginningMs } = options;
    let url = this.check(address);
    let moved = true;
    for (let hops = 0; ; hops += 1) {
      const answer = await request(url, {
        dispatcher: agent,
        signal,
        method,
        headers: { 'accept-encoding': beginningMs ? 'identity' : 'gzip, deflate, br', ...headers },
        body: body ?? null,
      });
      const told = flat(answer.headers);
      const location = answer.statusCode >= 300 && answer.statusCode < 400 && told.location;
      if (!location) {
        const bytes = beginningMs
          ? await readBeginning(answer.body, maxBytes, beginningMs)
          : await unpack(await read(answer.body, maxBytes), told['content-encoding'], maxBytes);
        return {
          status: answer.statusCode,
          headers: told,
          body: bytes,
          movedTo: hops && moved ? url.href : null,
        };
      }
      answer.body.on('error', () => undefined).destroy();
      if (hops >= redirects) throw new OutboundError('redirects', told.location);
      moved &&= answer.statusCode === 301 || answer.statusCode === 308;
      url = this.check(URL.canParse(location, url.href) ? new URL(location, url).href : '');
    }
  }

  /** The address that was checked is the one connected to: it is looked up once, and looked at again when connected. */
  private connector(timeout: number): buildConnector.connector {
    const open = buildConnector({ timeout, lookup: this.checkedLookup, maxCachedSessions: 0 });
    return (options, callback) => {
      const host = bare(options.hostname);
      const allowed = this.isAllowed(options.hostname, options.port || DEFAULT_PORTS[options.protocol]!);
      // For an address in figures nothing is looked up.
      if (isIP(host) && !isPublic(host) && !allowed) {
        callback(new OutboundError('forbidden', 'host'), null);
        return;
      }
      const connect = allowed ? buildConnector({ timeout }) : open;
      connect(options, (error, socket) => {
        if (error || !socket) return callback(error ?? new OutboundError('unreachable'), null);
        if (!allowed && !isPublic(socket.remoteAddress ?? '')) {
          socket.destroy();
          return callback(new OutboundError('forbidden', 'peer'), null);
        }
        return callback(null, socket);
      });
    };
  }

  private readonly checkedLookup: LookupFunction = (host, options, callback) => {
    const { lookup = dnsLookup } = this.options;
    const done = (error: NodeJS.ErrnoException | null, found: LookupAddress[]): void => {
      const wrong = error ?? (found.every(({ address }) => isPublic(address)) ? null : inside());
      if (wrong || !found[0]) callback(wrong ?? inside(), '', 4);
      else if (options.all) callback(null, found);
      else callback(null, found[0].address, found[0].family);
    };
    lookup(host, { ...options, all: true } as { all: true }, done);
  };

  private isAllowed(hostname: string, port: string): boolean {
    const host = hostname.toLowerCase().replace(/\.$/, '');
    const usual = Object.values(DEFAULT_PORTS).includes(port);
    return this.allowed.has(`${host}:${port}`) || (usual && this.allowed.has(host));
  }
}

/** Whether an address is one of the public internet: neither of this machine nor of any network that is not everybody's. */
export function isPublic(address: string): boolean {
  if (!isIP(address) || !ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // Whatever is not given out yet, e.g. the old way of writing an IPv4 address as `::7f00:1`, counts as inside.
  return parsed instanceof ipaddr.IPv6
    ? parsed.match(GLOBAL_IPV6) && !parsed.match(DOCUMENTATION_IPV6)
    : true;
}

const inside = (): OutboundError => new OutboundError('forbidden', 'host');
const portOf = (url: URL): string => url.port || DEFAULT_PORTS[url.protocol]!;
/** Without the brackets of IPv6 and the dot at the end of a whole name. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

const flat = (headers: Record<string, string | string[] | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]));

async function read(body: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > maxBytes) throw new OutboundError('too-large');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What comes in time, whatever becomes of the rest. */
async function readBeginning(body: Readable, maxBytes: number, ms: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  const late = setTimeout(() => body.destroy(), ms);
  let whole = false;
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part);
      size += part.length;
      if (size > maxBytes) break;
    }
    whole = size <= maxBytes;
  } catch {
    // It was slow, or broke off: the status is what counts.
  } finally {
    clearTimeout(late);
    if (!whole) body.on('error', () => undefined).destroy();
  }
  return Buffer.concat(parts).subarray(0, maxBytes);
}

const UNPACK = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/** A few kilobytes unpack to gigabytes if one lets them. */
async function unpack(packed: Buffer, encoding = 'identity', maxBytes: number): Promise<Buffer> {
  if (encoding === 'identity' || encoding === '' || !packed.length) return packed;
  const way = UNPACK[encoding.toLowerCase() as keyof typeof UNPACK];
  if (!way) throw new OutboundError('broken', encoding);
  return way(packed, { maxOutputLength: maxBytes });
}

const FAULTS: [RegExp, OutboundFault][] = [
  [/^(ENOTFOUND|EAI_)/, 'unknown-host'],
  [/TIMEOUT|ETIMEDOUT/, 'timeout'],
  [/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO|EPROTO/, 'certificate'],
  [/^(ECONN|EHOST|ENET|EADDR|EPIPE|EACCES|EPERM|UND_ERR_SOCKET|UND_ERR_CONNECT)/, 'unreachable'],
  [/BUFFER_TOO_LARGE|EXCEEDED/, 'too-large'],
];

function asFault(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const { code = '', cause, message } = error as { code?: string; cause?: unknown; message: string };
  if (cause instanceof OutboundError) return cause;
  const [, fault = 'broken' as const] = FAULTS.find(([shape]) => shape.test(code)) ?? [];
  return new OutboundError(fault, code || message);
}
