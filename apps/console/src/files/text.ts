import { defineText } from '../text/i18n.js';

export const useFileText = defineText('files', {
  ko: {
    evidence: '증빙 자료',
    attach: '파일 붙이기',
    drop: '여기에 파일을 끌어다 놓으십시오',
    dropWhy: 'HWP · HWPX · PDF · XLSX · DOCX · PPTX · 사진 · TXT · CSV, 한 번에 {{most}}개까지',
    choose: '파일 선택',
    note: '설명(선택)',
    noteOf: '{{name}} 설명',
    remove: '{{name}} 빼기',
    sending: '{{name}} 보내는 중',
    refused: '올리지 못한 파일',
    waiting: '파일을 모두 보낸 뒤에 회신할 수 있습니다.',
    version: '{{n}}판',
    earlier: '이전 판 {{count}}개',
    show: '미리보기',
    showOf: '{{name}} 미리보기',
    openOf: '{{name}} 새 창에서 보기',
    open: '새 창에서 보기',
    download: '내려받기',
    downloadOf: '{{name}} 내려받기',
    replace: '새 판 올리기',
    replaced: '새 판을 올렸습니다.',
    files: '파일 {{count}}개',
  },
  en: {
    evidence: 'Evidence',
    attach: 'Attach files',
    drop: 'Drop files here',
    dropWhy: 'HWP · HWPX · PDF · XLSX · DOCX · PPTX · pictures · TXT · CSV, up to {{most}} at once',
    choose: 'Choose files',
    note: 'Note (optional)',
    noteOf: 'Note on {{name}}',
    remove: 'Remove {{name}}',
    sending: 'Sending {{name}}',
    refused: 'Files that were refused',
    waiting: 'The answer can be sent once all files are.',
    version: 'Version {{n}}',
    earlier: 'Earlier versions: {{count}}',
    show: 'Preview',
    showOf: 'Preview {{name}}',
    openOf: 'Open {{name}} in a new tab',
    open: 'Open in a new tab',
    download: 'Download',
    downloadOf: 'Download {{name}}',
    replace: 'New version',
    replaced: 'The new version is there.',
    files: 'Files: {{count}}',
  },
});

/** 1.2 MB; below a kilobyte in bytes. */
export function sizeText(bytes: number, language: string): string {
  const [value, unit] =
    bytes < 1000 ? [bytes, 'B'] : bytes < 1e6 ? [bytes / 1000, 'KB'] : [bytes / 1e6, 'MB'];
  return `${value.toLocaleString(language, { maximumFractionDigits: unit === 'MB' ? 1 : 0 })} ${unit}`;
}
