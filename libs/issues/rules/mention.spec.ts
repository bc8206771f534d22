import { includes, mentioned, plain } from './mention.js';

describe('what a text mentions', () => {
  it('finds words inside compounds, as Korean writes them', () => {
    expect(mentioned('총파업 예고와 상습침수 구간', ['파업', '침수', '폭염'])).toEqual(['파업', '침수']);
  });

  it('finds a bound word only where a word begins', () => {
    expect(mentioned('문화재 야행 준비', ['^화재'])).toEqual([]);
    expect(mentioned('전통시장 화재 예방', ['^화재'])).toEqual(['화재']);
    expect(includes('공사장마다 안전관리자 배치', '^장마')).toBe(false);
    expect(includes("'장마'철 대비", '^장마')).toBe(true);
  });

  it.each([
    ['대형사업장 에너지 진단', '형사'],
    ['공익사업 손실보상 협의', '익사'],
    ['잠실종합운동장 리모델링', '실종'],
    ['소상공인 피해지원 신청', '해지'],
    ['공공시설 완전복구', '전복'],
    ['정부상대 건의', '부상'],
  ])('finds in %s no word that only ends one and begins another', (text, word) => {
    expect(mentioned(text, [word])).toEqual([]);
  });

  it.each([
    ['자동차사고 발생', '사고'],
    ['지하철사고를 계기로', '사고'],
    ['아파트화재발생', '화재'],
    ['초미세먼지가 짙음', '먼지'],
    ['상습침수구간 점검', '침수'],
    ['공사장붕괴로 대피', '붕괴'],
  ])('finds in %s the word behind others', (text, word) => {
    expect(mentioned(text, [word])).toEqual([word]);
  });

  it('passes over phrases that mean something else', () => {
    expect(mentioned('시정 신뢰도 추락 우려', ['추락'], ['신뢰도 추락'])).toEqual([]);
    expect(mentioned('신뢰도 추락과 작업자 추락', ['추락'], ['신뢰도 추락'])).toEqual(['추락']);
  });

  it('does not take the denial of harm for harm', () => {
    expect(mentioned('인명피해 없음', ['인명피해'])).toEqual([]);
    expect(mentioned('안전사고 없는 축제', ['안전사고'])).toEqual([]);
    expect(mentioned('인명피해 발생, 대책 없음', ['인명피해'])).toEqual(['인명피해']);
  });

  it('reads decomposed Hangul like composed', () => {
    expect(plain('장마  대비\n'.normalize('NFD'))).toBe('장마 대비');
  });
});
