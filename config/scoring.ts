import type { FactorName, Grade, Level } from '#issues/vocabulary.js';
import type { Label } from './channels.js';
import { DISTRICT_NAMES } from './districts.js';
import { words } from './words.js';

/** Words that speak for one level of a factor. `^` = only at the beginning of a word (`^화재`, not 문`화재`). */
export interface WordEvidence {
  level: Level;
  words: readonly string[];
  /** Phrases that contain one of the words and mean something else. */
  except?: readonly string[];
  /** They say nothing where the title is a trifle's (`trifles`). */
  notOfTrifles?: true;
}

export interface FactorPolicy {
  /** Share of the whole in points; the ten add up to 100. */
  weight: number;
  label: Label;
  /** What levels 1 to 5 mean. */
  anchors: readonly [Label, Label, Label, Label, Label];
  /** The machine sets levels up to here; what it finds above, it proposes and asks for. */
  autoUpTo: Level;
  /** The same for words of the text alone, where they are weaker evidence than signals, figures or dates. */
  wordsUpTo: Level;
  words: readonly WordEvidence[];
}

/** "At least this much is this level", smallest first. */
export type Ladder = readonly { atLeast: number; level: Level }[];

export interface ScoringPolicy {
  version: string;
  /** First day on which the version applies. */
  effectiveFrom: string;
  factors: Readonly<Record<FactorName, FactorPolicy>>;
  /** As people read them; never the disaster law's 관심·주의·경계·심각. */
  grades: Readonly<Record<Grade, Label>>;
  /** Words in the notes (※) are background: they lift no factor above this level. */
  notesUpTo: Level;
  /** A title is a trifle's when it ends in one of the matters, whatever is asked about it behind that (위치 변경 요청). */
  trifles: { matters: readonly string[]; asks: readonly string[] };
  /** Points (0–100) from which a grade applies, heaviest first; below the last one `low`. */
  thresholds: readonly { atLeast: number; grade: Grade }[];
  /** At least this grade when every named factor has reached its level. */
  floors: readonly { when: Readonly<Partial<Record<FactorName, Level>>>; grade: Grade; reason: string }[];
  grid: {
    impact: readonly Label[];
    likelihood: readonly Label[];
    /** Product impact × likelihood (1–25) from which a grade applies. */
    bands: readonly { atLeast: number; grade: Grade }[];
  };
  /** The heaviest grade that is borne without measures: usually, and by lead department (its id). What is heavier is flagged. */
  appetite: { usual: Grade; departments: Readonly<Record<string, Grade>> };
  vulnerable: {
    groups: readonly { name: string; words: readonly string[] }[];
    hardship: readonly string[];
    survival: readonly string[];
  };
  reach: {
    districtNames: readonly string[];
    /** Number of districts concerned; of people; of complaints in the period. */
    districts: Ladder;
    people: Ladder;
    /** How many people one of what is counted stands for; 1 where nothing is said. */
    units: readonly { unit: string; people: number }[];
    complaints: Ladder;
    /** A rise counts only against a baseline, and from a minimum count on. */
    surge: { ratio: number; minimum: number; level: Level };
  };
  budget: {
    /** In 억원 (100 million won). */
    amount: Ladder;
    /** An amount counts when one of these stands within `within` characters of it. */
    cues: readonly string[];
    within: number;
  };
  press: {
    /** Different national outlets that make "several majors". */
    severalOutlets: number;
    /** "For days": national items on this many different days … */
    days: number;
    /** … and this many items, or this many of them front pages and headlines. */
    items: number;
    prominent: number;
    prominentKinds: readonly string[];
  };
  council: { concentratedRequests: number; partyStatements: number };
  /** Days between the first and the last signal. */
  persistence: { span: Ladder; years: Ladder };
  /** A signal of the last so many days shows that the matter is under way. */
  underWay: { days: number; level: Level };
  /** Whole months from today's month to the expected one; `dated` where the day is known. */
  imminence: readonly { within: number; level: Level; dated?: Level }[];
  /** Departments that have to act. */
  controllability: { departments: Ladder };
}

/**
 * What is contested has been criticised somewhere, may be taken up by others, and is no longer the business of one unit alone: the
 * second level of the factors that speak of that, where nothing says more.
 */
const CONTESTED = words(`
  논란, 반발, 반대, 비판, 지적, 의혹, 불만, 불안, 민원, 갈등, 대립, 시비, 혼선, 혼란, 혼잡, 차질, 호소, 우려, 공정성, 형평성, 특혜, 비리, 부실, 소송, 집회, 농성,
  요구, 부족, 적발, 징계, 과열, 반복, 사고, 피해, 미흡, 체불, 부정, 유출, 노출, 미지급, 위반, 마비, 누락, 먹통, 끊길, 끊겨, 끊김
`);

