import type { DepartmentName } from './departments.js';
import { words } from './words.js';

export interface CrisisPolicy {
  /** What can happen to people or works. */
  events: readonly string[];
  /** Longer words in which one of them means something else. */
  notEvents: readonly string[];
  /** What a city runs on, and how it fails: a service of which a failure is told is an event, and has happened. */
  services: readonly string[];
  /** What people can do without for a while: its failure is an event as news of the hour, or where all of it fails. */
  conveniences: readonly string[];
  failures: readonly string[];
  /** It has happened. */
  happened: readonly string[];
  /** It is going on, someone is responding. */
  ongoing: readonly string[];
  /** The words of news of the hour. */
  fresh: readonly string[];
  /** It is imagined, rehearsed or feared: nothing happens now whatever else is said. */
  imagined: readonly string[];
  /** It is long over, counted over a time, asked about or judged: what it says of victims is no news. */
  remote: readonly string[];
  /** It is prepared for, remembered or followed up: a risk, unless someone responds. */
  latent: readonly string[];
  /** Longer words in which one of them means something else. */
  notLatent: readonly string[];
  /** So many days an article about what an issue warns of is news of the hour. */
  newsDays: number;
  /** Who takes a crisis over; the first that fits, else `handOverElse`. */
  handOver: readonly { words: readonly string[]; department: DepartmentName }[];
  handOverElse: DepartmentName;
  /** What is left when it is over, as an issue of its own; `{title}`, `{number}` are those of the crisis. */
  followUp: { title: string; summary: string; risks: readonly string[] };
}

/**
 * Risk or crisis (위기): a crisis has already happened and can no longer be prevented (answer to the council, 2020-12). The words are
 * judgement of practice. A person decides; what follows a crisis (보상, 책임, 재발 방지) is a new risk issue.
 */
