import { causesOf } from './causes.js';

describe('what led to another score', () => {
  it('is what changed: old and new of what is judged, the rule that rang, how many signals came', () => {
    const changes = {
      impact: [2, 4],
      'factor.press': [null, 5],
      warning: [null, '보도 급증'],
      signals: [null, ['하나', '둘']],
      summary: ['전', '후'],
      reason: [null, '현장 확인'],
    };
    expect(causesOf(changes)).toEqual([
      { what: 'value', field: 'impact', values: [2, 4] },
      { what: 'factor', name: 'press', values: [null, 5] },
      { what: 'warning', rule: '보도 급증' },
      { what: 'signals', gained: true, count: 2 },
      { what: 'words', field: 'summary' },
    ]);
    expect(causesOf({ signals: ['하나', null] })).toEqual([{ what: 'signals', gained: false, count: 1 }]);
  });
});