/** What nature and the season bring: it comes again, is in the news, and one unit alone does not stop it. */
const HAZARDS = words(`
  ^가뭄, ^봄가뭄, ^가을가뭄, ^겨울가뭄, ^폭염, 열대야, ^한파, 강추위, ^황사, 미세먼지, ^오존, 녹조, ^폭설, ^대설, ^폭우, ^호우, 집중호우, ^장마, ^태풍, ^지진, 풍수해, ^산불, 감염병, 전염병,
  집단감염, 노로바이러스, 말라리아, 뎅기, 인플루엔자, 독감, 구제역, 돼지열병, 럼피스킨, 대정전, 블랙아웃, 전력수급, 전력 수급, 제한급수, 급수 제한
`);
/** A place or thing that has its name from one, and what is short of something else than water. */
const NOT_HAZARDS = [
  ...words(`
    한파쉼터, 한파 쉼터, 폭염쉼터, 폭염 쉼터, 미세먼지 신호등, 미세먼지 마스크, 황사마스크, 거래 가뭄, 매물 가뭄, 분양 가뭄, 인재 가뭄, 일감 가뭄, 일자리 가뭄,
    자금 가뭄, 투자 가뭄, 득점 가뭄
  `),
  // Not that of 산골.
  ' 골 가뭄',
];
/** Of these, what everybody in the city feels, */
const CITY_WIDE = words(`
  ^가뭄, ^봄가뭄, ^가을가뭄, ^겨울가뭄, ^폭염, 열대야, ^한파, 강추위, ^황사, 미세먼지, ^오존, ^태풍, ^지진, 감염병, 전염병, 대정전, 블랙아웃, 전력수급, 전력 수급, 제한급수, 급수 제한
`);
/** and what does not stop at its border. */
const ACROSS_BORDERS = words(`
  ^가뭄, ^봄가뭄, ^가을가뭄, ^겨울가뭄, ^황사, 미세먼지, ^오존, 녹조, 감염병, 전염병, 말라리아, 뎅기, 인플루엔자, 구제역, 돼지열병, 럼피스킨, 대정전, 블랙아웃, 전력수급, 전력 수급
`);

/**
 * Policy version 2026-1. Weights, anchors, thresholds and floors: table of the office's reviewer (plausible defaults, not
 * measured). Experienced officers first raise `press` before an election and `legalAudit` in October and November: as a new
 * version, not as a switch. Words and ladders: reading of the anchors, [J] throughout.
 */
