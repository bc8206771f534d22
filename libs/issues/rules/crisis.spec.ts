import { becameCrisis, classify } from './crisis.js';

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

/** It has happened, and someone responds: who takes it over | title | summary. */
const CRISES = `
  소방재난본부 | 주상복합 건물 화재로 주민 5명 사망 | 오늘 새벽 9층에서 불이 나 40여 명이 연기를 마셨다
  안전총괄실,소방재난본부 | 경전철 전동차 궤도 이탈 | 전동차가 궤도를 벗어나 멈춰 서면서 승객 300여 명이 선로를 걸어 빠져나왔다
  안전총괄실,소방재난본부 | 재건축 현장 비계 쓰러져 | 인부 2명이 다쳐 인근 병원으로 옮겨졌다
  소방재난본부,안전총괄실 | 밤사이 폭우에 산책객 고립 | 하천 산책로에 시민 6명이 고립돼 119가 구조하고 있다
  소방재난본부 | 아차산 7부 능선 산불 | 헬기 4대와 인력 200명을 투입해 진화에 나섰다
  시민건강국 | 초등학교 급식 먹은 학생 31명 복통 | 구토와 설사 증세를 보여 치료를 받고 있으며 보건소가 가검물을 채취했다
  안전총괄실 | 변전소 고장으로 5천 가구 전기 끊겨 | 한전이 긴급 복구에 나섰으나 복구 시점은 불투명
  안전총괄실 | 송수관 터져 도로 물바다 | 1만 2천 세대에 물 공급이 끊겨 급수차를 보내고 있다
  안전총괄실,소방재난본부 | 거리축제 무대 무너져 | 관람객 12명이 중경상을 입었다
  안전총괄실,소방재난본부 | 지하철역 흉기 난동 | 승객 3명이 흉기에 찔려 병원으로 이송됐고 역이 통제되고 있다
  안전총괄실,소방재난본부 | 올림픽대로 차량 5대 추돌 | 사상자 6명이 발생해 양방향 통행이 통제됐다
  소방재난본부 | 상가 가스 누출 | 주민 200명이 인근 학교로 대피했다
  안전총괄실,소방재난본부 | 유람선 교각 충돌 후 침수 | 승객 전원이 구조선으로 옮겨 타고 있다
  시민건강국 | 요양원 확진자 80명 | 입소자 전원을 격리하고 역학조사에 착수했다
  안전총괄실,소방재난본부 | 왕복 6차로 도로 내려앉아 | 승용차가 구덩이에 빠져 운전자가 구조됐고 2개 차로가 통제 중이다
  안전총괄실 | 출근길 폭설로 도로 마비 | 현재 차량 수백 대가 고립돼 제설차가 진입하지 못하고 있다
  안전총괄실,소방재난본부 | 에스컬레이터 역주행 | 환승통로에서 넘어진 승객 14명이 부상을 입었다
  안전총괄실 | 태풍 상륙 | 가로수 200그루가 쓰러져 도로 곳곳이 통제되고 있다
  소방재난본부 | 물류창고 큰불 | 소방 대응 2단계 발령
  소방재난본부,안전총괄실 | 산사태로 주택 2채 매몰 | 주민 3명 연락 두절
  소방재난본부 | 아파트 지하주차장 전기차 화재 | 차량 40대가 불에 탔고 주민 120명이 대피했다
  안전총괄실 | 열수송관 파열 | 온수와 난방 공급 중단 4만 세대
  소방재난본부,안전총괄실 | 정화조 작업 중 질식 | 근로자 2명 의식불명
  소방재난본부,안전총괄실 | 옹벽 붕괴 | 추가 붕괴 우려로 인근 주민 200명이 대피했다
`;

