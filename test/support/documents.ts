import { crc32, deflateSync } from 'node:zlib';
import { compound } from './compound.js';
import { xlsx, type File } from './upload.js';
import { zip, type ZipEntry } from './zip.js';

const xml = (name: string, text: string): ZipEntry => ({
  name,
  bytes: Buffer.from(`<?xml version="1.0"?>${text}`),
});
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A document of the newer office programs: its main part, and what tells of it. */
export const office = (main: string, more: ZipEntry[] = []): Buffer =>
  zip([
    xml(
      '[Content_Types].xml',
      `<Types><Override PartName="/${main}" ContentType="application/vnd.main+xml"/></Types>`,
    ),
    xml(
      '_rels/.rels',
      `<Relationships><Relationship Id="r1" Type="${RELS}/officeDocument" Target="${main}"/></Relationships>`,
    ),
    xml(main, '<document>조치계획</document>'),
    ...more,
  ]);

export const hwpx = (more: ZipEntry[] = [], mimetype = 'application/hwp+zip'): Buffer =>
  zip([
    { name: 'mimetype', bytes: Buffer.from(mimetype) },
    xml('version.xml', '<hv:HCFVersion major="5"/>'),
    xml('Contents/content.hpf', '<opf:package/>'),
    xml('Contents/section0.xml', '<hs:sec>조치계획</hs:sec>'),
    // As the usual program writes them into each document.
    {
      name: 'Scripts/headerScripts',
      bytes: Buffer.from(
        'var Documents = XHwpDocuments;\r\nvar Document = Documents.Active_XHwpDocument;\r\n',
        'utf16le',
      ),
    },
    {
      name: 'Scripts/sourceScripts',
      bytes: Buffer.from(
        'function OnDocument_New()\r\n{\r\n\t//todo : \r\n}\r\nfunction OnDocument_Open()\r\n{\r\n}\r\n',
        'utf16le',
      ),
    },
    ...more,
  ]);

/** HWP 5.0: its header says by bits how it is kept; 1 is "compressed". */
export function hwp(properties = 1, more: Record<string, Buffer> = {}): Buffer {
  const header = Buffer.alloc(256);
  header.write('HWP Document File', 'latin1');
  header.writeUInt32LE(0x05_01_01_00, 32);
  header.writeUInt32LE(properties, 36);
  return compound({
    FileHeader: header,
    DocInfo: Buffer.alloc(120, 1),
    BodyText: Buffer.alloc(5000, 2),
    ...more,
  });
}

/** With objects packed into a stream, if any are given. */
export const pdf = (more = '', packed?: Buffer): Buffer =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]${more}>>endobj\n${packed ? objectStream(packed) : ''}trailer<</Root 1 0 R>>\n%%EOF\n`,
    'latin1',
  );

const objectStream = (packed: Buffer): string =>
  `4 0 obj<</Type/ObjStm/N 1/First 4/Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed.toString('latin1')}\nendstream endobj\n`;

function part(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

export function png(width = 8, height = 8): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(Math.min(height, 64) * (Math.min(width, 64) + 1));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', head),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ]);
}

export const jpeg = (): Buffer =>
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
    'base64',
  );

export const webp = (): Buffer =>
  Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');

/** One of each kind that is taken, by the type it is told to be. */
export async function oneOfEach(): Promise<Record<string, File>> {
  return {
    hwp: { name: '조치계획(안).hwp', bytes: hwp() },
    hwpx: { name: '조치계획(안).hwpx', bytes: hwpx() },
    pdf: { name: '점검 결과.pdf', bytes: pdf() },
    xlsx: await xlsx(
      [
        ['항목', '건수'],
        ['보수', 3],
      ],
      '현황.xlsx',
    ),
    docx: { name: '보고서.docx', bytes: office('word/document.xml') },
    pptx: { name: '발표.pptx', bytes: office('ppt/presentation.xml') },
    png: { name: '현장.PNG', bytes: png() },
    jpeg: { name: '현장.jpg', bytes: jpeg() },
    webp: { name: '현장.webp', bytes: webp() },
    text: { name: '메모.txt', bytes: Buffer.from('점검 결과 이상 없음 (1 < 2)\n') },
    csv: { name: '목록.csv', bytes: Buffer.from([0xc1, 0xa1, 0xb0, 0xcb, 0x2c, 0x31, 0x0a]) },
  };
}
