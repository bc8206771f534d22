import { composeMail } from './mail.js';

const ENTRY = {
  title: '[월간 리포트] 12월',
  lines: ['배포합니다.'],
  link: 'https://haechi.city.test/reports/2026-12',
};
const READER = { language: 'ko', publicUrl: 'https://haechi.city.test' } as const;

describe('a mail with a document', () => {
  it('has all of it below the link, as it was written', () => {
    const { text, html } = composeMail(ENTRY, READER, '□ 총괄\n  ○ <감사> & "민원"\n');
    expect(text.indexOf(ENTRY.link)).toBeLessThan(text.indexOf('□ 총괄\n  ○ <감사> & "민원"\n'));
    expect(html.indexOf(ENTRY.link)).toBeLessThan(
      html.indexOf('□ 총괄<br>&nbsp;&nbsp;○ &lt;감사&gt; &amp; &quot;민원&quot;<'),
    );
    expect(text).not.toContain('메일에 담을 수 있는');
  });

  it('is not cut by mail programs: of a long one it has whole lines, and says that there is more', () => {
    const lines = Array.from({ length: 3000 }, (_, n) => `  ○ ${n} <기관> "안전" & 점검 계획을 세워 시행함`);
    const { text, html } = composeMail(ENTRY, READER, lines.join('\n'));
    expect(Buffer.byteLength(html)).toBeLessThan(102_400);
    expect(Buffer.byteLength(html)).toBeGreaterThan(70_000);
    const told = text.split('\n').filter((line) => line.startsWith('  ○ '));
    expect(told).toEqual(lines.slice(0, told.length));
    expect(told.length).toBeGreaterThan(100);
    for (const way of [text, html]) expect(way).toContain('메일에 담을 수 있는 데까지');
  });

  it('without one is as it was', () => {
    expect(composeMail(ENTRY, READER, null)).toEqual(composeMail(ENTRY, READER));
    expect(composeMail(ENTRY, READER).text).not.toContain('─');
  });
});