export const CRISIS = {
  events: words(`
    ^화재, 산불, 큰불, 불이 나, 불이 났, 불길, 폭발, 붕괴, 무너, 함몰, 지반침하, 싱크홀, 땅꺼짐, 내려앉, 주저앉, 침수, 물에 잠, 물바다, 범람,
    산사태, 도로 꺼져, 도로가 꺼, 땅이 꺼, 지반이 꺼, ^지진, ^태풍, 폭우, 호우, 폭설, 추락, 매몰, 감전, 질식, 누출, ^정전, 전기 끊, 전기가 끊, 전기가 나가, 단수, 물 공급이 끊, 파열, ^터져, ^터졌,
    탈선, 궤도 이탈, 궤도를 벗어, 추돌, 충돌 사고, 충돌 후, 충돌해, 들이받, 전복, 전도돼, 전도됐, 크레인 전도, 차량 전도, 침몰, 좌초, 압사, 익사, 실종,
    휩쓸, 급류, 고립돼, 고립됐, 고립된, 고립 속출, 깔림, 끼임, 갇혀, 갇힘, 투신자, ^넘어져, ^넘어졌, ^쓰러져, ^쓰러졌, 식중독, 복통, 구토, 설사, 호흡곤란, 연기를 마, 폐렴 환자, 의심환자,
    집단감염, 집단 감염, 감염 확산, 집단 발병, 확진, 양성 판정, 감염병, 홍역, 장티푸스, 콜레라, ^이질, 세균성이질, 메르스, 엠폭스, 노로바이러스, 레지오넬라, ^방화, ^테러, ^폭탄, ^해킹, 총격, 인질, 피습, 칼부림, 흉기, 난동, 참사, 사고, ^대설,
    기름 유출, 기름 냄새, 흙탕물, ^디도스, 랜섬웨어, 물이 나오지, 물이 안 나오, 기울어져, 기울어, 화학물질 유출, 유해물질 유출, 원유 유출, 재난 발생, 인명피해, 인명 피해, 심정지, 이재민
  `),
  notEvents: words(`
    방화문, 방화벽, 방화대교, 방화동, 방화역, 방화구획, 방화셔터, 사고방식, 사고력, 이질감, 이질적, 이질성, 이질화, 홍역을 치르, 홍역을 치른, 홍역을 치를, 홍역을 치렀,
    홍역을 치러, 홍역 치르, 홍역 치른, 홍역 치렀, 홍역 치러
  `),
  services: words(`
    전산망, 행정망, 통신망, 인터넷망, 전산, 민원창구, 신고 전화, 상황실, 통신, 관제, 신호등, 열차, 전동차, 지하철,
    전력 공급, 전기 공급, 전기가, 가스 공급, 가스가, 급수, 수돗물이, 수돗물 끊, 수도가, 물 공급, 난방이, 난방 공급, 온수가, 온수 공급
  `),
  conveniences: words(
    '서버, 시스템, 홈페이지, 누리집, 사이트, ^앱, 어플, 서비스, 단말기, 승강기, 엘리베이터, 에스컬레이터',
  ),
  failures: words(
    '마비, 먹통, 다운, 불통, 멈춰, 멈췄, 멈춤, 멈추면서, 중단됐, 중단돼, 중단되, 중단됨, 끊겨, 끊겼, 끊김, 장애 발생, 전면 장애, 접속 장애, 접속이 안, 접속되지, 접속 불가, 이용 불가, 열리지 않',
  ),
  happened: words(`
    발생, 일어나, 일어났, 났다, 불이 나, 터져, 터졌, 무너져, 무너졌, 무너지며, 내려앉, 주저앉, 침수됐, 침수돼, 침수되, 잠겨, 잠겼,
    숨져, 숨졌, 숨지고, 사망자, 사상자, 부상자, 다쳐, 다쳤, 깔려, 매몰됐, 매몰돼, 고립돼, 고립됐, 중태, 추락해, 추락했, 폭발해, 폭발했,
    두절, 파열돼, 파열됐, 번져, 번졌, 끊겨, 끊겼, 끊김, 멈춰, 탈선해, 탈선했, 벗어나, 넘어져, 넘어졌, 넘어지며, 쓰러져, 쓰러졌, 들이받, 마비됐, 마비되, 휩쓸려,
    부딪쳐, 부딪혀, 덮쳐, 덮쳤, 의식불명, 기울어, 감염돼, 감염됐, 나오지 않고, 나오지 않음, 나오지 않아,
    안 나오고, 도로 꺼져, 도로가 꺼져, 땅이 꺼져, 지반이 꺼져, 침수 속출, 고립 속출, 정전 속출, 단수 속출, 붕괴 속출, 전도 속출, 범람 속출
  `),
  ongoing: words(`
    구조 중, 구조중, 구조 작업, 구조 진행, 구조하고, 구조됐, 구조돼, 구조했, 구조에 나, 구조선, 인명 구조, 수색 중, 수색중, 수색 작업, 수색에 나,
    수색하고, 진화 중, 진화중, 진화 작업, 진화에 나, 진화하고, 대피 중, 대피중, 대피하고, 대피했, 긴급 대피, 대피령, 대피 명령, 빠져나왔, 탈출했,
    전면 통제, 통제 중, 통제중, 통제됐, 통제되고, 통제하고, 복구 중, 복구중, 복구 작업, 복구에 나, 복구하고, 수습 중, 수습중, 수습에 나,
    병원 이송, 병원으로 이송, 병원으로 옮겨, 병원에 옮겨, 응급 이송, 치료 중, 치료를 받고, 치료받고, 급수차를, 대응 1단계, 대응 2단계, 대응 3단계,
    비상 1단계, 비상 2단계, 비상 3단계, 역학조사 중, 역학조사 진행, 역학조사 착수, 역학조사에 착수, 역학조사에 나, 사고수습본부, 사고대책본부, 갇혀, 갇힌,
    연락 두절, 확산 중, 확산중, 번지고, 운행 중단, 운행이 중단, 운행이 전면 중단, 무정차 통과, 방제작업 중, 방제 작업, 배수 작업, 살처분 중, 살처분 진행, 복구가 지연, 복구가 늦어, 구조가 지연,
    진화가 지연, 진화에 어려움, 원인을 파악, 원인 파악 중, 투입해, 투입하, 투입돼, 투입됐, 총동원, 출동해, 출동했, 격리 조치, 격리 중, 오도 가도, 수기로,
    예비 회선, 대체 회선, 비상 급수, 생수를 공급, 차단된 상태, 통제된 상태, 중단된 상태, 마비된 상태, 대피한 상태, 고립된 상태, 빠져나오지 못, 검거 작전, 나오지 않고 있, 안 나오고 있, 끊긴 채, 끊긴 상태, 임시 숙소로, 임시 거처로, 음용 중단, 음용을 중단, 원인 조사 중, 원인을 조사, 접촉자 조사, 검사 중, 검사하고
  `),
  fresh: words(
    '속보, 긴급, 오늘, 금일, 이날, 방금, 현재, 어제, 전일, 금주, 새벽, 오전, 오후, 밤사이, 밤새, 간밤',
  ),
  imagined: words(`
    우려, 가능성, 훈련, ^대비, 예방, 발생 시, 발생시, 경우, 모의, 가상, 전망, 예상, 예고, 예정, 예보, 할 위험, 될 위험, 질 위험, 날 위험, 중단 위기, 마비 위기, 붕괴 위기, 될 위기, 할 위기, 질 위기,
    위기에 놓, 위기에 처, 위기에 몰, 대책 마련, 대응체계, 매뉴얼, 수 있
  `),
  remote: words(`
    지난해, 작년, 전년, 재작년, 지난달, 지난 달, 년 전, 개월 전, 달 전, 년간, 년째, 개월간, 달간, 올해, 올 들어, 이달 들어, 한 해, 연간, 연평균, 매년,
    해마다, 올여름, 올겨울, 올봄, 올가을, 상반기, 하반기, 분기, 통계, 누적, 당시, 과거, 유족, 유가족, 추모, 재발, 소송, 패소, 판결, 배상, 국정감사, ^국감, 행정사무감사, ^행감, 감사원, 감사 결과,
    감사에서, 질의, 시정질문, 지적, 처벌
  `),
  latent: words(`
    우려, ^대비, 예방, 방지, 필요, 시급, 대책, 점검, 빈번, 잇단, 잇따, 전년, 지난해, 작년, 가능성, 예상, 전망, 노후, 취약,
    수립, 철저, 강화, 이후, 계기, 사례, 통계, 매년, 해마다, 반복, 재발, 훈련, 논란, 지적, 책임, 보상, 개선, 검토, 비판,
    증가, 민원, 년간, 년째, 건수, 최근, 미흡, 미비, 부족, 부실, 부재, 지연, 방치, 요구, 촉구, 갈등, 반발, 의혹
  `),
  notLatent: words(`
    민원·, ·민원 시스템, 민원 시스템, 민원시스템, 민원 행정, 민원·행정, 민원 발급, 민원발급, 민원 서류, 민원서류, 민원 창구, 민원창구, 민원실, 민원 업무, 민원업무, 점검하던, 점검 도중, 점검 중이던, 점검 작업 중
  `),
  newsDays: 3,
  handOver: [
    {
      words: words('식중독, 복통, 구토, 폐렴 환자, 의심환자, 집단감염, 확진, 감염병, 역학조사, 노로바이러스'),
      department: '시민건강국',
    },
    { words: words('^테러, ^폭탄, 북한군, 무인기, 미사일, 공습, 민방위'), department: '비상기획관' },
    {
      words: words(
        '^화재, 산불, 큰불, 불이 나, 불이 났, 불길, 진화, 폭발, 누출, 구조, 수색, 매몰, 갇혀, 갇힌, 익사, 질식, 깔려',
      ),
      department: '소방재난본부',
    },
    {
      words: words('전산, 행정망, 통신망, 인터넷망, 서버, 시스템, 홈페이지, 누리집, 사이트, ^해킹'),
      department: '스마트도시정책관',
    },
  ],
  handOverElse: '안전총괄실',
  followUp: {
    title: '{title} 수습 이후 사후관리 필요',
    summary:
      '위기로 인계한 이슈({number})의 수습 이후 보상, 책임 소재, 재발 방지와 유사시설 점검을 관리할 필요',
    risks: [
      '피해 보상이 지연될 경우 갈등 우려',
      '책임 소재와 관리 부실에 대한 의회·감사 지적 우려',
      '재발 방지 대책이 미흡할 경우 비판 우려',
      '유사시설 점검 필요',
    ],
  },
} as const satisfies CrisisPolicy;
