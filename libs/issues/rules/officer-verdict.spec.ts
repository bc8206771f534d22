import { COUNCIL_SESSIONS, TRIGGERS } from '#config/triggers.js';
import { DEPARTMENTS } from '#config/departments.js';
import { HOLIDAYS } from '#config/holidays.js';
import { ROUTING } from '#config/routing.js';
import { SCORING } from '#config/scoring.js';
import { departmentIndex } from '#people/rules/suggest-departments.js';
import { GRADES, type Channel, type Grade } from '#issues/vocabulary.js';
import { classify } from './crisis.js';
import { expectedMonth } from './expected-month.js';
import { grade } from './grade.js';
import { route } from './route.js';
import { score } from './score.js';

const TODAY = '2026-11-25';

/**
 * Issues as an officer of the evaluation office would write them on that day, with the verdict: grade, month (`-`: none is
 * right or wrong), lead department (or those that would do), channel | title | summary | article (outlet: title). The word lists
 * under `config/` were widened by general cues with the first fifty at hand; of the last 24, judged before that, 0.92 came out
 * exact or one off.
 */
const RISKS = `
  critical 2026-12 도시교통실 press | 시내버스 노조 총파업 예고에 따른 비상수송대책 필요 | 임금 인상률 교섭이 결렬되어 12월 9일 전 노선 운행 중단을 예고, 하루 이용객 370만 명 불편 예상 | MBC: 시내버스 멈추나…노조 쟁의행위 가결
  high 2026-12 안전총괄실 own | 한파 속 이면도로 결빙 낙상 예방 철저 | 12월 하순 영하 10도 이하 강추위가 예보되어 고갯길 빙판 사고가 우려되며 지난해 낙상으로 1,200명이 응급실을 찾음 |
  high 2026-12 복지정책실 press | 장애인 주간보호시설 위탁 종료에 따른 돌봄 공백 대비 | 수탁 법인이 12월 31일 계약 종료를 통보하여 이용자 140명과 종사자 60명의 고용이 불투명 | 한겨레: 갈 곳 잃는 발달장애인들
  moderate 2026-12 안전총괄실 complaint | 연말 도로 굴착·포장공사 집중에 따른 불편 | 12월 예산 소진을 위한 포장공사가 해마다 몰려 소음과 통행 불편 민원이 이어짐 |
  high - 재무국 audit | 청소용역 입찰 특정업체 유리 의혹 | 참가 자격을 과도하게 제한하여 특정 업체가 4년간 독점했다는 제보로 감사원이 계약 자료를 요구 |
  high - 주택건축본부 press | 청년안심주택 임대보증금 미반환 사태 대응 | 사업자 부도로 입주자 150가구의 보증금 180억원 반환이 늦어지고 강제경매가 진행됨 | SBS: 믿었던 청년주택도 보증금 떼일 판
  high 2026-12 시민건강국 press | 시립병원 야간 응급진료 축소 우려 | 전문의 집단 사직으로 다음 달부터 야간 응급진료가 중단될 예정이며 중증환자 이송 지연이 우려됨 | KBS: 응급실 불 꺼지나
  high 2026-12 안전총괄실,문화본부 own | 제야의 종 타종행사 안전관리 | 12월 31일 15만 명이 운집할 것으로 예상되며 지하철역 출구 병목으로 넘어짐 사고 우려 |
  low - 푸른도시국 complaint | 동네공원 화장실 비품 부족 | 휴지와 비누가 자주 떨어진다는 문의 2건 접수 |
  low - 스마트도시정책관,시민소통기획관 complaint | 시 홈페이지 글자 크기 조절 기능 개선 요청 | 메뉴를 찾기 어렵다는 의견 접수 |
  low - 행정국 own | 청사 구내식당 혼잡 완화 검토 | 점심시간 대기 줄이 길다는 직원 의견 |
  low - 도시교통실 complaint | 자전거 거치대 파손 신고 | 역 앞 거치대 고정 나사가 풀려 교체 요청 |
  moderate - 관광체육국 press | 시립 체육관 대관 특정 동호회 독점 논란 | 주말 시간대를 일부 동호회가 장기간 차지하여 시민 이용이 제한된다는 지적 | 경향신문: 공공체육관이 동호회 전용?
  moderate 2026-12 문화본부 politics | 시립미술관장 공모 절차 공정성 논란 | 시의회 상임위에서 심사위원과 후보자의 이해관계를 질의하고 심사표 제출을 요구 |
  high 2026-12 청년청 politics | 내년도 청년 지원사업 예산 전액 삭감 논란 | 예결위에서 선심성 사업이라며 240억원 전액 삭감을 주장하여 여야가 대립, 지원 예정 청년 2만 명 영향 | 
  moderate - 상수도사업본부 press | 노후 상수도관 교체 지연으로 탁한 물 민원 반복 | 두 개 자치구 1만 5천 세대에서 붉은 물이 나온다는 신고가 되풀이되고 교체 예산이 부족 | 뉴시스: 틀면 붉은 물
  moderate 2027-01 기후환경본부 press | 투명 페트병 별도 배출 의무화 혼선 | 1월 1일 시행을 앞두고 자치구별 배출 기준이 달라 시민 혼란이 예상됨 | 국민일보: 새해부터 바뀐다는데 아무도 몰라
  high - 물순환안전국,주택건축본부 own | 반지하 물막이판 설치 저조 | 내년 장마 전 설치 목표의 38%에 그쳐 2022년과 같은 인명피해가 되풀이될 우려 |
  high - 안전총괄실 press | 노후 고가도로 안전등급 하락에도 통행 지속 | 정밀진단 결과 D등급을 받았으나 하루 8만 대가 통행하며 보강 예산 60억원이 반영되지 않아 붕괴 사고가 우려됨 | 조선일보: D등급 고가 위로 버스가 달린다
  high - 소방재난본부,주택건축본부 press | 노후 아파트 스프링클러 미설치 대책 필요 | 1,200개 단지에 설치 의무가 없어 불이 날 경우 대형 인명피해 우려 | JTBC: 불나면 속수무책
  moderate 2026-12 도시교통실 complaint | 연말 심야 택시 승차난 대비 | 12월 모임 증가로 승차거부 신고가 전년 대비 40% 늘 것으로 전망됨 |
  moderate 2027-03 여성가족정책실 press | 새 학기 초등 돌봄 대기 증가 | 3월 개학을 앞두고 방과 후 돌봄 신청이 정원을 크게 웃돌아 맞벌이 가정의 불만이 예상됨 | 서울신문: 또 돌봄 대란
  moderate 2026-12 한강사업본부 politics | 한강 수상시설 운영사업자 선정 특혜 의혹 | 시의원이 5분자유발언에서 단독 응찰과 사용료 감면을 문제 삼음 |
  moderate - 행정국 audit | 초과근무수당 부정수령 적발 | 정부합동감사에서 직원 37명의 부정수령을 적발하여 환수와 징계를 요구 |
  high - 복지정책실 audit | 사회복지법인 보조금 유용 의혹 | 경찰이 12억원 횡령 혐의로 시설장을 입건하였고 시의 관리·감독 소홀 책임이 제기됨 |
  moderate - 스마트도시정책관 press | 공공서비스 예약시스템 접속 장애 반복 | 이달 들어 세 차례 먹통이 되어 이용자 불만이 커짐 | 전자신문: 또 멈춘 예약시스템
  high - 스마트도시정책관,도시교통실 press | 공공자전거 회원 개인정보 유출 의혹 | 회원 45만 명의 정보가 외부에 유출된 정황으로 과징금과 수사가 예상됨 | MBC: 내 정보도 털렸나
  high 2027-02 주택건축본부 complaint | 재개발구역 세입자 이주 갈등 | 내년 2월 강제철거를 앞두고 200세대가 퇴거에 반발하며 농성 중 |
  moderate - 도시계획국 press | 고도지구 완화 형평성 시비 | 일부 지역만 층수 제한이 풀려 인근 주민 반발이 예상됨 | 매일경제: 우리 동네만 왜
  low - 시민소통기획관 own | 시정 홍보영상 조회수 저조 | 새로 올린 영상의 조회수가 기대에 미치지 못함 |
  low - 문화본부 complaint | 도서관 휴관일 안내 오기 | 누리집에 휴관일이 잘못 적혀 정정 요청 접수 |
  low - 평생교육국 complaint | 시민대학 강좌 신청 방법 문의 | 신청 화면이 복잡하다는 문의가 몇 건 있음 |
  high 2027-01 상수도사업본부 press | 수도요금 인상에 따른 시민 반발 | 내년 1월 가정용 요금이 평균 12% 오르며 모든 가구에 적용되어 물가 부담 비판이 예상됨 | 연합뉴스: 새해 수도요금 줄인상
  high 2026-12 시민건강국,복지정책실 own | 요양시설 독감 집단감염 대비 | 12월 유행 정점이 예상되나 고령 입소자 접종률이 낮아 중증환자와 사망 발생 우려 |
  high - 도시기반시설본부,도시교통실 press | 도시철도 연장 개통 지연과 공사비 증액 | 3년째 개통이 늦어지고 사업비가 900억원 늘어 시공사와 소송 중 | 동아일보: 또 미뤄진 개통
  high - 노동민생정책관 press | 배달 노동자 사망사고 증가 대책 | 올해 19명이 배달 중 숨져 안전교육과 보험 지원을 요구하는 목소리가 큼 | 한국일보: 목숨 건 배달
  moderate - 기획조정실 politics | 출연기관 통합 추진 갈등 | 통합 조례안을 두고 노조가 반발하고 시의회에서 절차 미흡을 지적 |
  high - 기후환경본부 complaint | 소각시설 증설 주민 반대 | 주민 3천 명이 반대 집회를 이어가며 수년째 소송과 감사청구를 제기 |
  high - 안전총괄실,물순환안전국,도시기반시설본부 press | 지하 굴착공사장 주변 땅꺼짐 불안 | 최근 두 달간 공사장 인근에서 도로가 꺼지는 일이 잇따라 지반탐사 요구가 커짐 | YTN: 발밑이 불안하다
  moderate - 관광체육국 press | 관광특구 바가지요금 논란 | 외국인 관광객을 상대로 한 과다 요금 신고가 늘고 온라인에 확산 | 뉴스1: 어묵 하나에 만 원
  high - 안전총괄실,소방재난본부,도시기반시설본부 own | 도심 터널 비상방송 설비 미비 | 화재가 나면 대피를 안내할 방송이 없는 터널이 9곳이며 보완이 늦어짐 |
  high - 도시교통실 politics | 승강장 안전문 사고 대책 질의 | 국정감사에서 최근 5년간 14명이 사망한 사고의 재발방지 대책 이행이 미흡하다는 지적 |
  high - 도시기반시설본부,안전총괄실 audit | 시 발주 공사장 안전관리비 집행 부적정 | 지난해 작업자 2명이 숨진 현장에서 안전관리비를 다른 용도로 쓴 사실이 감사에서 지적됨 |
  high - 복지정책실,소방재난본부 press | 쪽방 화재 이후 후속대책 미흡 | 지난달 불이 나 3명이 숨진 뒤에도 소화기와 감지기 설치가 늦다는 비판 | 경향신문: 석 달 뒤에도 그대로
  high - 안전총괄실,푸른도시국,물순환안전국 complaint | 옹벽 기울어짐 신고에 따른 점검 필요 | 주민들이 붕괴를 걱정하는 신고를 여러 차례 하였으나 소유자 불명으로 보수가 지연 |
  moderate - 안전총괄실 own | 고갯길 제설 거점 부족 | 폭설 시 차량이 고립될 경우를 대비한 염화칼슘 보관 거점이 3곳 부족 |
  moderate - 비상기획관,행정국,스마트도시정책관 own | 청사 비상발전기 노후 | 정전이 발생하면 전산실 가동이 멈출 가능성이 있어 교체 예산 8억원이 필요 |
  moderate - 도시교통실,기획조정실 politics | 지하철 무임수송 손실 지원 건의 | 교통공사 누적 적자가 7조원을 넘어 국비 지원을 위한 법 개정을 정부에 건의하였으나 진전이 없음 |
  moderate 2027-06 기후환경본부 press | 음식물쓰레기 처리시설 위탁 만료 대비 | 내년 6월 위탁기간이 끝나나 새 운영업체 선정이 늦어져 수거 차질 우려 | 세계일보: 처리시설 못 구한 자치구
  high 2026-12 행정국,안전총괄실 press | 도심 대규모 집회에 따른 교통 마비 대비 | 다음 달 12일 20만 명 규모 상경 집회가 신고되어 도심 교통 통제와 충돌이 예상됨 | 연합뉴스: 주말 도심 대규모 집회
  low - 도시교통실 complaint | 버스정류소 의자 파손 민원 | 의자가 부서져 앉을 수 없다는 민원 2건 접수 |
  low - 안전총괄실 complaint | 가로등 소등 불편 | 골목 가로등 한 개가 켜지지 않아 불편하다는 신고 |
  low - 기후환경본부 complaint | 재활용 수거함 위치 변경 요구 | 수거함이 통행에 불편하다며 옮겨 달라는 요구 |
  low - 문화본부 complaint | 공연장 객석 온도 불만 | 관람객 한 명이 실내가 춥다는 의견 제출 |
  low - 시민건강국 own | 보건소 누리집 전화번호 오류 | 부서 전화번호가 옛 번호로 표시되어 정비 필요 |
  low - 관광체육국 press | 시립 테니스장 안내판 오타 지적 | 영문 표기가 틀렸다는 지역신문 독자 투고 | 동네신문: 이런 오타도
  moderate - 상수도사업본부 complaint | 수도요금 이중 고지 | 전산 오류로 4,300세대에 요금이 두 번 고지되어 문의와 환불 요구가 몰림 |
  high 2026-12 도시기반시설본부,안전총괄실 press | 지하철 역사 리모델링 공사 화재 취약 | 가연성 자재를 쓴 채 12월 완공을 앞두고 있어 불이 나면 큰 인명피해 우려 | JTBC: 불쏘시개 지하철역
  high - 인권담당관,행정국,여성가족정책실 press | 산하기관 직장 내 괴롭힘 은폐 의혹 | 피해 직원이 극단적 선택을 시도하였으나 기관이 조사를 미루었다는 폭로로 노동청이 조사 | MBC: 또 직장 갑질
  moderate 2027-03 푸른도시국 own | 봄철 산불 감시인력 채용 지연 | 내년 3월까지 감시원 180명을 채용해야 하나 인건비 단가 협의가 늦어짐 |
  moderate - 여성가족정책실 press | 공공산후조리원 예약 경쟁 과열 | 신청 첫날 접속이 몰려 3분 만에 마감되고 대기자 불만이 커짐 | 매일경제: 하늘의 별 따기 산후조리원
  high - 여성가족정책실 press | 아동양육시설 보호아동 학대 의심 신고 | 시설 종사자의 체벌이 있었다는 신고로 경찰이 조사 중이며 시의 지도점검이 부실했다는 비판 | KBS: 또 시설 내 학대
  low - 한강사업본부 complaint | 한강공원 벤치 도색 벗겨짐 | 벤치 2개의 페인트가 벗겨져 옷에 묻는다는 의견 |
  low - 재무국 complaint | 자동차세 납부 안내문 글씨가 작음 | 어르신이 읽기 불편하다는 전화 1건 |
  high 2026-12 상수도사업본부 own | 한파 대비 수도계량기 동파 예방 | 12월 말부터 영하 12도 한파가 예보되며 노후 공동주택 32만 세대가 취약 |
  moderate - 도시교통실 complaint | 마을버스 배차 간격 증가 | 운전기사 부족으로 배차가 30분까지 늘어 3개 자치구 주민 민원이 계속됨 |
  high - 노동민생정책관,경제정책실 press | 온라인 플랫폼 정산금 미지급 사태로 소상공인 피해 | 입점 소상공인 2천여 명이 대금 320억원을 받지 못해 줄도산 우려 | 한국경제: 정산 대란 현실로
  moderate - 관광체육국 audit | 체육회 보조금 정산 부적정 | 자체감사에서 증빙 없는 집행 4건을 지적하고 시정을 요구 |
  high 2026-12 복지정책실 own | 쪽방·고시원 거주자 한파 보호 | 12월 한파를 앞두고 난방이 없는 쪽방 2,300가구에 고독사와 저체온증 우려 |
  moderate - 문화본부 press | 문화재 주변 고층건물 허용 논란 | 세계유산 경관 훼손을 이유로 국가유산청과 시민단체가 반대 | 경향신문: 종묘 앞 고층빌딩
  critical 2027-01 도시교통실 press | 지하철 노사 협상 결렬에 따른 파업 대비 | 인력 감축에 반대하며 1월 6일 무기한 파업에 들어가기로 하여 하루 700만 명 이용 노선의 운행 차질 우려 | YTN: 지하철 멈추나
  high - 기획조정실 politics | 출자기관 채용비리 의혹 | 시의회 행정사무감사에서 친인척 채용 의혹이 제기되어 조사특위 구성이 거론됨 |
  low - 인재개발원,행정국 own | 직원 교육 일정 변경 안내 지연 | 강사 사정으로 일정이 바뀌었으나 공지가 하루 늦음 |
  moderate - 푸른도시국 complaint | 가로수 가지치기 과도 비판 | 지나친 가지치기로 나무가 고사한다는 환경단체와 주민 민원 |
  high - 주택건축본부 press | 신축 아파트 철근 누락 의혹 | 지하주차장 기둥 30곳에서 보강 철근이 빠진 사실이 드러나 입주 예정자 900세대가 안전진단을 요구 | MBC: 순살 아파트 또
  moderate 2027-01 기후환경본부 press | 노후 경유차 운행제한 확대 반발 | 내년 1월부터 4등급 차량까지 제한되어 화물차주 생계 부담 호소 | 아시아경제: 생계형 차주 어쩌나
  moderate - 시민건강국 complaint | 보건소 예방접종 대기 혼잡 | 백신 물량이 부족해 어르신들이 헛걸음한다는 민원이 이어짐 |
  high 2026-12 안전총괄실,관광체육국,문화본부 own | 성탄절 도심 인파 밀집 대비 | 12월 24일 명동과 광화문에 40만 명이 몰릴 것으로 예상되어 안전요원 배치 필요 |
  moderate - 행정국,시민소통기획관 politics | 서울광장 사용 불허 형평성 논란 | 단체에 따라 허가가 다르다는 지적과 소송 가능성 |
  moderate - 스마트도시정책관 audit | 공공와이파이 유지보수 계약 분할 발주 | 수의계약 한도에 맞춰 나눠 발주한 사실이 감사에서 지적됨 |
  high - 물순환안전국 press | 하수처리장 방류수 기준 초과 의혹 | 정화가 덜 된 물을 여러 차례 한강에 흘려보냈다는 내부 제보로 환경부가 조사에 착수 | SBS: 한강에 오수를
  low - 도시재생실 complaint | 골목길 벽화 색바램 | 그림이 흐려져 다시 칠해 달라는 건의 |
  high - 평생교육국,시민건강국 press | 학교급식 식재료 원산지 위조 | 납품업체가 수입산을 국산으로 속여 160개 학교에 공급한 혐의로 수사 중 | 세계일보: 아이들 밥상에 가짜 국산
  moderate 2027-02 청년청 press | 청년월세 지원 신청 자격 축소 반발 | 내년 2월 모집부터 소득 기준이 강화되어 탈락자 증가가 예상됨 | 서울경제: 문턱 높인 청년월세
`;

