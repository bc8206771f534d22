/**
 * The 49 evaluated units (실·본부·국 and the like) of the year 2020 with their published goals and indicators, which stand for
 * their mandate. An EXAMPLE: names have changed several times since; the first task of an administrator is to load the
 * organisation's own chart. Source: the city's written answer to its council, December 2020 (targets and results of the units).
 */
export interface ReferenceDepartment {
  /** Number in the published list. */
  no: number;
  name: string;
  /** False: proposed as lead for its own work only (`config/suggesting.ts`): independent bodies, offices of the mayor and vice mayor. */
  leadEligible: boolean;
  /** True: proposed only for its own operation (its buildings, patients, visitors): hospitals, museums, institutes. */
  ownWorkOnly: boolean;
  mandate: readonly { goal: string; indicators: readonly string[] }[];
}

/** From this day the list is valid in the reference data. */
export const DEPARTMENTS_VALID_FROM = '2020-01-01';

export const DEPARTMENTS = [
  {
    no: 1,
    name: '대변인',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '시정성과 정확히 전달, 시민과 적극 소통으로 열린시정 구현',
        indicators: ['언론매체 시정보도 건수'],
      },
      { goal: '전략적 언론대응 체계 강화로 시정신뢰도 확보', indicators: ['부정확 왜곡보도 대응률'] },
    ],
  },
  {
    no: 2,
    name: '서울혁신기획관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '글로벌 사회혁신 허브도시로의 도약',
        indicators: ['서울혁신파크 입주단체 및 프로그램 지원 건수'],
      },
      { goal: '삶의 방식을 전환하는 정책기반 마련', indicators: ['공유단체·기업 사업 협력 건수'] },
      { goal: '협력적 조정으로 상생 가치 실현', indicators: ['갈등진단 및 조정 (갈등영향 분석) 건수'] },
    ],
  },
  {
    no: 3,
    name: '시민소통기획관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '시민과 함께하는 다양한 소통 활성화', indicators: ['현장 소통 프로그램 시민 참여자수'] },
      {
        goal: '시정참여 확대를 통한 시민 자긍심 고취 및 도시경쟁력 제고',
        indicators: ['시 대표 뉴미디어매체 이용시민참여자 수', '외국인 대상 서울브랜드 확산 건수'],
      },
      { goal: '신속한 민원처리를 통한 민원행정 신뢰도 제고', indicators: ['응답소 민원처리 지연율'] },
    ],
  },
  {
    no: 4,
    name: '청년청',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '청년의 권익증진 및 자립기반 구축', indicators: ['청년수당 연간 지급인원수'] },
      { goal: '청년자치정부 기반 조성', indicators: ['미래인재 역량 강화 교육 만족도'] },
    ],
  },
  {
    no: 5,
    name: '감사위원회',
    leadEligible: false,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '신뢰하는 서울 구현을 위한 시민과 함께 하는 상시감시체계 구축',
        indicators: [
          '사전컨설팅 검토 건수',
          '투자·출연기관 설립목적 활동지원 감사 실시 건수',
          '공직자 비리 조사를 통한 시정, 개선 건수',
        ],
      },
      { goal: '안전 위협 요인 선제적 차단', indicators: ['하도급부조리신고 민원 조치이행률'] },
    ],
  },
  {
    no: 6,
    name: '시민감사옴부즈만위원회',
    leadEligible: false,
    ownWorkOnly: false,
    mandate: [
      { goal: '시민권익구제 강화', indicators: ['직권감사 및 직접조사 처리건수', '시민 권익구제 만족도'] },
    ],
  },
  {
    no: 7,
    name: '서울민주주의위원회',
    leadEligible: false,
    ownWorkOnly: false,
    mandate: [
      { goal: '「민주주의서울」 확대 및 활성화', indicators: ['‘서울민주주의위원회’ 전체회의 개최 횟수'] },
      { goal: '재정운영의 투명성 제고', indicators: ['시민숙의예산 규모'] },
      { goal: '민관 파트너십을 통한 협력적 거버넌스 구축', indicators: ['협치인재 육성 인원'] },
      { goal: '지역사회 시민역량 강화 및 체계적 추진', indicators: ['마을활력소 조성 및 운영 지원 건수'] },
    ],
  },
  {
    no: 8,
    name: '기획조정실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '생산적 시정조정 및 협력기반 구축 강화',
        indicators: ['신속한 의사결정 및 부서간 공유협력 지원 횟수'],
      },
      {
        goal: '행정환경 변화에 대응 하는 탄력적 조직운영',
        indicators: ['조직진단에 따른 기능 및 인력 조정 횟수'],
      },
      { goal: '시정의 효율성과 신뢰도 제고', indicators: ['현장평가 결과 개선 이행률'] },
      {
        goal: '보편적 법률서비스 제공을 통한 시민 권익보호 강화',
        indicators: ['행정심판사건 재결건수', '서울시 마을변호사 상담건수'],
      },
      {
        goal: '대외협력을 통한 상생과 지역발전 도모',
        indicators: ['지자체간 정책 공유 · 협력 및 건의과제 발굴 건수'],
      },
      { goal: '재정운용의 효율성 및 건전성 제고', indicators: ['예산 균형집행률', '투자사업 심의 건수'] },
      { goal: '투자기관 책임 경영 구현', indicators: ['투자기관 경영평가 실적'] },
      {
        goal: '국제교류를 통한 서울위상 제고',
        indicators: ['자매우호도시 결연 및 교류사업 추진 건수', '우수정책 해외도시 공유 및 사업진출실적'],
      },
    ],
  },
  {
    no: 9,
    name: '여성가족정책실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '여성의 사회참여 확대', indicators: ['성별임금격차 개선 컨설팅 기관 수'] },
      { goal: '여성안심 생활환경 조성', indicators: ['소규모 사업장 성희롱예방교육 실시 기관 수'] },
      { goal: '글로벌 도시환경 및 선진 다문화사회 조성', indicators: ['외국인 서비스 지원 건수'] },
      {
        goal: '아이가 행복한 가족친화도시 조성',
        indicators: [
          '국공립어린이집 이용률',
          '아동학대 전담기관 운영 및 확충 수',
          '거점형 우리동네키움센터 설치개소 수',
          '일반형·융합형 우리동네키움센터 설치개소 수',
        ],
      },
    ],
  },
  {
    no: 10,
    name: '노동민생정책관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '모든사람의 노동이 존중받는 도시', indicators: ['산업안전 가이드라인 배포'] },
      { goal: '소상공인과 골목경제가 살아나는 도시', indicators: ['자영업지원센터 이용 만족도'] },
      { goal: '공정한 거래와 분배가 실현되는 도시', indicators: ['상가임대차분쟁조정 합의성립건수'] },
      { goal: '사회적경제가 일상에서 체감되는 도시', indicators: ['사회적경제기업 육성수'] },
      { goal: '수수료부담없는 결제혁신 도시', indicators: ['제로페이 가맹점 확대'] },
    ],
  },
  {
    no: 11,
    name: '비상기획관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '시민체감형 민방위 인프라 조성 및 참여형 교육 확대',
        indicators: [
          '민방위 대피시설 점검 및 관리개선 달성률',
          '시민·학생 대상 생활안전 민방위 체험교육 참여인원 수',
        ],
      },
    ],
  },
  {
    no: 12,
    name: '스마트도시정책관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '스마트시티 선도로 시민생활 편의 증진', indicators: ['IoT 도시데이터 센서 설치 수'] },
      { goal: '시민 참여형 데이터 기반 사회·경제적 가치 창출', indicators: ['빅데이터 융합 협력과제 수'] },
      { goal: '디지털 기반 공공서비스 혁신', indicators: ['인공지능 기술 적용 행정업무 수'] },
      {
        goal: '시민·기업과 함께하고 성장하는 글로벌 스마트 도시',
        indicators: ['3D 공간정보를 활용한 정책시뮬레이션 개발 수'],
      },
      { goal: '스마트 서울 인프라 강화', indicators: ['정보취약 시설·지역 공공 무선인터넷 확충 수'] },
      { goal: '정보자원의 안정적 운영', indicators: ['전산장비 장애에 의한 서비스 중단비율'] },
    ],
  },
  {
    no: 13,
    name: '남북협력추진단',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '서울-평양 간 도시교류 활성화로 한반도 평화 정착 견인',
        indicators: [
          '남북교류협력 지원 사업 수',
          '민간단체 및 자치구 평화·통일 교육 참여자 수',
          '남북 개발·경제협력 및 평화환경 조성사업 발굴·협의 건수',
        ],
      },
    ],
  },
  {
    no: 14,
    name: '민생사법경찰단',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '서민경제 안전을 위한 수사활동 전개',
        indicators: ['시민경제 안전을 위한 불법다단계 및 불법대부 수사건수'],
      },
      { goal: '범죄 없는 시민생활 안전서비스 제공', indicators: ['기획단속 등 수사사건 송치율'] },
    ],
  },
  {
    no: 15,
    name: '경제정책실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '서울경제 성장기반 마련',
        indicators: [
          '챌린지 지원 기업 수',
          '산학연 협력사업 기술이전 및 실용화 건수',
          '외국인 직접투자 유치액 (억불)',
          '의류제조업체 협업화 참여업체 수',
          '과학관 방문 관람객 수',
        ],
      },
      {
        goal: '미래산업 혁신성장 거점 조성',
        indicators: [
          '서울창업허브 및 거점별 특화 창업센터 창업기업 지원 수',
          '캠퍼스타운 창업팀 육성 수 (누적)',
          '혁신허브를 통한 인재양성',
          '홍릉 바이오·의료 앵커시설 우수창업기업 육성 수',
        ],
      },
      { goal: '청년 체감형 일자리 제공', indicators: ['뉴딜일자리 참여자 수', '서울형 강소기업 선정 수'] },
      {
        goal: '지방·서울이 함께 성장하는 지역상생',
        indicators: ['지역상생 일자리 청년 참여자 수', '상생교류 플랫폼 참여자 수'],
      },
      { goal: '도시농업기반 확대', indicators: ['도시농업 실천공간 조성면적', '도시농업 교육 인원 수'] },
      { goal: '소상공인·자영업자 지원강화', indicators: ['스마트앵커 협동화 참여업체 수'] },
    ],
  },
  {
    no: 16,
    name: '복지정책실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '지역공동체가 살아있는 돌봄복지',
        indicators: [
          '돌봄SOS센터 돌봄서비스 이용자 수',
          '주민관계망 형성사업 시행동 수',
          'IoT기기 설치 독거어르신 가구수',
          '장애인 돌봄가족 휴가 지원 인원수',
        ],
      },
      {
        goal: '시민의 미래에 투자하는 자립복지',
        indicators: [
          '서울시 사회서비스원 종합재가센터 이용자 수',
          '어르신 일자리 및 사회활동지원사업 참여자수',
          '장애인 지원주택 가구 수',
        ],
      },
    ],
  },
  {
    no: 17,
    name: '도시교통실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '미래 서울교통 인프라 확충',
        indicators: ['도시철도 연장사업 추진단계별 달성도', '자율주행 등 첨단도로 조성 연장'],
      },
      {
        goal: '걷기 쉽고, 함께 걷고 싶은 보행친화도시 본격화',
        indicators: ['공공자전거 따릉이 대여건수', '걷는 도시 서울 구현 사업 조성개소 수'],
      },
      {
        goal: '교통체계 고도화를 통한 시민서비스 향상',
        indicators: [
          '대중교통(지하철) 이용 만족도',
          '대중교통(버스) 이용 만족도',
          '택시승차거부 민원신고 감소율',
        ],
      },
      { goal: '효과적인 교통수요 관리', indicators: ['기업체 교통수요관리 이행률', '주차장 공유 면수'] },
      {
        goal: '사람이 중심인 안전한 교통서비스 확대',
        indicators: ['시민안전 주요시설물 확충 실적', '무단횡단 금지시설 설치'],
      },
    ],
  },
  {
    no: 18,
    name: '문화본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '일상 속 시민 문화예술 향유기회 확대',
        indicators: [
          '일상공간의 다양한 음악공연 개최 횟수',
          '지역축제 개최지원 및 예술행사개최 지원 실적',
          '서울시 독서동아리 수',
          '문화시설 건립 수',
        ],
      },
      {
        goal: '서울 역사문화자원의 보존·복원',
        indicators: [
          '한양도성 세계유산 등재 추진율',
          '한성백제유적 세계유산 등재 기반 조성 실적',
          '평창동 미술문화복합공간 건립 추진율',
          '서울공예박물관 건립 추진율',
          '생활디자인을 통한 시민 삶의 질 향상',
        ],
      },
    ],
  },
  {
    no: 19,
    name: '기후환경본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '생활 속 원전하나줄이기 확산·체감', indicators: ['서울에너지복지시민기금 모금액'] },
      { goal: '맑고 깨끗한 대기질 개선', indicators: ['실내공기질 컨설팅 업소수'] },
      { goal: '대기질 개선을 통한 기후변화 대응 선도', indicators: ['친환경자동차 보급대수'] },
      { goal: '맑고 깨끗한 대기질 개선', indicators: ['노후 경유차 저공해화 대수'] },
      { goal: '신재생에너지 보급 확대', indicators: ['공공태양광 발전시설 용량'] },
      { goal: '자원순환도시 구현', indicators: ['재활용 정거장 수'] },
      { goal: '클린도시 조성', indicators: ['공동주택 RFID 종량기 보급률'] },
      { goal: '시민주도의 원전하나줄이기 지역 확산', indicators: ['에너지자립마을 수'] },
    ],
  },
  {
    no: 20,
    name: '행정국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '쾌적한 사무환경 및 시민과 소통하는 문화청사 조성', indicators: ['사무환경분야 직원 만족도'] },
      {
        goal: '조직과 직원이 함께 성장하는 인사',
        indicators: ['여성관리자 양성비율', '직급별 연간 교육훈련 기준시간 달성비율'],
      },
      {
        goal: '시민체감형 생활밀착 행정서비스 제공 및 시구청 협력 강화',
        indicators: ['찾아가는 동주민센터 주민활동 참여자 수', '서울형 주민자치회 전환율'],
      },
      { goal: '시민의 알 권리 충족을 위한 행정정보공개 서비스 강화', indicators: ['행정정보공개 건수'] },
      { goal: '시민이 기록으로 행복한 기록문화 도시 실현', indicators: ['서울기록원 방문인원'] },
    ],
  },
  {
    no: 21,
    name: '재무국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '합리적인 계약제도 운영 및 재무관리를 통한 시 예산의 효율성 제고',
        indicators: ['희망기업 제품 구매실적', '적정 원가심사에 따른 예산절감률'],
      },
      { goal: '시유재산의 공공성과 수익성 강화', indicators: ['주요재산 발굴 및 전략적 의사결정 수립 건수'] },
      { goal: '시민에게 신뢰받는 공정세정 구현', indicators: ['마을세무사 상담 건수'] },
      { goal: '시 세입의 안정적 조달 및 세수관리', indicators: ['시 세입 목표 달성도', '체납시세 징수율'] },
    ],
  },
  {
    no: 22,
    name: '평생교육국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '안전하고 차별없는 교육환경 조성', indicators: ['학교 화장실 개선 건수'] },
      { goal: '함께 성장하는 행복한 평생학습 도시 조성', indicators: ['시민대학 강좌 참여 시민 수'] },
      { goal: '건강한 청소년 육성 및 꿈 실현 기반조성', indicators: ['시립청소년시설 청소년 이용률'] },
      {
        goal: '안전하고 질높은 친환경급식 지원',
        indicators: ['학교급식 농산물 부적합 (잔류농약 검출) 비율'],
      },
    ],
  },
  {
    no: 23,
    name: '관광체육국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '세계인이 즐겨찾는 「5천만 관광도시」',
        indicators: ['서울관광 재방문 의향', '도보관광 이용객 만족도'],
      },
      {
        goal: '운동으로 활기찬 「스포츠 도시」',
        indicators: [
          '시립체육시설 이용자 만족도',
          '생활체육시설 확충',
          'IOC 올림픽 유치심사대응 준비자문회의 운영횟수',
          '잠실종합운동장 등 공공체육시설 이용인원',
        ],
      },
    ],
  },
  {
    no: 24,
    name: '시민건강국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '공공의료안전망 구축', indicators: ['건강돌봄팀 확충 개소 자치구 수'] },
      { goal: '예방부터 치료까지 공공의료지원', indicators: ['서울형 유급병가 지원비 지급 인원수'] },
      { goal: '식품안전관리 강화 및 위생수준 향상', indicators: ['농·수·축·가공식품 안전성 검사수'] },
      {
        goal: '시민생활보건 수준 향상',
        indicators: ['감염병 정보공개 체계마련 및 조기 대응력 강화 프로그램 수'],
      },
      { goal: '동물보호 환경조성', indicators: ['길고양이 중성화(TNR)마리수'] },
      { goal: '감염병 상시 관리체계 구축', indicators: ['감염병 확산 예측 전문가 컨설팅 결과 보고건수'] },
    ],
  },
  {
    no: 25,
    name: '도시공간개선단',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '공공건축 조성 관련 제도 개선 및 통합 관리 체계 마련',
        indicators: ['공공건축가 참여 사업수', '설계공모 및 사전협의 사업수'],
      },
    ],
  },
  {
    no: 26,
    name: '공공개발기획단',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: "서울의 자긍심을 높이는 '품격도시 서울' 추진",
        indicators: ['효창독립 100년공원 조성 추진율', '서울숲 명소화 기반조성 추진율'],
      },
      {
        goal: "지역격차해소 및 균형발전 도모하는 '공정개발' 추진",
        indicators: ['신규 사전협상 대상지 선정 개소수', '서울 관문도시 조성 추진율'],
      },
    ],
  },
  {
    no: 27,
    name: '기술심사담당관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '건설공사 수준향상 및 기술역량 배양',
        indicators: ['건설기술심의회위원회 운영만족도', '기술용역 자체설계 시행건수'],
      },
      { goal: '건설공사 품질관리수준향상', indicators: ['현장점검개소 건설자재품질시험건수'] },
    ],
  },
  {
    no: 28,
    name: '안전총괄실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '사고예방 및 재난대응 강화',
        indicators: [
          '기반시설 관리계획 수립 공정률',
          '통합지원본부 역량강화 훈련 횟수',
          '안전취약가구 및 시설 정비 수',
        ],
      },
      {
        goal: '안전하고 쾌적한 도로 관리',
        indicators: [
          '친환경 도로포장 면적',
          '도로시설물 및 자동차전용도로 노후 조명시설 정비 수',
          '교량 안전등급 B등급 이상 유지율',
          '하도급 실태 점검 개소 수',
        ],
      },
      { goal: '사람중심의 도로·건설환경 조성', indicators: ['친환경 도로공간 조성 추진율'] },
    ],
  },
  {
    no: 29,
    name: '도시재생실',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '경제성장 동력확보를 위한 지역경제 활성화',
        indicators: [
          '용산 Y-valley 도시재생사업 추진율',
          '서울역 일대 도시재생사업 추진율',
          '장안평 자동차복합단지 조성 추진율',
        ],
      },
      {
        goal: '천년도심 역사·문화재생을 통한 도심가치 창출',
        indicators: ['세운상가군 재생사업 추진율', '한옥 등 건축자산 수선 및 신축 비용 지원 건수'],
      },
      {
        goal: '생활밀착형형 주거재생 및 자생력 확보',
        indicators: ['10분 동네 생활SOC 확충 추진율', '빈집활용 및 저층주거지 주거환경 정비사업 추진율'],
      },
      { goal: '역사와 미래를 잇는 특화거점 조성', indicators: ['새로운 광화문광장 조성 추진율'] },
    ],
  },
  {
    no: 30,
    name: '도시계획국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '수도 서울의 공간적 미래비전 확립', indicators: ['2040 서울플랜 수립 추진율'] },
      { goal: '지역 특성을 반영한 서울 균형발전 추진', indicators: ['지역생활권 실행방안 수립 추진 개소수'] },
      {
        goal: '지역활력을 증진하는 도시관리 추진',
        indicators: ['서울시 지구단위계획 결정 정보 DB 구축 추진율'],
      },
      {
        goal: '중장기 도시과제에 대한 체계적 대응',
        indicators: ['도시자연공원구역 지정 등 장기미집행 도시계획시설 해소 추진율'],
      },
      { goal: '시민과 함께하는 선진 토지정책 구현', indicators: ['부동산정보포털시스템 일평균 이용건수'] },
      { goal: '쾌적하고 질서있는 서울의 도시경관 구현', indicators: ['서울시 전역 빗공해 제로화 추진율'] },
    ],
  },
  {
    no: 31,
    name: '주택건축본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '서민주거 안정을 위한 다양한 유형의 주택 공급',
        indicators: ['촉진지구 청년주택 공급실수', '공공임대주택 공급호수(매입·임차형)'],
      },
      { goal: '누구나 안심하고 생활하는 주거복지 강화', indicators: ['주거복지 지원 가구 수'] },
      { goal: '안전과 환경, 사람중심의 건축문화 선도', indicators: ['승강기 자가발전장치 설치 대수'] },
      { goal: '선제적 예방적 안전점검으로 안전관리 강화', indicators: ['노후건축물 안전점검 건수'] },
      { goal: '다양한 사람이 함께하는 주거환경 개선', indicators: ['공동주택관리 실태조사 단지수'] },
      {
        goal: '사람 중심의 정비사업 추진 기반 마련',
        indicators: ['조합, 추진위 운영 실태점검 구역수', '재정비사업 단계별 추진율'],
      },
    ],
  },
  {
    no: 32,
    name: '푸른도시국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '공원녹지의 균형적 확충', indicators: ['장기미집행 공원용지 보상 면적', '수목 식재량'] },
      { goal: '함께 누리는 녹지공간 조성', indicators: ['유아숲체험원 조성 수', '가로숲길 조성 면적'] },
      {
        goal: '시민 여가생활에 최적화된 공원 운영',
        indicators: ['서울로7017 프로그램 운영횟수', '공원이용 프로그램 및 자원봉사 참여인원'],
      },
      { goal: '안전하고 지속 가능한 산림관리', indicators: ['산사태 예방사업 개소수'] },
    ],
  },
  {
    no: 33,
    name: '물순환안전국',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '물순환 도시 조성', indicators: ['빗물관리(이용)시설 설치 개소수', '도심하천 재생연장'] },
      { goal: '풍수해 및 도로함몰 예방', indicators: ['주요 침수취약지역 해소율', '하수관로 정비거리'] },
      { goal: '물재생센터 방류수 수질개선', indicators: ['방류수질 오염도(BOD)'] },
      { goal: '하수악취 저감', indicators: ['하수관로 물청소 연장'] },
    ],
  },
  {
    no: 34,
    name: '지역발전본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '도시 경쟁력 강화를 위한 서울 국제교류복합지구 조성',
        indicators: ['영동대로 지하공간 복합개발 사업 추진율'],
      },
      {
        goal: '동북권 일자리·문화중심의 신경제거점 조성',
        indicators: ['창동·상계 신경제중심지 조성 사업 추진율'],
      },
      {
        goal: '신성장 산업거점 육성 및 주민 생활기반 강화',
        indicators: ['마곡산업단지 R&D 지원시설 건립 추진율'],
      },
      {
        goal: '서북권 광역중심 기능 강화 및 거점지역 개발 활성화',
        indicators: ['수색역 일대 개발계획 수립 추진율'],
      },
    ],
  },
  {
    no: 35,
    name: '소방재난본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '위기관리 역량 강화 위한 인프라 조성',
        indicators: ['화재현장 5분내 도착률', '소방관서 확충률'],
      },
      { goal: '안전사각지대 해소 및 취약계층 안전관리 강화', indicators: ['주택용소방시설 추진 실적'] },
      { goal: '재난초기 시민대응능력 향상', indicators: ['시만안전파수꾼 양성인원'] },
      {
        goal: '시민 만족을 향한 119 서비스 품질 향상',
        indicators: ['병원 전 응급처치를 통한 심정지 환자 회복률', '공직기강 확립 사전예방 점검 건수'],
      },
      {
        goal: '안전한 재난현장대응체계 구축',
        indicators: ['주요 소방정보통신시스템 노후장비 교체 (신규)', '재난현장 지휘역량 강화 과정 이수율'],
      },
    ],
  },
  {
    no: 36,
    name: '인권담당관',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '시민인권 보호 및 권리증진을 위한 기반 구축',
        indicators: ['민간단체 인권증진활동 지원 건수', '공무원 등 인권교육 이수율'],
      },
    ],
  },
  {
    no: 37,
    name: '도시기반시설본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '안전을 최우선으로 하는 건설문화 정착',
        indicators: ['공사장 안전점검 조치율', '전자인력관리제 태그율'],
      },
      {
        goal: '시민과 사용자 중심의 고품질 기반시설 건설',
        indicators: [
          '서남물재생센터 고도처리 및 시설현대화사업 공정률',
          '공공건축물 신재생에너지설비 설치 공정률',
          '영동대로 지하공간 복합환승센터 추진',
          '도심활성화를 위한 공공건축물 건립 공정률',
          '동부간선도로 확장공사 공정률',
        ],
      },
      {
        goal: '도시철도 확충으로 대중교통 사각지대 해소',
        indicators: [
          '위례신사선 도시철도 민간투자사업 실시협 약을 위한 협상 진행률',
          '신림선 도시철도 건설 (토목분야) 공정률',
          '하남선 건설(토목분야) 공정률',
          '하남선 건설(건축분야) 공정률',
          '하남선(5호선 연장)건설 1단계 개통 운행',
        ],
      },
    ],
  },
  {
    no: 38,
    name: '상수도사업본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '깨끗하게 마실 수 있는 수돗물 공급',
        indicators: ['장기 사용 상수도관 정비 거리', '노후 밸브 정비 개소'],
      },
      {
        goal: '정밀하고 과학적인 수질 관리',
        indicators: [
          '수계별 잔류 염소 0.3mg/L이하 유지율',
          '시민에게 찾아가는 맞춤형 수질검사 실시 개소',
          '소블록 내 탁도, 잔류염소 기준 달성 블록 개소',
        ],
      },
      {
        goal: '수돗물 시민 신뢰도 제고',
        indicators: [
          '주택 내 녹에 취약한 급수관 교체 가구 수',
          '아리수TV 콘텐츠 제작 건수',
          '상수도 직무교육 이수인원',
          '수도요금 납부율',
        ],
      },
    ],
  },
  {
    no: 39,
    name: '한강사업본부',
    leadEligible: true,
    ownWorkOnly: false,
    mandate: [
      { goal: '시민중심 한강문화 조성', indicators: ['서울생각마루 방문인원 수', '수상안전교육 참가자 수'] },
      { goal: '한강의 자연성 회복', indicators: ['한강 숲 조성 식재 수'] },
      { goal: '한강공원 접근성 향상', indicators: ['나들목 신설 및 증설공사 추진율'] },
    ],
  },
  {
    no: 40,
    name: '서울역사박물관',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '시민사회를 기반으로 하는 도시역사박물관', indicators: ['박물관 이용객 수'] },
      { goal: '도시역사박물관의 보존철학 정립 및 전문역량 강화', indicators: ['기획전시 관람객 만족도'] },
    ],
  },
  {
    no: 41,
    name: '시립미술관',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '미술관 이용시민 만족도 향상', indicators: ['미술관 이용객 수'] },
      {
        goal: '미술문화 향유기회 확대 및 미술작품 창작의욕 제고',
        indicators: ['학예연구부 기획전시회 만족도', '북서울미술관 기획전시회 만족도'],
      },
    ],
  },
  {
    no: 42,
    name: '인재개발원',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '공무원 역량향상을 위한 교육과정 개발', indicators: ['조직 및 개인역량 향상 기여도'] },
      {
        goal: '함께서울을 창조하는 변화형 인재양성',
        indicators: ['집합 및 온라인 교육과정 운영 평균만족도'],
      },
      { goal: '함께서울을 만들어갈 전문 인재양성', indicators: ['4급 역량평가 이해과정 교육만족도'] },
    ],
  },
  {
    no: 43,
    name: '어린이병원',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '어린이 건강 안전망 병원', indicators: ['소아 병상 가동률'] },
      { goal: '간호서비스 수준향상', indicators: ['복합중증장애환자 간호관리 수행건수'] },
    ],
  },
  {
    no: 44,
    name: '서북병원',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '결핵예방 및 치료율 향상', indicators: ['결핵 안전망 사업 추진건수'] },
      {
        goal: '체계적인 환자 안전관리 시스템 구동으로 위험요인 차단 및 환자안전 확보',
        indicators: ['환자 안전사고 발생 건수'],
      },
      { goal: '환자중심 약제서비스 제공', indicators: ['의약품 안전사용 서비스 제공 건수'] },
    ],
  },
  {
    no: 45,
    name: '은평병원',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      {
        goal: '시민정신건강 안전망 구축 및 확대',
        indicators: ['정신건강서비스 이용시민 수', '정신재활 간호프로그램 참여 만족도'],
      },
    ],
  },
  {
    no: 46,
    name: '보건환경연구원',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '효율적인 연구 기반 조성', indicators: ['연구환경분야 서비스 제공 횟수'] },
      {
        goal: '안전하고 건강한 먹거리 확보',
        indicators: [
          '시민밀착형 건강·보건정책 근거자료 제공 실적',
          '축산물 품질 및 안전성 검사와 대시민 정보제공 건수',
          '강남 유통 농수산물 안전성 검사 건수',
          '강북 유통 농·수산물·한약재 안전성 검사 및 시책제공과 시민소통 실적',
        ],
      },
      {
        goal: '도시질병 예방 및 대응 역량강화',
        indicators: ['감염병 예방을 위한 검사 건수와 정책근거 자료 제공 및 발표실적 건수'],
      },
      { goal: '동물질병 및 도시보건환경 개선', indicators: ['동물질병 및 인수공통 감염병 검사 건수'] },
      {
        goal: '환경안전망 구축 및 생활환경 개선',
        indicators: [
          '대기오염물질 검사와 정책 근거자료 제공 및 발표실적',
          '수질·토양오염물질 감시 및 환경정책 근거자료 제공실적',
        ],
      },
    ],
  },
  {
    no: 47,
    name: '서울대공원',
    leadEligible: true,
    ownWorkOnly: true,
    mandate: [
      { goal: '공원환경개선 및 입장객 증대', indicators: ['고객 만족도'] },
      { goal: '종보전 허브기능 강화', indicators: ['멸종위기 야생동물 혈통관리 종수'] },
    ],
  },
  {
    no: 48,
    name: '시장비서실',
    leadEligible: false,
    ownWorkOnly: false,
    mandate: [
      { goal: '시민 현장소통 강화', indicators: ['시정 관계자 면담 및 현장방문 중 의견 정책반영 건수'] },
      { goal: '시정 홍보 및 긍정 이미지 제고', indicators: ['언론사 간담회 건수'] },
      { goal: '젠더 관점 반영 강화', indicators: ['젠더 관점 반영을 위한 정책 자문 건수'] },
    ],
  },
  {
    no: 49,
    name: '정무부시장실',
    leadEligible: false,
    ownWorkOnly: false,
    mandate: [
      {
        goal: '정무보좌 기능 강화',
        indicators: ['시의회, 국회, 정당 의견 조정 협의 건수', '시민단체, 언론 등 의견 수렴 건수'],
      },
    ],
  },
] as const satisfies readonly ReferenceDepartment[];

export type DepartmentName = (typeof DEPARTMENTS)[number]['name'];
