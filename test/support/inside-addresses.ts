// 127.0.0.1 in every writing that some resolver or library has taken for it.
export const OCTETS = ['127.0.0.1', '127.0.0.2', '127.1.2.3', '127.255.255.254', '0.0.0.0', '0.0.0.1'];
const numberOf = (ip: string): number => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const each = (ip: string, write: (part: number) => string): string =>
  ip
    .split('.')
    .map((part) => write(Number(part)))
    .join('.');
export const writings = (ip: string): string[] => {
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
/** Hosts that are this machine or its networks, as URLs write them. */
export const INSIDE = [
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
