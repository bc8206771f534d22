import type { Language } from '#people/vocabulary.js';
import type { Writer } from './message.js';
import type { NoticeName } from './notices.js';

type ImportNotice = Extract<NoticeName, `import.${string}`>;

/** What is told of files that were brought. */
export const IMPORT_TEXTS: Record<Language, Record<ImportNotice, Writer>> = {
  ko: {
    'import.finished': (s) => ({
      title: `[자료 가져오기] ${s.file} 완료`,
      lines: [
        `○ 등록 ${s.rows?.created}건, 이미 있음 ${s.rows?.known}건, 오류 ${s.rows?.failed}건`,
        ...(s.rows?.failed ? ['오류가 있는 행만 내려받아 고친 뒤 다시 올릴 수 있습니다.'] : []),
      ],
    }),
    'import.failed': (s) => ({
      title: `[자료 가져오기] ${s.file} 읽지 못함`,
      lines: ['파일을 읽지 못하여 아무것도 등록하지 않았습니다. 이유를 확인해 주십시오.'],
    }),
  },
  en: {
    'import.finished': (s) => ({
      title: `[Import] ${s.file} is done`,
      lines: [
        `${s.rows?.created} new, ${s.rows?.known} known already, ${s.rows?.failed} with errors`,
        ...(s.rows?.failed ? ['The rows with errors can be downloaded, mended and sent again.'] : []),
      ],
    }),
    'import.failed': (s) => ({
      title: `[Import] ${s.file} could not be read`,
      lines: ['Nothing was imported. Please look at the reason.'],
    }),
  },
};
