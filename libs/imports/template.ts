import { CHANNEL_POLICY } from '#config/channels.js';
import { CHANNEL_LABELS, CHANNELS } from '#issues/vocabulary.js';
import type { Language } from '#people/vocabulary.js';
import type { Label } from '#platform/labels.js';
import { COLUMN_POLICY, REQUIRED } from './columns.js';
import {
  COLUMN_LABELS,
  IMPORT_COLUMNS,
  IMPORT_KIND_LABELS,
  type ImportColumn,
  type ImportKind,
} from './vocabulary.js';

/** How a column is filled in, and what that looks like. */
const HINTS: Record<ImportColumn, Label & { example: string }> = {
  channel: { ko: '목록에서 선택', en: 'One of the list', example: '언론' },
  kind: { ko: '채널의 세부 종류. 없으면 비움', en: 'Sub-kind of the channel, or empty', example: '1면' },
  title: {
    ko: '300자 이내(동향은 500자)',
    en: 'At most 300 characters (signals: 500)',
    example: '(예시) 지하철 파업 예고에 따른 수송 대책 점검 필요',
  },
  outlet: { ko: '매체 또는 기관', en: 'Outlet or body', example: '한겨레' },
  publishedOn: { ko: '2026-11-03, 2026. 11. 3. 등', en: 'A day, e.g. 2026-11-03', example: '2026-11-03' },
  url: {
    ko: 'http:// 또는 https://로 시작',
    en: 'Begins with http:// or https://',
    example: 'https://example.kr/1',
  },
  count: { ko: '민원 등의 건수(숫자)', en: 'How many, e.g. complaints', example: '12' },
  periodFrom: { ko: '건수를 센 기간의 첫날', en: 'First day of the period counted', example: '' },
  periodTo: { ko: '건수를 센 기간의 마지막 날', en: 'Last day of it', example: '' },
  baseline: {
    ko: '전년 동기 또는 직전 4주의 건수',
    en: "Last year's or the last four weeks' count",
    example: '',
  },
  body: {
    ko: '한 줄 요약. 기사 본문은 저작권에 유의',
    en: 'One line; mind the copyright of articles',
    example: '노조가 다음 달 파업을 예고',
  },
  externalId: {
    ko: '원자료의 번호. 같은 번호는 다시 등록하지 않음',
    en: "The source's own id: never taken twice",
    example: 'A-0001',
  },
  summary: {
    ko: '두 줄 이내 권장',
    en: 'Two lines at best',
    example: '쟁의 조정이 결렬되어 12월 초 파업이 예고됨',
  },
  expectedMonth: { ko: '2026-12, 2026. 12. 등', en: 'A month, e.g. 2026-12', example: '2026-12' },
  impact: { ko: '1~5', en: '1 to 5', example: '4' },
  likelihood: { ko: '1~5(무조치 시)', en: '1 to 5, if nothing is done', example: '4' },
  leadDepartmentId: {
    ko: '목록에서 선택. 없으면 비움',
    en: 'One of the list, or empty',
    example: '도시교통실',
  },
  risks: { ko: '한 줄에 하나씩', en: 'One a line', example: '출근 시간대 혼잡으로 시민 불편' },
  notes: { ko: '참고(※), 한 줄에 하나씩', en: 'One a line', example: '' },
  shortRequests: { ko: '한 줄에 하나씩', en: 'One a line', example: '비상수송대책 점검' },
  longRequests: { ko: '한 줄에 하나씩', en: 'One a line', example: '' },
};

export interface TemplateColumn {
  heading: string;
  required: boolean;
  hint: string;
  example: string;
  /** The closed words of a column. */
  words: string[];
  form: (typeof COLUMN_POLICY)[ImportColumn]['form'];
}

/** What a file of this kind looks like. `departments` are the names that may be chosen. */
export function templateOf(
  kind: ImportKind,
  departments: string[],
  language: Language,
): { title: string; columns: TemplateColumn[] } {
  const words: Partial<Record<ImportColumn, string[]>> = {
    channel: CHANNELS.map((channel) => CHANNEL_LABELS[channel][language]),
    kind: CHANNELS.flatMap((channel) =>
      Object.values(CHANNEL_POLICY[channel].kinds).map((kindOf) => kindOf[language]),
    ),
    leadDepartmentId: departments,
    impact: ['1', '2', '3', '4', '5'],
    likelihood: ['1', '2', '3', '4', '5'],
  };
  return {
    title: IMPORT_KIND_LABELS[kind][language],
    columns: IMPORT_COLUMNS[kind].map((column: ImportColumn) => ({
      heading: COLUMN_LABELS[column][language],
      required: REQUIRED[kind].includes(column),
      hint: HINTS[column][language],
      example: HINTS[column].example,
      words: words[column] ?? [],
      form: COLUMN_POLICY[column].form,
    })),
  };
}