const index = departmentIndex(DEPARTMENTS.map((department) => ({ ...department, id: department.name })));
const almanac = { triggers: TRIGGERS, sessions: COUNCIL_SESSIONS, holidays: HOLIDAYS };
const rows = (table: string): string[][] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()));

interface Judged {
  title: string;
  grade: Grade;
  wanted: Grade;
  direction: string;
  leads: string[];
  suggested: string[];
  month: string | null;
  due: string;
  crisis: boolean;
  refers: boolean;
}

/** What the stages would propose. */
function judge([verdict, title, summary, article]: string[]): Judged {
  const [wanted, due, lead, channel] = verdict!.split(' ') as [Grade, string, string, Channel];
  const text = `${title}. ${summary}`;
  const [outlet, headline] = article ? article.split(': ') : [];
  const signals = headline
    ? [{ channel: 'press' as const, title: headline, outlet, publishedOn: TODAY }]
    : [];
  const when = expectedMonth({ text, channel, today: TODAY, signals }, almanac);
  const issue = { title: title!, summary: summary!, channel, today: TODAY, signals };
  const scored = score({ ...issue, expectedMonth: when?.month, expectedOn: when?.on }, SCORING);
  const graded = grade(scored, {}, SCORING);
  const proposal = route(
    {
      ...graded,
      text,
      factors: scored.factors,
      waitedAt: null,
      judged: false,
      crisis: [],
      leadByOfficer: false,
      requests: [],
    },
    ROUTING,
  );
  return {
    title: title!,
    grade: proposal.grade,
    wanted,
    direction: proposal.direction,
    leads: lead.split(','),
    suggested: index.suggest(text, 3).map(({ id }) => id),
    month: when?.month ?? null,
    due,
    crisis: classify(text, signals).crisis,
    refers: proposal.needsDecision,
  };
}

