import { readFeed, UnreadableFeed } from './read-feed.js';

const ADDRESS = 'https://news.example.com/rss/all.xml';
const rss = (items: string, encoding = 'utf-8'): string =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>뉴스</title>${items}</channel></rss>`;
const ITEM = '<item><title>서울시 제설 대책</title><link>https://news.example.com/1</link></item>';
const read = (document: string | Buffer, contentType = '') =>
  readFeed(typeof document === 'string' ? Buffer.from(document) : document, {
    contentType,
    address: ADDRESS,
    most: 3,
  });
const faultOf = (document: string | Buffer): Promise<string> =>
  read(document).then(
    (items) => `${items.length} items`,
    (error: UnreadableFeed) => error.fault,
  );
/** What CP949 has and EUC-KR has not. */
const IN_CP949 = Buffer.from('8c6394ee', 'hex');
/** 서울시 제설 대책 in EUC-KR. */
const EUC_KR = Buffer.from('bcadbfefbdc320c1a6bcb320b4ebc3a5', 'hex');
const inEucKr = (declared: string): Buffer => {
  const [before, after] = rss(ITEM, declared).replaceAll('뉴스', 'news').split('서울시 제설 대책') as [
    string,
    string,
  ];
  return Buffer.concat([Buffer.from(before), EUC_KR, Buffer.from(after)]);
};

describe('a press feed', () => {
  it('is read as RSS, as RDF and as Atom: title, link, date, outlet, and never a body', async () => {
    const item = `<item><title><![CDATA[<b>시청</b> &quot;지하철&quot;
      지연]]></title><link>https://news.example.com/1?a=1&amp;b=2</link><guid isPermaLink="false">17</guid>
      <pubDate>Mon, 23 Nov 2026 08:00:00 +0900</pubDate><source url="https://sbs.example">SBS</source>
      <description>본문은 가져오지 않는다</description></item>`;
    expect(await read(rss(item))).toEqual([
      {
        title: '시청 "지하철" 지연',
        url: 'https://news.example.com/1?a=1&b=2',
        externalId: 'news.example.com#17',
        publishedAt: new Date('2026-11-22T23:00:00Z'),
        outlet: 'SBS',
      },
    ]);
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://news.example.com/2"><title>둘</title>
      <link>/2</link><dc:date>2026-11-22T08:00:00+09:00</dc:date></item></rdf:RDF>`;
    expect(await read(rdf)).toMatchObject([
      { title: '둘', url: 'https://news.example.com/2', externalId: 'https://news.example.com/2' },
    ]);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:uuid:1</id><title type="html">&lt;b&gt;셋&lt;/b&gt;</title>
      <link rel="enclosure" href="/3.mp3"/><link href="/3"/><updated>2026-11-22T08:00:00Z</updated>
      <source><title>연합뉴스</title></source></entry></feed>`;
    expect(await read(atom)).toMatchObject([
      { title: '셋', url: 'https://news.example.com/3', externalId: 'urn:uuid:1', outlet: '연합뉴스' },
    ]);
  });

  it('is read in whatever encoding it comes, also where what is declared is wrong', async () => {
    const documents = [
      read(inEucKr('euc-kr')),
      read(inEucKr('ks_c_5601-1987')),
      read(inEucKr('utf-8')),
      read(inEucKr('utf-8'), 'text/xml; charset=EUC-KR'),
      read(Buffer.from(rss(ITEM)), 'text/xml; charset=ISO-8859-1'),
      read(Buffer.from(rss(ITEM, 'euc-kr'))),
      read(Buffer.from(`\uFEFF${rss(ITEM)}`)),
      read(Buffer.from(`\uFEFF${rss(ITEM, 'utf-16')}`, 'utf16le')),
    ];
    const titles = (await Promise.all(documents)).map(([first]) => first?.title);
    const [before, after] = rss(ITEM, 'euc-kr').replaceAll('뉴스', 'news').split('서울시 제설 대책') as [
      string,
      string,
    ];
    const cp949 = await read(Buffer.concat([Buffer.from(before), IN_CP949, Buffer.from(after)]));
    expect(cp949[0]?.title).toBe('똠뷁');
    expect(new Set(titles)).toEqual(new Set(['서울시 제설 대책']));
  });

  it.each([
    [
      'a declaration of entities',
      `<!DOCTYPE rss [<!ENTITY a "가가가"><!ENTITY b "&a;&a;">]>${rss(ITEM)}`,
      'doctype',
    ],
    [
      'one after comments',
      `<?xml version="1.0"?> <!-- x --> <!DOCTYPE rss SYSTEM "file:///etc/passwd">${rss(ITEM)}`,
      'doctype',
    ],
    ['a web page', '<!doctype html><html><body>로그인</body></html>', 'web-page'],
    ['a web page without one', '<html><body>점검 중</body></html>', 'web-page'],
    ['nothing', '', 'malformed'],
    ['something else', '{"items": []}', 'malformed'],
    ['what was cut off', rss(ITEM.repeat(3)).slice(0, -60), 'malformed'],
    ['a comment without end', '<!-- x <rss></rss>', 'malformed'],
    ['elements that close others', '<rss><channel><title>a</titl><item></channel></rss>', 'malformed'],
    ['a bottomless one', `<rss version="2.0"><channel>${'<a>'.repeat(20_000)}</rss>`, 'malformed'],
    ['no text at all', Buffer.from([0xfe, 0xff, 0xd8, 0x00, 0x00]), 'malformed'],
    ['a feed without items', rss(''), '0 items'],
    [
      'items without title or address',
      rss('<item><link>/1</link></item><item><title>가</title></item>'),
      '0 items',
    ],
    ['more items than wanted', rss(ITEM.repeat(9)), '3 items'],
  ])('that is %s is refused or read for what it is', async (_, document, outcome) => {
    expect(await faultOf(document)).toBe(outcome);
  });

  it('never gives an address that is none of the web, nor text that cannot be kept', async () => {
    const odd = `<item><title>가 &#0; &lt;img src=x onerror=alert(1)&gt; 나</title><link>javascript:alert(1)</link><guid>x&#55296;1</guid></item>`;
    for (const one of await read(rss(odd))) {
      expect(one.url).toBeNull();
      expect(one.title).toMatch(/^가.* 나$/);
      for (const text of [one.title, one.externalId]) {
        expect(text).not.toContain('\0');
        expect(text.isWellFormed()).toBe(true);
      }
    }
  });
});
