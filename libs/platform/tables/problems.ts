/** What can be wrong with a file that is to be read as a table. */
export const TABLE_PROBLEMS = {
  'table.empty': { status: 400, ko: '파일에 내용이 없습니다.', en: 'The file is empty.' },
  'table.xls': {
    status: 400,
    ko: '옛 엑셀 형식(.xls)은 읽지 않습니다. Excel에서 .xlsx로 저장하여 올려 주십시오.',
    en: 'Old Excel files (.xls) are not read: save it as .xlsx.',
  },
  'table.encrypted': {
    status: 400,
    ko: '암호가 걸린 파일입니다. 암호를 풀어 저장한 뒤 올려 주십시오.',
    en: 'The file is protected by a password. Save it without one.',
  },
  'table.zip': {
    status: 400,
    ko: '압축 파일이거나 다른 프로그램의 문서입니다. XLSX 또는 CSV 파일을 올려 주십시오.',
    en: 'This is an archive or a document of another program. Send XLSX or CSV.',
  },
  'table.unknown': {
    status: 400,
    ko: 'XLSX 또는 CSV 파일이 아닙니다.',
    en: 'This is neither an XLSX nor a CSV file.',
  },
  'table.encoding': {
    status: 400,
    ko: '글자를 읽을 수 없습니다. CSV는 UTF-8 또는 CP949(EUC-KR)로 저장하여 올려 주십시오.',
    en: 'The text cannot be read. Save the CSV file as UTF-8 or CP949 (EUC-KR).',
  },
  'table.bomb': {
    status: 413,
    ko: '압축을 풀면 지나치게 커지는 파일입니다. 나누어 올려 주십시오.',
    en: 'The file unpacks to far more than a table needs. Split it up.',
  },
  'table.broken': {
    status: 400,
    ko: '손상된 XLSX 파일입니다. Excel에서 열어 다시 저장한 뒤 올려 주십시오.',
    en: 'The XLSX file is broken. Open it in Excel and save it again.',
  },
  'table.quote': {
    status: 400,
    ko: 'CSV의 따옴표가 닫히지 않았거나 한 칸의 내용이 너무 깁니다.',
    en: 'A quote of the CSV file is not closed, or a cell is far too long.',
  },
  'table.wide': { status: 400, ko: '열은 256개까지 읽습니다.', en: 'At most 256 columns are read.' },
  'table.rows': {
    status: 413,
    ko: '행이 너무 많습니다. 나누어 올려 주십시오.',
    en: 'There are too many rows. Split the file up.',
  },
} as const;