export const SCORING = {
  version: '2026-1',
  effectiveFrom: '2026-01-01',
  factors: {
    safety: {
      weight: 20,
      label: { ko: '시민 안전·생명', en: "Citizens' safety and life" },
      anchors: [
        { ko: '관련 없음', en: 'none' },
        { ko: '생활 불편, 경미한 부상 가능', en: 'minor injury possible' },
        { ko: '치료가 필요한 부상 가능', en: 'injuries needing care' },
        { ko: '중상·사망 가능, 유사 사고 이력', en: 'death possible, has happened elsewhere' },
        {
          ko: '다수 사상 가능, 또는 시에서 사망 이력',
          en: 'many casualties possible, or deaths in this city before',
        },
      ],
      // Never set 4 or 5 by machine: one false 매우 높음 costs a year of trust.
      autoUpTo: 3,
      wordsUpTo: 3,
      words: [
        { level: 5, words: words('참사, 압사, 다수 사상, 집단 사망, 대형 인명, 대규모 인명, 대형 참변') },
        {
          level: 4,
          words: words(`
            사망, 숨지, 숨져, 숨진, 중상, 심정지, 인명피해, 인명 피해, 자살, 극단적 선택, 붕괴, 무너, 추락, 질식,
            감전, 폭발, 매몰, 익사, 실종, 끼임, 산사태, 탈선, ^화재, 대형화재, 주택화재, 공장화재, 불이 나, 불이 날, 불길,
            ^인파, 운집, 다중밀집, 중증환자, 중증 환자, 응급진료, 응급의료, 치명률, 고립될 경우, 고독사, 흉기, 구조물 전도, 부실시공, 부실 시공, 철근, 저체온증
          `),
          except: words(
            '매몰비용, 매몰 비용, 화재공제, 화재보험, 화재 공제, 화재 보험, 신뢰도 추락, 신뢰 추락, 지지율 추락, 위상 추락, 가격 추락, 폭발적, 시장 붕괴, 신뢰 붕괴, 신뢰가 무너, 상권 붕괴',
          ),
        },
        {
          level: 3,
          words: words(`
            부상, 다쳐, 다친, 골절, ^화상, 식중독, 온열질환, 감염, 코로나, 중독, 침수, 범람, 고립, 폭우, 호우,
            지반침하, 싱크홀, 함몰, 땅꺼짐, 꺼짐, 꺼지는, 균열, 낙하, 누출, ^정전, 전복, 충돌, 급발진, 과밀, 안전사고, 사고,
            노로바이러스, 말라리아, 뎅기, ^황사, 미세먼지, 대정전, 블랙아웃, 블랙아이스, 낙상, 결빙, 빙판, 미끄러, 넘어짐, ^한파, 강추위, ^폭염, 폭설, 대설, ^강설, ^제설, 환자, 응급실, 독감, 의료 공백, 진료 중단,
            안전등급, 안전 등급, 안전진단, 누수, 동파, 오수, 폐수, 체벌, D등급, E등급, 기울어, 스프링클러, 소방시설, 학대, 방임, 폭행, 범죄, 녹물, 붉은 물, 탁한 물, 탁수
          `),
          except: words(
            '급부상, 부상하, 화상회의, 화상 회의, 사회적 고립, 사고방식, 인사고과, 의견 충돌, 이해충돌, 이해 충돌',
          ),
        },
        {
          level: 2,
          words: words(`
            위험, 유해, 위생, 노후, 악취, 소음, 진동, 먼지, 해충, 벌레, 빈대, 러브버그, 유충, 안전 우려, 안전관리, 안전 관리,
            안전 점검, 안전점검, 불안, 보행 불편, 통행 불편, 혼잡, 마비, 교통난, 대란, 파업, 단수, 수거 차질, 파손
          `),
          except: ['위험요인', '노후 준비', '노후준비', '노후 소득'],
        },
        { level: 2, words: HAZARDS, except: NOT_HAZARDS },
      ],
    },
    vulnerable: {
      weight: 8,
      label: { ko: '취약계층 영향', en: 'Vulnerable groups' },
      anchors: [
        { ko: '없음', en: 'none' },
        { ko: '일부 간접', en: 'few, indirect' },
        { ko: '한 집단 직접', en: 'one group directly' },
        { ko: '여러 집단 또는 생계·돌봄 중단', en: 'several groups, or livelihood or care cut' },
        { ko: '생존에 직결', en: 'survival at stake' },
      ],
      autoUpTo: 4,
      wordsUpTo: 4,
      // Read by groups, below.
      words: [],
    },
    reach: {
      weight: 10,
      label: { ko: '영향 범위', en: 'Reach' },
      anchors: [
        { ko: '특정 시설·수십 명', en: 'one site' },
        { ko: '한 자치구·수천 명', en: 'one district' },
        { ko: '여러 자치구·수만 명', en: 'several districts' },
        { ko: '시민 상당수·수십만 명', en: 'hundreds of thousands' },
        { ko: '시 전역 매일 체감', en: 'whole city, daily' },
      ],
      autoUpTo: 5,
      wordsUpTo: 4,
      words: [
        {
          level: 5,
          words: words(
            '시 전역, 서울 전역, 전 시민, 모든 시민, 전 자치구, 25개 자치구, 25개 구, 시민 대다수, 모든 가구, 전 가구, 전체 가구',
          ),
        },
        {
          level: 4,
          words: words(`
            수십만, 시민 상당수, 대규모 시민, 출퇴근길, 출근길, 수도권, 대란, ^지하철, 시내버스, 도시철도, 전 노선, 전 구간, 수도요금, 요금 인상,
            공공요금, 재산세, 수돗물, 쓰레기 수거
          `),
        },
        { level: 4, words: CITY_WIDE, except: NOT_HAZARDS, notOfTrifles: true },
        { level: 3, words: HAZARDS, except: NOT_HAZARDS, notOfTrifles: true },
        {
          level: 3,
          words: words(`
            여러 자치구, 다수 자치구, 개 자치구, 자치구별, 자치구마다, 수만 명, 일대, 곳곳, 대중교통, 버스, 택시, 도심, 대규모, 터널, 교량, 고가도로, 고가차도, 지하차도,
            간선도로, 승강장, 상수도, 반지하, 공공서비스, 예약시스템, 관광특구, 정보시스템, 응급실, 응급진료, 단수, ^정전, 단전, 급수 중단, 난방 중단, 시민 불편, 시민 혼란, 시민 불안, 시민 반발, 이면도로, 고갯길, 개인정보
          `),
          except: ['버스킹'],
        },
        {
          level: 2,
          words: words(`
            자치구, 수천 명, 주민, 이용자, 이용객, 회원, 입주자, 세입자, 신청자, 대기자, 탈락자, 예정자, 소상공인, 차주, 어르신, 장애인, 아동, 청년, 학부모, 학생, 환자, 상인, 관광객, 승객, 보행자, 운전자, 시민 이용, 아파트, 종사자,
            노동자, 시민
          `),
          except: words('시민대학, 시민단체, 시민청'),
        },
        { level: 2, words: CONTESTED },
      ],
    },
    budget: {
      weight: 8,
      label: { ko: '재정 부담', en: 'Fiscal burden' },
      anchors: [
        { ko: '1억원 미만', en: 'below 100 million won' },
        { ko: '10억원 미만', en: 'below 1 billion won' },
        { ko: '100억원 미만 또는 전용 필요', en: 'below 10 billion won, or reallocation' },
        { ko: '1,000억원 미만 또는 추경 필요', en: 'below 100 billion won, or supplementary budget' },
        { ko: '1,000억원 이상, 다년 재정 영향', en: '100 billion won or more, several years' },
      ],
      autoUpTo: 5,
      wordsUpTo: 4,
      words: [
        { level: 5, words: ['재정 파탄', '다년간 재정', '재정위기', '재정 위기'] },
        {
          level: 4,
          words: words(
            '추경, 추가경정, 누적 적자, 재정 부담 가중, 대규모 예산, 예비비, 전액 삭감, 무임수송, 재정난, 부도',
          ),
        },
        {
          level: 3,
          words: words(`
            예산 전용, 적자, 재정 부담, 재정부담, 예산 부족, 예산이 부족, 예산 미확보, 예산 미반영, 예산이 반영되지, 예산 삭감, 예산이 줄, 사업비 증가, 공사비 증가,
            공사비 증액, 사업비가, 공사비가, 재정지원, 국비 지원, 세수 부족, 보증금, 요금 인상, 임금 인상, 인상률, 준공영제, 손실 보전, 손실 지원
          `),
        },
        {
          level: 2,
          words: words(
            '예산, 사업비, 공사비, 보조금, 지원금, 수당, 교체, 설치, 보강, 보수, 확충, 환수, 배상, 보상, 국비, 입찰, 위탁',
          ),
        },
      ],
    },
    legalAudit: {
      weight: 12,
      label: { ko: '법적·감사 책임', en: 'Legal and audit liability' },
      anchors: [
        { ko: '없음', en: 'none' },
        { ko: '절차 미흡 지적 가능', en: 'procedural remark' },
        { ko: '주의·시정 처분 예상, 분쟁 소지', en: 'caution or correction likely, dispute possible' },
        {
          ko: '기관경고·징계·소송 또는 2년 연속 지적',
          en: 'warning, discipline, lawsuit, or repeated finding',
        },
        { ko: '형사 책임·위법 소지 명백, 감사원·수사', en: 'criminal liability, clear illegality' },
      ],
      // Never set 4 or 5 by machine.
      autoUpTo: 3,
      wordsUpTo: 3,
      words: [
        {
          level: 5,
          words: words(
            '감사원, ^위법, ^수사, 검찰, ^고발, ^기소, ^입건, 구속, 형사, 압수수색, 횡령, 배임, 뇌물, 직권남용, 중대재해처벌, 금품 수수',
          ),
          // "작년의 2배임": how reports end, and no crime.
          except: [
            ...words(
              '구속력, 수사 인력, 수사 결과 무혐의, 두 배임, 두배임, 세 배임, 세배임, 네 배임, 몇 배임',
            ),
            ...Array.from('0123456789', (digit) => `${digit}배임`),
          ],
        },
        {
          level: 4,
          words: words(
            `
            소송, 손해배상, 행정심판, 가처분, 헌법소원, 위헌, 국가배상, 기관경고, ^징계, 감사청구, 감사 청구, 2년 연속, 반복 지적, ^유용, 비리, 담합,
            부정수령, 부정 수급, 부정수급, 개인정보 유출, 정보 유출, 정보가 외부에 유출, 개인정보가 유출,
            개인정보 노출, 개인정보가 노출, 회원정보 유출, 개인정보보호위원회, 개인정보 침해, 해킹, 불법 하도급, 경찰, 중대재해, 중대시민재해, 유착
          `,
          ),
        },
        {
          level: 3,
          words: words(`
            시정명령, 시정 명령, 시정요구, 시정 요구, 주의 처분, 행정처분, 과태료, 과징금, 분쟁, 특혜, 부당, 불공정, 공정성, 이해충돌,
            이해관계, 계약 위반, 협약 위반, 위반, 이의신청, 감사 지적, 감사에서 지적, 의혹, 적발, 부적정, 독점, 갈등, 농성, 쟁의, 파업, 해지, 경매,
            보증금, 강제철거, 고용 승계, 고용승계, 위탁 종료, 계약 종료, 유출, 노출, 미지급, 지급되지 않, 청렴도, 부패, 공직기강, 사망, 숨져, 숨진, 책임이 제기, 관리 책임, 관리·감독 소홀, 인명피해, 인명 피해, 붕괴
          `),
        },
        {
          level: 2,
          words: words(`
            절차 미흡, 절차 위반, 규정 미비, 근거 미비, 근거 부족, 지적사항, 관리 소홀, 관리소홀, 점검 소홀,
            관리 부실, 형식적, 지침 미비, 조례 미비, 수의계약, 지적, 미이행, 이행이 미흡, 반발, 반대, 미흡, 미비, 위탁 만료, 재위탁, 의무, 책임, 제보,
            점검 필요, 오류, 논란, 안전등급
          `),
        },
        { level: 2, words: CONTESTED },
      ],
    },
    council: {
      weight: 10,
      label: { ko: '의회·정치 쟁점도', en: 'Council and politics' },
      anchors: [
        { ko: '언급 없음', en: 'none' },
        { ko: '개별 문의·자료요구 1~2건', en: 'single enquiry' },
        { ko: '상임위 질의, 서면질문', en: 'committee question' },
        { ko: '시정질문·자료요구 집중·예산 연계', en: 'plenary question, tied to budget' },
        { ko: '조사특위·국감·정당 공방', en: 'special inquiry, national audit, party fight' },
      ],
      autoUpTo: 5,
      // A mention is not a question asked: above 3 only signals count.
      wordsUpTo: 3,
      words: [
        {
          level: 5,
          words: words(
            '조사특위, 행정사무조사, 국정조사, 국정감사, ^국감, 여야 공방, 정당 공방, 여야가, 여야 대립',
          ),
        },
        {
          level: 4,
          words: words(
            '시정질문, 행정사무감사, ^행감, 예산 삭감, 예산삭감, 전액 삭감, ^예결위, 예산안 심의, 예산 심의, 의회의 집중',
          ),
        },
        {
          level: 3,
          words: words(
            '상임위, 서면질문, 5분자유발언, 5분 자유발언, 시의회 질의, 시의회에서, 정치권, 조례안, 법 개정, 감사원, 파업, 요금 인상, 특혜',
          ),
        },
        {
          level: 2,
          words: words(
            '시의회, 시의원, 국회, ^의회, 자료요구, 요구자료, 논란, 비판, 반발, 지적, 불안, 불만, 우려, 불편, 차질, 대책, 공약, 예산, 형평성, 책임, 의혹, 갈등, 집회, 조례, 감사에서, 요구, 개인정보 유출',
          ),
        },
        { level: 2, words: HAZARDS, except: NOT_HAZARDS, notOfTrifles: true },
        { level: 2, words: CONTESTED },
      ],
    },
    press: {
      weight: 12,
      label: { ko: '언론 확산도', en: 'Press' },
      anchors: [
        { ko: '없음', en: 'none' },
        { ko: '지역·인터넷 단발', en: 'local, once' },
        { ko: '중앙지·방송 1회', en: 'national once' },
        { ko: '주요 언론 연속·기획·사설', en: 'several majors, series, editorial' },
        { ko: '1면·주요뉴스 연일, 온라인 확산', en: 'front page for days' },
      ],
      autoUpTo: 5,
      wordsUpTo: 3,
      words: [
        { level: 5, words: ['연일 보도', '1면 보도'] },
        {
          level: 4,
          words: words(
            '주요 언론, 집중 보도, 연속 보도, 기획보도, 기획 보도, 언론의 집중, 파업, 참사, 개인정보 유출, 회원정보 유출, 해킹, 전세사기',
          ),
        },
        {
          level: 3,
          words: words(`
            언론 보도, 언론보도, 방송 보도, 온라인 확산, 온라인에 확산, 언론사, 파업, 참사, 대란, 사망, 숨져, 숨진, 붕괴, 횡령, 개인정보, 회원정보, 해킹, 특혜, 요금 인상,
            전세사기, 강제철거, 감사원, 공분
          `),
        },
        {
          level: 2,
          words: words(
            'SNS, 온라인 커뮤니티, 유튜브, 언론, 여론, 논란, 비판, 의혹, 불만, 반발, 우려, 불편, 지적, 민원, 혼선, 혼란, 차질, 집회, 사고, 불안, 갈등, 돌봄 공백',
          ),
          except: words('유튜브 채널, 공식 유튜브'),
        },
        { level: 2, words: HAZARDS, except: NOT_HAZARDS, notOfTrifles: true },
        { level: 2, words: CONTESTED },
      ],
    },
    persistence: {
      weight: 8,
      label: { ko: '지속·반복성', en: 'Persistence' },
      anchors: [
        { ko: '처음, 일회', en: 'first time' },
        { ko: '수년 전 유사', en: 'years ago' },
        { ko: '해마다 또는 1개월 이상', en: 'yearly, or a month' },
        { ko: '3개월 이상 또는 반복 지적', en: 'a quarter, or repeated' },
        { ko: '수년째 미해결·구조적', en: 'unsolved for years' },
      ],
      autoUpTo: 5,
      wordsUpTo: 5,
      words: [
        {
          level: 5,
          words: words('수년째, 수년간, ^고질, 구조적, ^만성, 장기 미해결, 장기미집행, 미해결, 십수 년'),
          except: ['구조적 안전', '만성질환', '만성 질환'],
        },
        {
          level: 4,
          words: words(
            '지속적 이슈, 지속 제기, 논란 지속, 지속적인 민원, 지속적인 논란, 장기화, 장기간, 상습, 반복 지적, 반복적, 거듭, 수개월, 재차, 되풀이, 여러 차례, 세 차례, 네 차례, 2년 연속, 방치, 미이행, 지연이 계속',
          ),
        },
        {
          level: 3,
          words: words(`
            해마다, 매년, ^반복, 재발, 빈번, 잇단, 잇따, 끊이지, 여전히, 계속되, 지속되, 지속 발생, 지속적으로, 지속 필요, 전년 대비, 급증, 폭증, 이어지, 이어져, 이어짐, 이어가, 두 차례, 지난해,
            작년, 연말, 늦어지, 늦어져, 늦어짐, 지연, 노후, 증가, 늘어, 늘고, 부족, 미흡, 저조, 누적, 수년
          `),
          except: ['재발 방지', '재발방지'],
        },
        {
          level: 2,
          words: words('수년 전, 과거에도, 예전에도, 재발 방지, 재발방지, 또다시, 갈등, 논란, 고질, 재현'),
        },
        { level: 3, words: HAZARDS, except: NOT_HAZARDS, notOfTrifles: true },
        { level: 2, words: CONTESTED },
      ],
    },
    imminence: {
      weight: 7,
      label: { ko: '시기 임박성', en: 'Imminence' },
      anchors: [
        { ko: '시기 불명', en: 'no date' },
        { ko: '6개월 뒤', en: 'in 6 months' },
        { ko: '2~3개월 뒤', en: 'in 2–3 months' },
        { ko: '다음 달, 시기 추정', en: 'next month, likely' },
        { ko: '다음 달, 날짜 확정 또는 진행 중', en: 'next month, dated, or under way' },
      ],
      autoUpTo: 5,
      wordsUpTo: 5,
      // Read from the expected month, below; these words only say that it will not wait.
      words: [
        {
          level: 4,
          words: words(`
            진행 중, 진행되, 진행됨, 이어지, 이어져, 이어짐, 이어가, 잇따, 확산, 농성, 사태, 계속되, 늘고 있, 커지, 커짐, 대립, 요구가 커,
            드러나, 드러난, 드러남, 알려져, 조사에 착수, 수사에 착수, 달째, 결렬, 임박, 코앞, 다음 달, 내달
          `),
        },
        {
          level: 3,
          words: words(`
            시급, 즉시, 조속, 긴급, 예고, 앞두고, 만료, 종료, 논란, 반발, 불만, 비판, 의혹, 적발, 지적, 우려, 잇단, 반복, 되풀이, 증가, 지연
          `),
        },
      ],
    },
    controllability: {
      weight: 5,
      // Scored as difficulty, so that every factor raises the score.
      label: { ko: '통제 곤란도', en: 'Difficulty of control' },
      anchors: [
        { ko: '한 부서가 바로 조치', en: 'one unit, at once' },
        { ko: '실·국 내 조정', en: 'within the bureau' },
        { ko: '여러 실·국 협의', en: 'several bureaus' },
        { ko: '자치구·중앙부처·민간 동의 필요', en: "needs others' consent" },
        { ko: '법령 개정·외부 결정에 의존', en: 'depends on law or outsiders' },
      ],
      autoUpTo: 5,
      wordsUpTo: 5,
      words: [
        {
          level: 5,
          words: words(
            '법 개정, 법률 개정, 법령 개정, 시행령 개정, 법령개정, 특별법, 헌법재판소, 대법원, 선고, 규제 완화, 규제완화, 규제 해소, 당정, 국비, 법원, 소송, 경찰, 감사원, 검찰, ^수사',
          ),
        },
        {
          level: 4,
          words: words(`
            정부, 중앙부처, 국토교통부, 국토부, 환경부, 복지부, 행정안전부, 행안부, 고용노동부, 국회, 교육청, 경기도,
            인천시, 자치구, ^노조, 노동조합, 민간사업자, 민간 사업자, 토지주, 토지 소유, 건물주, 주민 동의, 주민 반대,
            조합, 교섭, 쟁의, 파업, 사업자, 수탁, 법인, 업체, 시공사, 소유자, 임대인, 입주자, 세입자, 상인, 주민, 의료진, 전문의, 협회, 한전, 민간,
            단지, 시민단체, 집회, 동호회, 교통공사, 노동자, 운영사
          `),
        },
        {
          level: 3,
          words: words(
            '관계 부서, 관련 부서, 여러 부서, 부서 간, 부서간, 합동점검, 소관 불명, 교통 통제, 대규모, 인파, 운집, 종합대책, 예산',
          ),
        },
        { level: 2, words: words('인력 부족, 공정 지연, 담당 부서, 공사, 점검, 시설, 시스템, 민원') },
        { level: 4, words: ACROSS_BORDERS, except: NOT_HAZARDS, notOfTrifles: true },
        { level: 3, words: HAZARDS, except: NOT_HAZARDS, notOfTrifles: true },
        { level: 2, words: CONTESTED },
      ],
    },
  },
  grades: {
    critical: { ko: '매우 높음', en: 'Critical' },
    high: { ko: '높음', en: 'High' },
    moderate: { ko: '보통', en: 'Moderate' },
    low: { ko: '낮음', en: 'Low' },
  },
  notesUpTo: 3,
  trifles: {
    matters: words(`
      문의, 안내, 오타, 오기, 오탈자, 맞춤법, 게시, 홍보, 위치, 방법, 서체, 글꼴, 글씨, 글자, 색상, 디자인, 도안, 문구, 명칭, 포스터, 안내문, 안내판, 현수막, 리플릿,
      홍보물, 홍보영상, 게시물
    `),
    asks: words('문의, 건의, 요청, 제안, 의견, 변경, 수정, 정정, 개선, 교체, 통일, 크기, 접수'),
  },
  thresholds: [
    { atLeast: 65, grade: 'critical' },
    { atLeast: 45, grade: 'high' },
    { atLeast: 25, grade: 'moderate' },
  ],
  // Without them a sum of ten factors hides a single deadly one.
  floors: [
    {
      when: { safety: 5, imminence: 4 },
      grade: 'critical',
      reason: '시민 안전·생명 5단계이고 시기가 임박(4단계 이상)',
    },
    { when: { safety: 5 }, grade: 'high', reason: '시민 안전·생명 5단계' },
    {
      when: { safety: 4, imminence: 4 },
      grade: 'high',
      reason: '시민 안전·생명 4단계 이상이고 시기가 임박(4단계 이상)',
    },
    { when: { legalAudit: 5 }, grade: 'high', reason: '법적·감사 책임 5단계' },
    {
      when: { press: 5, council: 4 },
      grade: 'high',
      reason: '언론 확산도 5단계이고 의회·정치 쟁점도 4단계 이상',
    },
  ],
  grid: {
    impact: [
      { ko: '미미', en: 'negligible' },
      { ko: '작음', en: 'minor' },
      { ko: '보통', en: 'moderate' },
      { ko: '큼', en: 'major' },
      { ko: '매우 큼', en: 'severe' },
    ],
    likelihood: [
      { ko: '거의 없음', en: 'rare' },
      { ko: '낮음', en: 'unlikely' },
      { ko: '보통', en: 'possible' },
      { ko: '높음', en: 'likely' },
      { ko: '거의 확실', en: 'almost certain' },
    ],
    bands: [
      { atLeast: 20, grade: 'critical' },
      { atLeast: 12, grade: 'high' },
      { atLeast: 6, grade: 'moderate' },
    ],
  },
  appetite: { usual: 'moderate', departments: {} },
  vulnerable: {
    groups: [
      {
        name: '어르신',
        words: words('어르신, 노인, 고령, 독거, 경로당, 요양, 치매'),
      },
      { name: '장애인', words: ['장애인', '휠체어', '교통약자', '발달장애'] },
      {
        name: '아동·청소년',
        words: words('아동, 어린이, 영유아, 청소년, 초등, 학생, 보육, 유치원, 돌봄교실, 방과 후, 키움센터'),
      },
      {
        name: '저소득층',
        words: words(
          '저소득, 기초생활, 수급자, 차상위, 쪽방, 노숙인, 취약계층, 반지하, 고시원, 임대주택, 고립가구',
        ),
      },
      { name: '이주민', words: ['이주민', '외국인 노동자', '다문화', '이주노동자'] },
      { name: '한부모·임산부', words: ['한부모', '임산부', '산모', '미혼모'] },
      {
        name: '노동자',
        words: words('노동자, 비정규직, 플랫폼 노동, 종사자, 특수고용, 프리랜서, 경비원, 요양보호사'),
      },
      { name: '소상공인', words: ['소상공인', '자영업', '영세', '노점상', '골목상권'] },
      { name: '환자', words: ['환자', '정신질환', '희귀질환', '중독자'] },
      { name: '세입자', words: words('세입자, 임차인, 보증금, 청년주택, 청년안심주택, 강제철거, 철거민') },
      { name: '피해자', words: ['학대', '가정폭력', '성폭력', '전세사기', '스토킹'] },
    ],
    hardship: words(`
      생계, 돌봄 공백, 돌봄공백, 돌봄 중단, 운영 중단, 서비스 중단, 서비스가 중단, 돌봄이 중단, 돌봄이 끊, 급여 중단, 지급 중단, 지급되지 않, 급여 지급 지연, 임금 체불, 체불, 해고,
      고용 승계, 고용승계, 고용 불안, 고용이 불투명, 실직, 퇴거, 강제철거, 보증금, 단수, 단전, 난방 중단, 응급진료, 진료 중단, 위탁 종료, 시설 폐쇄,
      폐원, 미지급, 도산, 폐업, 열악한 노동
    `),
    survival: ['고독사', '동사자', '얼어 죽', '굶', '생존', '아사'],
  },
  reach: {
    districtNames: DISTRICT_NAMES,
    districts: [
      { atLeast: 1, level: 2 },
      { atLeast: 2, level: 3 },
      { atLeast: 10, level: 4 },
      { atLeast: 25, level: 5 },
    ],
    people: [
      { atLeast: 1_000, level: 2 },
      { atLeast: 10_000, level: 3 },
      { atLeast: 100_000, level: 4 },
      { atLeast: 3_000_000, level: 5 },
    ],
    units: [
      // A household has a little over two members, a housing estate some hundreds of homes.
      { unit: '명', people: 1 },
      { unit: '가구', people: 2 },
      { unit: '세대', people: 2 },
      { unit: '단지', people: 1_000 },
      { unit: '학교', people: 500 },
    ],
    complaints: [
      { atLeast: 100, level: 2 },
      { atLeast: 1_000, level: 3 },
      { atLeast: 10_000, level: 4 },
    ],
    surge: { ratio: 1.5, minimum: 30, level: 3 },
  },
  budget: {
    amount: [
      { atLeast: 1, level: 2 },
      { atLeast: 10, level: 3 },
      { atLeast: 100, level: 4 },
      { atLeast: 1_000, level: 5 },
    ],
    cues: words(`
      예산, 사업비, 공사비, 보조금, 지원금, 재정, 추경, 비용, 투입, 적자, 운영비, 보전, 배상, 소요, 부담금, 손실,
      출연금, 위탁금, 보상금, 체납, 세입, 보증금, 전세금, 삭감, 증액, 감액, 늘어, 늘었, 줄어, 감소, 채무, 부채, 융자, 환수, 횡령, 유용, 혐의,
      편성, 용역비, 계약, 반납, 수수료
    `),
    within: 20,
  },
  press: {
    severalOutlets: 3,
    days: 3,
    items: 6,
    prominent: 2,
    prominentKinds: ['front-page', 'broadcast-headline'],
  },
  council: { concentratedRequests: 3, partyStatements: 2 },
  persistence: {
    span: [
      { atLeast: 30, level: 3 },
      { atLeast: 90, level: 4 },
      { atLeast: 730, level: 5 },
    ],
    years: [
      { atLeast: 1, level: 3 },
      { atLeast: 3, level: 5 },
    ],
  },
  underWay: { days: 31, level: 4 },
  imminence: [
    { within: 0, level: 5 },
    { within: 1, level: 4, dated: 5 },
    { within: 3, level: 3 },
    { within: 6, level: 2 },
  ],
  controllability: {
    departments: [
      { atLeast: 2, level: 3 },
      { atLeast: 4, level: 4 },
    ],
  },
} as const satisfies ScoringPolicy;