/** Nothing happens now: feared, counted, asked about, prepared for or long over. */
const NOT_CRISES = `
  올해 화재로 숨진 시민 32명, 절반이 고령자 | 소방 통계 분석 결과 주택 화재 사망자가 늘어 대책이 필요
  붕괴 사고 유족, 책임자 처벌 요구 집회 | 3년 전 사고로 숨진 9명의 유족이 시청 앞에서 집회를 이어감
  산사태 경보 시 주민 대피 장소 부족 | 대피소가 없는 취약지역이 14곳으로 조사됨
  열차 탈선 대비 합동훈련 부실 | 훈련이 형식적으로 진행되었다는 지적
  작년 침수 피해 배상 소송 패소 | 법원이 시의 관리 책임을 인정하여 상인 40명에게 배상하도록 판결
  병원 옥상 헬기장 이송 지연 | 응급환자가 병원으로 이송되는 데 걸리는 시간이 길어졌다는 통계
  여름철 식중독 환자 증가 추세 | 5년간 환자 수가 2배로 늘어 급식소 점검 강화 필요
  타워크레인 조종사 파업 예고 | 공사가 멈춰 입주가 늦어질 수 있다는 우려
  무단횡단 사망자 줄이기 대책 미흡 | 한 해 60명이 숨지나 시설 개선 예산이 줄어듦
  산불 진화헬기 계약 만료 | 12월 임차 계약이 끝나 봄철 진화에 차질이 생길 수 있음
  단수 예고 안내 부족 민원 | 공사로 물 공급이 중단되는 세대에 안내가 늦었다는 민원
  전세사기로 숨진 청년 추모 | 피해자 지원 조례 제정을 요구하는 목소리
  에스컬레이터 고장 잦아 | 넘어짐 사고로 다친 승객에 대한 보상이 지연된다는 민원
  폭염 대책 확대 필요 | 온열질환자 112명이 발생하여 무더위쉼터 추가가 시급
  노숙인 보호대책 마련 시급 | 한파로 2명이 숨져 야간 순찰 강화 요구
  버스 업체 파산으로 노선 폐지 | 3개 노선의 운행 중단으로 통학생 불편
  승강기 노후 임대아파트 | 주민이 갇히는 일이 반복되어 교체 필요
  시설 통합에 따른 고용 불안 | 직원 30명 구조조정에 노조 반발
`;

const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));

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
    ['시립병원 세균성이질 환자 4명 확진, 역학조사 중', '시민건강국'],
    ['학생 7명 홍역 확진, 접촉자 격리 중', '시민건강국'],
    ['한강의 시 선착장 침수 발생, 시민 대피 중', '안전총괄실'],
    ['화재로 시 청사 정전 발생, 복구 중', '소방재난본부'],
    ['시청 폭탄 테러 협박, 건물 내 인원 전면 통제 중 사고 발생', '비상기획관'],
  ])('%s', (text, department) => {
    expect(classify(text)).toMatchObject({ crisis: true, handOver: department });
    expect(classify(text).reasons.length).toBeGreaterThan(0);
  });

  it.each(rows(CRISES))('for %s: %s', (takes, title, summary) => {
    const found = classify(`${title}. ${summary}`);
    expect(found.crisis).toBe(true);
    expect(takes.split(',')).toContain(found.handOver);
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

describe('a risk that became a crisis', () => {
  const risk = '지하차도 침수 우려. 배수펌프 점검이 늦어짐';
  const flood = `${risk}. 오늘 새벽 지하차도가 침수되어 2명이 사망`;
  const became = (text: string, title = '', publishedOn: string | null = '2026-11-25', told: string[] = []) =>
    becameCrisis(text, title ? [{ title, publishedOn }] : [], { told, today: '2026-11-25' });

  it('is told by its text, or by an article of these days', () => {
    expect(became(risk)).toBeNull();
    expect(became(flood)).toMatchObject({ crisis: true });
    expect(became(risk, '지하차도 침수, 2명 사망')).toMatchObject({
      reasons: ["동향에서 발생: '침수', 2명 사망"],
      handOver: '안전총괄실',
    });
    expect(became(risk, '물에 잠긴 지하차도에서 차량 3대 고립, 1명 숨져')).not.toBeNull();
  });

  it('is not told by what is feared, old, undated or of another matter', () => {
    expect(became(risk, '지하차도 침수 우려 커져')).toBeNull();
    expect(became(risk, '지하차도 침수, 2명 사망', '2026-11-20')).toBeNull();
    expect(became(risk, '지하차도 침수, 2명 사망', null)).toBeNull();
    expect(became('청사 주차장 유료화', '공장 화재로 2명 사망')).toBeNull();
  });

  it('is asked about once, and again for what comes on top', () => {
    const { reasons } = classify(flood);
    expect(became(flood, '', null, reasons)).toBeNull();
    expect(became(`${flood}. 현재 실종자 3명을 수색 중`, '', null, reasons)).not.toBeNull();
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
    ['신청사 외장재 이질감 발생'],
    ['도시 경관에 이질적 요소 발생'],
    ['오늘 인사 난맥으로 홍역을 치른 기관에서 결원 발생'],
    ['하천 수위 증가 시 침수 구간을 통제하고 우회 안내'],
    ['건축 허가 시 지반침하 발생'],
    ['현장 회의 시 정전 발생'],
    ['수위 기준 초과 시 도로 침수 발생'],
  ])('%s', (text) => {
    expect(classify(text).crisis).toBe(false);
  });

  it.each(rows(NOT_CRISES))('%s: %s', (title, summary) => {
    expect(classify(`${title}. ${summary}`).crisis).toBe(false);
  });

  it('says what made it one', () => {
    expect(classify('지하차도 침수 사고 재발 우려').reasons).toEqual(["잠재 위험으로 서술: '우려'·'재발'"]);
    expect(classify('청사 주차장 유료화').reasons).toEqual([]);
  });
});
