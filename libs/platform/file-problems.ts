/** What can be wrong with a file that somebody brings. */
export const FILE_PROBLEMS = {
  'file.too_large': {
    status: 413,
    ko: '파일이 너무 큽니다. 한 파일은 {most}MB까지 올릴 수 있습니다.',
    en: 'The file is too large: at most {most} MB.',
  },
  'file.too_much': {
    status: 413,
    ko: '붙임 파일을 모두 합하여 {most}MB까지 보낼 수 있습니다.',
    en: 'All files together may have at most {most} MB.',
  },
  'file.empty': { status: 400, ko: '내용이 없는 파일입니다.', en: 'The file is empty.' },
  'file.type': {
    status: 415,
    ko: '올릴 수 없는 형식입니다({found}). HWP, HWPX, PDF, XLSX, DOCX, PPTX, PNG, JPG, WebP, TXT, CSV 파일을 올려 주십시오.',
    en: 'Files of this kind ({found}) are not taken. Send HWP, HWPX, PDF, XLSX, DOCX, PPTX, PNG, JPG, WebP, TXT or CSV.',
  },
  'file.extension': {
    status: 400,
    ko: '파일 이름의 확장자와 내용이 다릅니다. 내용은 {found} 형식입니다.',
    en: 'The name does not fit the content, which is {found}.',
  },
  'file.old_office': {
    status: 415,
    ko: '옛 오피스 형식(.doc, .xls, .ppt)은 받지 않습니다. DOCX, XLSX, PPTX로 저장하여 올려 주십시오.',
    en: 'Old office files (.doc, .xls, .ppt) are not taken: save it as DOCX, XLSX or PPTX.',
  },
  'file.encrypted': {
    status: 400,
    ko: '암호나 문서 보안(DRM)이 걸린 파일입니다. 풀어서 저장한 뒤 올려 주십시오.',
    en: 'The file is protected by a password or rights management. Save it without.',
  },
  'file.macros': {
    status: 400,
    ko: '매크로(스크립트)가 들어 있는 문서입니다. 매크로 없이 저장하여 올려 주십시오.',
    en: 'The document holds macros or scripts. Save it without them.',
  },
  'file.active': {
    status: 400,
    ko: '실행될 수 있는 내용이 들어 있습니다({found}). PDF로 저장하여 올려 주십시오.',
    en: 'The document holds something that could be run ({found}). Save it as PDF.',
  },
  'file.markup': {
    status: 415,
    ko: 'HTML, SVG, 스크립트는 올릴 수 없습니다. PDF로 저장하여 올려 주십시오.',
    en: 'HTML, SVG and scripts are not taken. Save it as PDF.',
  },
  'file.mixed': {
    status: 400,
    ko: '두 가지 형식이 섞인 파일입니다. 원래 프로그램에서 다시 저장하여 올려 주십시오.',
    en: 'The file is of two kinds at once. Save it again with the program that made it.',
  },
  'file.bomb': {
    status: 413,
    ko: '압축을 풀면 지나치게 커지는 파일입니다.',
    en: 'The file unpacks to far more than a document needs.',
  },
  'file.broken': {
    status: 400,
    ko: '손상된 파일입니다. 다시 저장하여 올려 주십시오.',
    en: 'The file is broken. Save it again and send that.',
  },
  'file.settled': {
    status: 409,
    ko: '이행을 확인한 회신이나 종결한 이슈의 파일은 바꿀 수 없습니다. 새 회신에 새 파일로 첨부해 주십시오.',
    en: 'A file of an accepted answer or a closed issue stays as it is. Attach a new file to a new answer.',
  },
  'file.superseded': {
    status: 409,
    ko: '이미 더 새로운 판이 있는 파일입니다. 가장 새로운 판을 바꾸어 주십시오.',
    en: 'There is a newer version already: replace the newest one.',
  },
} as const;
