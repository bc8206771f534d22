import fc from 'fast-check';
import { ISSUE_KIND_NAMES } from '#config/issue-kinds.js';
import { GRADES } from '#issues/vocabulary.js';
import { keptFields, missingFields, wrongFields } from './kind-fields.js';
import { fieldsInWords, fieldsOfKind, KIND_LABELS } from './kind-words.js';

const paths = (list: { path: string }[]): string[] => list.map(({ path }) => path);

describe('fields of a kind', () => {
  it('are wrong by their type, all named at once', () => {
    const fields = {
      expiresOn: '2026-02-30',
      amount: '많음',
      renewal: 'maybe',
      staff: -1,
      colour: 1,
      contractor: 7,
    };
    expect(wrongFields('contract', fields)).toEqual([
      { path: 'fields.expiresOn', message: 'day' },
      { path: 'fields.amount', message: 'number' },
      { path: 'fields.renewal', message: 'one-of|renew, tender, direct, end, open' },
      { path: 'fields.staff', message: 'between|0|1000000' },
      { path: 'fields.colour', message: 'whitelistValidation' },
      { path: 'fields.contractor', message: 'text' },
    ]);
    expect(wrongFields(null, { amount: 1 })).toHaveLength(1);
  });

  it('are asked for from a grade on, and never of a light issue or before there is a grade', () => {
    expect(paths(missingFields('event', {}, 'moderate'))).toEqual(['fields.event', 'fields.startsOn']);
    expect(paths(missingFields('event', { event: '불꽃축제' }, 'critical'))).toEqual([
      'fields.startsOn',
      'fields.expectedCrowd',
      'fields.host',
    ]);
    for (const kind of ISSUE_KIND_NAMES) {
      expect(missingFields(kind, {}, 'low')).toEqual([]);
      expect(missingFields(kind, {}, null)).toEqual([]);
    }
  });

  it('are never fewer the heavier the issue, whatever is filled in', () => {
    const kind = fc.constantFrom(...ISSUE_KIND_NAMES);
    const filled = fc.array(fc.nat({ max: 9 }));
    fc.assert(
      fc.property(kind, filled, (name, places) => {
        const names = fieldsOfKind(name).map((field) => field.name);
        const fields = Object.fromEntries(places.flatMap((at) => (names[at] ? [[names[at], 'x']] : [])));
        const counts = GRADES.map((grade) => missingFields(name, fields, grade).length);
        expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      }),
    );
  });

  it('are refused, never failed on, whatever is sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ISSUE_KIND_NAMES), fc.jsonValue(), (kind, value) => {
        for (const { name } of fieldsOfKind(kind))
          expect(wrongFields(kind, { [name]: value }).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are shown in their order, in words and with their unit', () => {
    const fields = keptFields({
      renewal: 'tender',
      amount: 1200,
      contractor: '○○재단',
      staff: null,
      expiresOn: '',
    });
    expect(fieldsInWords('contract', fields, 'ko').map(({ label, value }) => `${label} ${value}`)).toEqual([
      '수탁·계약 상대 ○○재단',
      '계약금액 1,200백만원',
      '처리 방향 공개모집',
    ]);
    expect(KIND_LABELS.contract.en).toBe('Outsourcing and contracts');
  });
});
