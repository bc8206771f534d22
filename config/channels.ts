import type { Channel, Level } from '#issues/vocabulary.js';
import { words } from './words.js';

export interface Label {
  ko: string;
  en: string;
}

/**
 * One sub-kind of a channel. `level` is how far a single item of this kind lifts the factor its channel feeds (press → `press`,
 * politics → `council`, audit → `legalAudit`), on that factor's own five anchors in `config/scoring.ts`; channels that feed no
 * factor by kind have none.
 */
export interface KindPolicy extends Label {
  level?: Level;
}

export interface ChannelPolicy extends Label {
  kinds: Readonly<Record<string, KindPolicy>>;
  /** Taken when a signal names no kind, or one that is not listed. */
  usual: string;
}

/**
 * Where criticism comes from. The source names 정치, 언론, 감사, 민원 "등" (answer to the council, 2020-12); `own` is what the office
 * finds itself. The sub-kinds and their levels are the judgement of practice, to be adjusted by the office.
 */
export const CHANNEL_POLICY = {
  politics: {
    ko: '의회·정치',
    en: 'Politics',
    usual: 'enquiry',
    kinds: {
      enquiry: { ko: '개별 문의', en: 'Single enquiry', level: 2 },
      'data-request': { ko: '자료요구', en: 'Request for documents', level: 2 },
      'committee-question': { ko: '상임위 질의', en: 'Committee question', level: 3 },
      'written-question': { ko: '서면질문', en: 'Written question', level: 3 },
      'five-minute-speech': { ko: '5분자유발언', en: 'Five-minute speech', level: 3 },
      'party-statement': { ko: '정당 논평', en: "Party's statement", level: 3 },
      'plenary-question': { ko: '시정질문', en: 'Plenary question', level: 4 },
      'admin-audit': { ko: '행정사무감사 지적', en: 'Finding of the council audit', level: 4 },
      'budget-committee': { ko: '예결위 질의', en: 'Budget committee', level: 4 },
      'national-audit': { ko: '국정감사', en: 'National audit', level: 5 },
      'special-inquiry': { ko: '조사특위', en: 'Special inquiry', level: 5 },
    },
  },
  press: {
    ko: '언론',
    en: 'Press',
    usual: 'general',
    kinds: {
      local: { ko: '지역·인터넷', en: 'Local or online', level: 2 },
      // 3 in a national outlet; one that is not on NATIONAL_OUTLETS counts as `local`.
      general: { ko: '일반', en: 'General report', level: 3 },
      exclusive: { ko: '단독', en: 'Exclusive', level: 3 },
      editorial: { ko: '사설', en: 'Editorial', level: 4 },
      series: { ko: '기획·연속', en: 'Feature or series', level: 4 },
      'broadcast-headline': { ko: '방송 주요뉴스', en: 'Broadcast headline', level: 4 },
      'front-page': { ko: '1면', en: 'Front page', level: 4 },
    },
  },
  audit: {
    ko: '감사',
    en: 'Audit',
    usual: 'internal',
    kinds: {
      ombudsman: { ko: '시민감사옴부즈만', en: 'Ombudsman', level: 2 },
      internal: { ko: '자체감사', en: 'Internal audit', level: 3 },
      'joint-government': { ko: '정부합동감사', en: 'Joint government audit', level: 3 },
      'citizen-request': { ko: '주민·국민감사청구', en: "Citizens' audit request", level: 4 },
      'national-board': { ko: '감사원', en: 'Board of Audit and Inspection', level: 5 },
    },
  },
  complaint: {
    ko: '민원',
    en: 'Complaints',
    usual: 'statistics',
    kinds: {
      statistics: { ko: '민원 통계', en: 'Statistics' },
      'many-people': { ko: '다수인관련민원', en: 'Complaint of many people' },
      petition: { ko: '청원', en: 'Petition' },
      rally: { ko: '집회', en: 'Rally' },
    },
  },
  own: {
    ko: '자체 발굴',
    en: 'Own finding',
    usual: 'field',
    kinds: {
      field: { ko: '현장·수시평가', en: 'Field evaluation' },
      statistics: { ko: '통계', en: 'Statistics' },
      research: { ko: '연구·용역', en: 'Research' },
      'other-city': { ko: '타 시·도 사례', en: 'Happened elsewhere' },
      round: { ko: '실·국 수요조회', en: 'Monthly round of departments' },
    },
  },
} as const satisfies Record<Channel, ChannelPolicy>;

/** What an audit ends in (처분), lightest first, with the level it means for `legalAudit`. Words of the audit rules. */
export const DISPOSITIONS = [
  { ko: '개선·권고', en: 'Recommendation', level: 2, words: ['개선 요구', '개선요구', '권고'] },
  {
    ko: '주의·시정',
    en: 'Caution or correction',
    level: 3,
    words: ['주의 처분', '주의 요구', '시정 요구', '시정요구', '통보'],
  },
  { ko: '기관경고·훈계', en: 'Warning', level: 4, words: ['기관경고', '기관 경고', '훈계'] },
  { ko: '징계·변상', en: 'Discipline or restitution', level: 4, words: ['징계', '변상', '문책'] },
  { ko: '고발·수사의뢰', en: 'Referred for prosecution', level: 5, words: ['고발', '수사의뢰', '수사 의뢰'] },
] as const satisfies readonly (Label & { level: Level; words: readonly string[] })[];

/**
 * 중앙지·방송·통신·경제지: an article there counts as "national" in the press factor, anything else as local or online. A name also
 * counts when it is part of the outlet's (`SBS` in `SBS 8뉴스`).
 */
export const NATIONAL_OUTLETS = words(`
  KBS, MBC, SBS, JTBC, YTN, EBS, CBS, TBS, MBN, TV조선, 채널A, 연합뉴스, 뉴시스, 뉴스1,
  경향신문, 국민일보, 내일신문, 동아일보, 문화일보, 서울신문, 세계일보, 조선일보, 중앙일보, 한겨레, 한국일보,
  매일경제, 머니투데이, 서울경제, 아시아경제, 이데일리, 파이낸셜뉴스, 한국경제, 헤럴드경제, 노컷뉴스, 오마이뉴스
`);
