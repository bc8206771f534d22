/** What people may attach: the office's documents, pictures, plain text. Told by content; the name must fit. */
export const FILE_TYPES = [
  'hwp',
  'hwpx',
  'pdf',
  'xlsx',
  'docx',
  'pptx',
  'png',
  'jpeg',
  'webp',
  'text',
  'csv',
] as const;
export type FileType = (typeof FILE_TYPES)[number];

interface Kind {
  /** As people call it. */
  label: string;
  extensions: readonly [string, ...string[]];
  media: string;
  /** A browser shows it by itself, and nothing in it can act there. */
  shown?: 'image' | 'document';
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

export const FILE_KINDS = {
  hwp: { label: 'HWP', extensions: ['hwp'], media: 'application/x-hwp' },
  hwpx: { label: 'HWPX', extensions: ['hwpx'], media: 'application/hwp+zip' },
  pdf: { label: 'PDF', extensions: ['pdf'], media: 'application/pdf', shown: 'document' },
  xlsx: { label: 'XLSX', extensions: ['xlsx'], media: `${OFFICE}.spreadsheetml.sheet` },
  docx: { label: 'DOCX', extensions: ['docx'], media: `${OFFICE}.wordprocessingml.document` },
  pptx: { label: 'PPTX', extensions: ['pptx'], media: `${OFFICE}.presentationml.presentation` },
  png: { label: 'PNG', extensions: ['png'], media: 'image/png', shown: 'image' },
  jpeg: { label: 'JPG', extensions: ['jpg', 'jpeg'], media: 'image/jpeg', shown: 'image' },
  webp: { label: 'WebP', extensions: ['webp'], media: 'image/webp', shown: 'image' },
  text: { label: 'TXT', extensions: ['txt'], media: 'text/plain' },
  csv: { label: 'CSV', extensions: ['csv'], media: 'text/csv' },
} as const satisfies Record<FileType, Kind>;

export const kindOf = (type: FileType): Kind => FILE_KINDS[type];

/** All that may be chosen in a file dialog. */
export const EXTENSIONS = FILE_TYPES.flatMap((type) => kindOf(type).extensions);
