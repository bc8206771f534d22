import { searchWords } from './search-words.js';

describe('what is typed into a search field', () => {
  it.each([
    ['빗물받이', '빗물받'],
    ['침수', '침수'],
    ['침수를', '침수'],
    ['저지대에서는', '저지대'],
    ['반지하로부터', '반지하'],
    ['주민들에게서', '주민들'],
    ['서울시의', '서울시'],
    ['KBS가', 'KBS'],
    ['놀이', '놀이'],
    ['하나', '하나'],
    ['침수,', '침수'],
    ['9', '9'],
  ])('as %s is looked for as %s', (word, text) => expect(searchWords(word)).toEqual([{ text }]));

  it.each([
    ['ㅂㅁㅂㅇ', ['%ㅂㅁㅂㅇ%']],
    ['ㄱㄳㅄ', ['%ㄱㄱㅅㅂㅅ%']],
    ['0012', ['%-%0012%']],
    ['119', ['%-%119%']],
    ['C0001', ['%-%c0001%']],
    ['2026-00', ['2026-00%', '%202600%']],
    ['2026-C0', ['2026-c0%', '%2026c0%']],
  ])('as %s is looked for among numbers and initials', (word, marks) =>
    expect(searchWords(word)).toEqual([{ marks }]),
  );

  it('is taken word by word, signs alone are none', () => {
    expect(searchWords('  % 침수를  _ ㅍㅇ ')).toEqual([{ text: '침수' }, { marks: ['%ㅍㅇ%'] }]);
    expect(searchWords('()%_\\ "')).toEqual([]);
  });
});
