import { classify } from './crisis.js';

/** The four published cases of the office, each a risk by its own judgement: title, summary and risks. */
const PUBLISHED = [
  [
    '플랫폼 노동자 보호를 위한 선도적 정책 수립 필요',
    '플랫폼 노동과 관련해 주요 언론사 중심으로 지속적 이슈화',
    '민간플랫폼서비스 시장실패에 따른 공공의 적극적 역할 요구 (배달 종사자 열악한 노동 환경(4대보험 적용불가 등), 배달수수료로 인한 소상공인 부담 가중 등)',
  ],
  [
    '4차 산업 관련 규제 완화 추진 방향',
    '4차산업 관련 수도권, 산업 규제 해소 노력 지속 필요',
    "홍릉바이오허브, 양재 R&D 등 '강소연구개발특구' 지정 시급",
  ],
  [
    '풍수해 대비 市 대응 철저',
    '기습폭우 등 기후변화로 물 관련 자연재해 빈번히 발생, 지난 10년간 서울시 사망 27명, 피해액 585억원 등 풍수해 피해',
    "강남역일대 침수취약지역 해소사업 중이나 취약지반으로 인한 공정 지연('20. 4월)",
  ],
  [
    '코로나19에 따른 재활용 쓰레기 증가 대책 시급',
    '코로나19 확산 기간 市 재활용 생활폐기물 전년 대비 약 15% 증가',
    '코로나19로 커피전문점 등 일회용품 사용 한시적 허용 등 市정책 중단·연기 → 그간 성과 희석 및 추진 동력 저해 우려',
  ],
] as const;

const NEWS = [{ title: '폭우 서울 잇단 사고...도림천 범람 1명 숨지고 여의도엔 싱크홀' }];

describe('a crisis has already happened', () => {
  it.each([
    ['○○동 도로 함몰 사고 발생, 2명 매몰 구조 중', '소방재난본부'],
    ['강서구 오피스텔 화재로 3명 사망, 진화 작업 중', '소방재난본부'],
    ['집중호우로 반지하 주택 침수 발생, 주민 대피 중', '안전총괄실'],
    ['북한산 산불 확산 중, 인근 주민 긴급 대피', '소방재난본부'],
    ['○○초등학교 집단 식중독 의심환자 45명 발생, 역학조사 진행 중', '시민건강국'],
    ['지하철 2호선 열차 탈선, 전 구간 운행 중단', '안전총괄실'],
    ['상수도관 파열로 도로 침수 및 일대 단수 발생', '안전총괄실'],
    ['금일 새벽 공사장 타워크레인 붕괴, 작업자 1명 숨져', '안전총괄실'],
    ['한강 수상택시 침몰, 승객 5명 실종 수색 중', '소방재난본부'],
    ['축제장 인파 사고로 20명 부상, 병원 이송', '안전총괄실'],
    ['시청 폭탄 테러 협박, 건물 내 인원 전면 통제 중 사고 발생', '비상기획관'],
  ])('%s', (text, department) => {
    expect(classify(text)).toMatchObject({ crisis: true, handOver: department });
    expect(classify(text).reasons.length).toBeGreaterThan(0);
  });

  it('is recognised from the titles of signals about the same event', () => {
    const text = '성수동 공장 화재 관련 피해 확대';
    expect(classify(text).crisis).toBe(false);
    expect(classify(text, [{ title: '[속보] 성수동 공장 화재 진화 작업 중…1명 고립돼' }])).toMatchObject({
      crisis: true,
      reasons: [expect.stringContaining('동향에서 진행 중')],
    });
  });
});

describe('a risk is latent', () => {
  it.each(PUBLISHED.map((parts) => [parts[0], parts.join('\n')]))('%s', (_title, text) => {
    expect(classify(text).crisis).toBe(false);
    expect(classify(text, NEWS).crisis).toBe(false);
  });

  it.each([
    ['지하차도 침수 사고 재발 우려, 배수펌프 점검 필요'],
    ['불꽃축제 인파 사고 예방을 위한 안전대책 점검'],
    ['작년 이태원 참사 이후 다중밀집 관리 체계 미비 지적'],
    ['전통시장 화재 예방을 위한 소방시설 점검 미흡'],
    ['도로 함몰 사고가 해마다 발생하고 있어 노후 하수관 정비 필요'],
    ['최근 3년간 공사장 추락 사고로 12명 사망'],
    ['화재 발생 대응 훈련 진행 중'],
    ['지하철 파업 예고에 따른 수송 대책 점검 필요'],
    ['청년수당 선정 탈락자 민원 다수 발생'],
    ['위탁기관 변경에 따른 고용 승계 갈등 발생'],
    ['폭염 시 옥외노동자 온열질환 사망자 발생 우려'],
    ['○○동 도로 함몰 사고 이후 보상 지연에 대한 비판'],
    ['예산 부족 사태 발생, 현재 사업 진행 중'],
    ['강남역 일대 침수취약지역 해소사업 진행 중이나 공정 지연'],
    ['재난지원금 지급 오류 발생'],
    ['사회적 고립가구 발생 실태와 지원 사각지대'],
    ['화재 현장 출동 시간 자치구별 편차'],
    ['위탁 협상 과정에서 의견 충돌 발생'],
    ['인명피해 없는 안전한 축제 진행 중'],
    ['코로나19 백신 접종 예약 지연 불만 증가'],
  ])('%s', (text) => {
    expect(classify(text).crisis).toBe(false);
  });

  it('says what made it one', () => {
    expect(classify('지하차도 침수 사고 재발 우려').reasons).toEqual(["잠재 위험으로 서술: '우려'·'재발'"]);
    expect(classify('청사 주차장 유료화').reasons).toEqual([]);
  });
});
