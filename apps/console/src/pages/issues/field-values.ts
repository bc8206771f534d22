import { useDepartments } from '../../api/queries.js';
import { useFormat } from '../../text/format.js';
import { defineText } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';

/** What the fields of an issue are called where old and new stand beside each other. */
export const useFieldText = defineText('fields', {
  ko: {
    yes: '예',
    no: '아니오',
    title: '이슈명',
    summary: '주요내용',
    risks: '예상되는 리스크',
    notes: '참고',
    alternatives: '대안(간략)',
    chosen: '채택안',
    kind: '이슈 유형',
    fields: '유형별 항목',
    expectedMonth: '예상 시기',
    impact: '영향도',
    likelihood: '발생 가능성',
    leadDepartmentId: '주관부서',
    departmentId: '소관 부서',
    readers: '열람자',
    districts: '자치구',
    signals: '관련동향',
    warning: '조기 알림',
    policyVersion: '평가기준',
    grade: '중요도',
    proposed: '제안 중요도',
    targetGrade: '목표 수준',
    direction: '대응방향',
    treatment: '대응유형',
    mode: '대응시점',
    agenda: '현안회의 상정',
    confidence: '판단 확신도',
    placed: '검토 순서',
    dueAt: '회신기한',
    level: '평가 단계',
    reviewDueOn: '다음 점검일',
  },
  en: {
    yes: 'yes',
    no: 'no',
    title: 'Title',
    summary: 'Summary',
    risks: 'Expected risks',
    notes: 'Notes',
    alternatives: 'Alternatives',
    chosen: 'Chosen alternative',
    kind: 'Kind',
    fields: 'Fields of the kind',
    expectedMonth: 'Expected',
    impact: 'Impact',
    likelihood: 'Likelihood',
    leadDepartmentId: 'Lead department',
    departmentId: 'Department',
    readers: 'Readers',
    districts: 'Districts',
    signals: 'Signals',
    warning: 'Early warning',
    policyVersion: 'Policy',
    grade: 'Grade',
    proposed: 'Proposed grade',
    targetGrade: 'Target level',
    direction: 'Direction',
    treatment: 'Treatment',
    mode: 'Mode',
    agenda: 'Vice mayor’s table',
    confidence: 'Confidence',
    placed: 'Place in the queue',
    dueAt: 'Due',
    level: 'Level',
    reviewDueOn: 'Next review',
  },
});

/** A value of a field in words. */
export function usePrinted() {
  const t = useFieldText();
  const words = useWords();
  const format = useFormat();
  const { nameOf } = useDepartments();
  const closed: Record<string, Record<string, string>> = {
    grade: words.grade,
    proposed: words.grade,
    targetGrade: words.grade,
    direction: words.direction,
    treatment: words.treatment,
    mode: words.mode,
    confidence: words.confidence,
    placed: words.place,
  };
  const one = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.map((item) => one(field, item)).join(' / ') || '–';
    if (typeof value === 'object') {
      return 'text' in value
        ? one(field, value.text)
        : Object.values(value)
            .map((item) => one(field, item))
            .join(' / ') || '–';
    }
    const text = typeof value === 'number' ? String(value) : (value as string);
    if (field === 'dueAt') return format.due(text);
    if (field === 'reviewDueOn') return format.day(text);
    if (field === 'expectedMonth') return format.month(text);
    return field.endsWith('epartmentId') ? nameOf(text) : (closed[field]?.[text] ?? text);
  };
  return one;
}
