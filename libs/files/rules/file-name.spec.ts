import fc from 'fast-check';
import { extensionOf, soundName } from './file-name.js';

it.each([
  '조치계획(안).hwp',
  '2026. 11. 결과보고 v2.pdf',
  'a.b.c.xlsx',
  '가'.normalize('NFD') + '.txt',
  '👨‍👩‍👧.png',
])('keeps %s', (name) => expect(soundName(name)).toBe(name.normalize('NFC')));

it.each([
  '../../etc/passwd.pdf',
  '..\\windows.pdf',
  '/etc/passwd',
  'C:\\a.pdf',
  'a\0.pdf',
  'a\r\nX: y.pdf',
  'plan\u202Efdp.exe',
  '\u2067a.pdf',
  'NUL.pdf',
  'com1',
  '.htaccess',
  'a.pdf ',
  'a.pdf.',
  '..',
  '',
  'a:b.pdf',
  '"x".pdf',
  '가'.repeat(201),
  '\uD800.pdf',
])('refuses %j', (name) => expect(soundName(name)).toBeNull());

it('lets nothing through that leads anywhere, whatever it is made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (given) => {
      const name = soundName(given);
      if (name === null) return;
      expect(name).not.toMatch(/[/\\\p{Cc}\u202A-\u202E]/u);
      expect(['.', '..', '']).not.toContain(name);
    }),
  );
});

it('reads the extension that counts', () => {
  expect([extensionOf('a.PDF'), extensionOf('a.pdf.exe'), extensionOf('README')]).toEqual(['pdf', 'exe', '']);
});