const judged = rows(RISKS).map(judge);
const share = <T>(of: readonly T[], fits: (one: T) => boolean): number => of.filter(fits).length / of.length;
const off = ({ grade: found, wanted }: Judged): number =>
  Math.abs(GRADES.indexOf(found) - GRADES.indexOf(wanted));
const directionOf = (wanted: Grade): string => ROUTING.direction[wanted];
const dated = judged.filter(({ due }) => due !== '-');

/** What is reached, and what it may not fall below. */
const AGREED: readonly (readonly [what: string, share: number, floor: number])[] = [
  ['grade exact', share(judged, (one) => off(one) === 0), 0.64],
  ['grade exact or one off', share(judged, (one) => off(one) <= 1), 0.97],
  ['direction', share(judged, (one) => one.direction === directionOf(one.wanted)), 0.85],
  ['lead top 1', share(judged, ({ leads, suggested }) => leads.includes(suggested[0]!)), 0.8],
  ['lead top 3', share(judged, ({ leads, suggested }) => suggested.some((id) => leads.includes(id))), 0.92],
  ['month', share(dated, ({ month, due }) => month === due), 0.95],
];

describe('an officer of the office would agree', () => {
  afterAll(() => {
    process.stdout.write(`${AGREED.map(([what, reached]) => `${what} ${reached.toFixed(2)}`).join(', ')}\n`);
  });

  it.each(AGREED)('with %s', (_what, reached, floor) => {
    expect(reached).toBeGreaterThanOrEqual(floor);
  });

  it('that no risk is a crisis', () => {
    expect(judged.filter(({ crisis }) => crisis).map(({ title }) => title)).toEqual([]);
  });

  it('that what is light is kept by the office without a question', () => {
    const kept = judged.filter(({ wanted, direction }) => wanted === 'low' && direction === 'self');
    expect(kept.length).toBeGreaterThan(15);
    expect(share(kept, ({ refers }) => refers)).toBeLessThan(0.1);
  });

  it('that nothing goes to a department, and nothing heavy takes effect, before a person has decided', () => {
    const heavy = judged.filter(
      (one) => one.direction === 'department' || !['moderate', 'low'].includes(one.grade),
    );
    expect(heavy.length).toBeGreaterThan(40);
    expect(heavy.filter(({ refers }) => !refers)).toEqual([]);
  });
});
