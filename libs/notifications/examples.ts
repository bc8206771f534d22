import type { Language } from '#people/vocabulary.js';
import type { Subjects } from './message.js';

const KO = {
  title: '지하철 파업 예고에 따른 수송 대책 점검 필요',
  department: '도시교통실',
  text: '비상수송 대책과 예비 인력 운용 계획을 회신해 주십시오.',
  reason: '시내버스 증차와 막차 연장을 추진 중입니다.',
  rule: '비판 보도 급증',
  feed: '서울 종합일간지',
  file: '11월 동향.xlsx',
  person: '홍길동',
  other: '김철수',
  reorganisation: '안전총괄실 → 재난안전실, 2027. 1. 1.',
};
const EN: typeof KO = {
  title: 'Transport plan for the announced metro strike',
  department: 'Transport office',
  text: 'Please send the plan for emergency transport and reserve staff.',
  reason: 'More buses and later last departures are being arranged.',
  rule: 'Critical press rises',
  feed: 'City newspapers',
  file: 'November signals.xlsx',
  person: 'Hong Gil-dong',
  other: 'Kim Cheol-su',
  reorganisation: 'Safety → Disaster and Safety, 2027. 1. 1.',
};

const NONE = { report: null, restricted: [], expected: null, webhook: null, contact: null };

/** What a text is tried with while it is edited: it speaks of nothing that there is. */
export function exampleOf(language: Language): Subjects {
  const { rule, feed, file, person, other, ...own } = language === 'ko' ? KO : EN;
  return {
    ...own,
    author: person,
    number: '2026-0001',
    grade: 'high',
    due: new Date('2026-11-26T18:00:00+09:00'),
    month: '2026-12',
    edition: 1,
    unsettled: 3,
    warning: {
      name: rule,
      level: 'alert',
      readings: [
        {
          channel: 'press',
          kind: null,
          measure: 'count',
          against: 'weeks',
          from: '2026-11-19',
          to: '2026-11-25',
          value: 12,
          usual: 4,
          threshold: 8,
          met: true,
          signalIds: [],
        },
      ],
    },
    clock: {
      of: 'answer',
      deadline: new Date('2026-11-26T18:00:00+09:00'),
      late: 0,
      position: 'division-head',
      recurred: 'no',
      deputy: {
        absent: person,
        deputy: other,
        kind: 'period',
        from: '2026-11-26',
        to: '2026-12-02',
      },
    },
    feed: { name: feed, fault: null, faultDetail: null },
    ...NONE,
    file,
    rows: { created: 41, known: 6, failed: 2 },
  };
}
