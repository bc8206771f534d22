import { ANSWER_TEMPLATES } from '#config/answer-templates.js';
import { fillTemplate, unknownPlaces, type TemplateValues } from './fill-template.js';

const VALUES: TemplateValues = {
  number: '2026-0001',
  issue: '보도블록 들뜸',
  grade: '높음',
  department: '안전총괄실',
  request: '전수 점검 {부서}',
  due: '',
  today: '2026. 11. 23.(월)',
};

it('puts what is known into its places, in either language, once', () => {
  expect(fillTemplate('{부서}: {이슈명} / {issue} ({ 오늘 })', VALUES)).toBe(
    '안전총괄실: 보도블록 들뜸 / 보도블록 들뜸 (2026. 11. 23.(월))',
  );
  expect(fillTemplate('{요청사항}', VALUES)).toBe('전수 점검 {부서}');
});

it('leaves what it does not know for the writer to see', () => {
  expect(fillTemplate('{회신기한} {담당}', VALUES)).toBe('{회신기한} {담당}');
  expect(unknownPlaces('{담당} {부서} {담당}\n{')).toEqual(['담당']);
});

it.each(Object.entries(ANSWER_TEMPLATES))(
  'of the standard template %s every place is known',
  (_, { text }) => {
    expect([unknownPlaces(text.ko), unknownPlaces(text.en)]).toEqual([[], []]);
  },
);
