import fc from 'fast-check';
import { TextIndex } from './text-index.js';

const all = () => true;

describe('the index of texts', () => {
  it('leads from a paraphrase to the text, through particles, spacing and synonyms', () => {
    const index = new TextIndex();
    const texts = [
      '장마철 반지하 주택 침수 대비',
      '어르신 돌봄 공백 우려',
      '따릉이 대여소 관리 부실',
      '지하철 파업 예고',
    ];
    texts.forEach((text, i) => index.add({ id: String(i), version: 1, text }));
    expect(index.search('반지하주택의 침수를 대비', 1, all)).toEqual(['0']);
    expect(index.search('노인의 돌봄이 비는 문제', 1, all)).toEqual(['1']);
    expect(index.search('공공자전거 관리', 1, all)).toEqual(['2']);
    expect(index.search('지하철 파업', 4, (id) => id !== '3')).not.toContain('3');
  });

  it('knows of each text its newest version only', () => {
    const index = new TextIndex();
    index.add({ id: 'a', version: 1, text: '맹꽁이 서식지' });
    index.add({ id: 'a', version: 2, text: '공영주차장 요금' });
    expect(index.has({ id: 'a', version: 1 })).toBe(false);
    expect(index.has({ id: 'a', version: 2 })).toBe(true);
    expect(index.search('맹꽁이 서식지', 3, all)).toEqual([]);
    expect(index.search('공영주차장 요금', 3, all)).toEqual(['a']);
    expect(index.size).toBe(1);
  });

  it('finds every text by its own words, the same each time, whatever else is there', () => {
    const word = fc.constantFrom(
      '침수',
      '파업',
      '돌봄',
      '요금',
      '예약',
      '한강',
      '공원',
      '누리집',
      '버스',
      '2026',
    );
    const text = fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 60 }), (texts) => {
        const index = new TextIndex();
        texts.forEach((one, i) => index.add({ id: String(i), version: 1, text: one }));
        for (const one of texts) {
          const found = index.search(one, texts.length, all);
          expect(found.map((id) => texts[Number(id)])).toContain(one);
          expect(index.search(one, texts.length, all)).toEqual(found);
          expect(found.slice(0, 3)).toEqual(index.search(one, 3, all));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is worn when more was replaced than is left', () => {
    const index = new TextIndex();
    for (let version = 0; version < 110; version += 1) index.add({ id: 'a', version, text: '한강 공원' });
    expect(index.worn).toBe(true);
  });
});
