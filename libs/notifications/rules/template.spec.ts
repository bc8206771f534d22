import fc from 'fast-check';
import { fill, placesIn } from './template.js';

describe('a template', () => {
  it('has its values in their places, and leaves out a line that would say nothing', () => {
    const template = { title: '[회신] {issue}', lines: ['인사', '○ 사유 : {reason}', '○ 기한 : {due}'] };
    expect(fill(template, { issue: '[2026-0001] 제설', reason: null, due: '11. 26.' })).toEqual({
      title: '[회신] [2026-0001] 제설',
      lines: ['인사', '○ 기한 : 11. 26.'],
    });
  });

  it('has lines that stand only where there is something', () => {
    const template = { title: '', lines: ['{?failed}고친 뒤 다시 올릴 수 있습니다.'] };
    expect(fill(template, { failed: '3' }).lines).toEqual(['고친 뒤 다시 올릴 수 있습니다.']);
    expect(fill(template, { failed: null }).lines).toEqual([]);
  });

  it('takes what has several lines for several lines, but a title is one', () => {
    expect(fill({ title: '{a}', lines: ['{a}'] }, { a: 'x\r\ny' })).toEqual({
      title: 'x y',
      lines: ['x\r', 'y'],
    });
  });

  it('knows the names between its braces', () => {
    expect(placesIn('{a} {?b} { a } {}')).toEqual(['a', 'b', '']);
  });

  it('puts in whatever a value says, without reading it as a template', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const { lines } = fill({ title: 't', lines: ['<{a}>'] }, { a: value, b: 'secret' });
        expect(lines.join('\n')).toBe(value ? `<${value}>` : '');
      }),
    );
    expect(fill({ title: '{a}', lines: [] }, { a: '{b}', b: 'secret' }).title).toBe('{b}');
  });
});
