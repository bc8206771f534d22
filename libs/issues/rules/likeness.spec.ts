import fc from 'fast-check';
import { issuePrint, likeness } from './likeness.js';
import { DUPLICATE, isDuplicate, SIMILAR, similarity } from './similarity.js';

const pairs = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()) as [string, string]);

/** Titles that two officers would give one matter. Written for this test. */
const SAME_TITLES = pairs(`
  시내버스 노조 총파업 예고에 따른 비상수송대책 필요 | 시내버스 파업 대비 비상수송 준비 철저
  보도블록 연말 집중 교체 비판 대비 | 연말 보도공사 집중에 따른 불편 민원 대비
  노인요양시설 재위탁 관련 종사자 고용승계 문제 | 복지시설 재위탁에 따른 고용승계 갈등 예방 필요
  첫 강설 시 이면도로 제설 지연 우려 | 첫 강설 출근길 제설 대비 철저
  장마철 반지하 침수 재발 방지 | 장마 전 반지하 침수방지시설 설치 완료 시급
  지하철 노조 12월 파업 예고에 따른 비상수송 대책 점검 | 지하철 파업 예고에 따른 비상수송대책 점검 필요
  폭염 시 쪽방촌 온열질환 예방 대책 | 폭염기 쪽방주민·옥외노동자 온열질환 예방 철저
  러브버그 방제 민원 대응 | 대발생 곤충(러브버그) 방제 민원 증가 대비 필요
  수돗물 녹조 냄새 민원 대비 | 녹조 발생기 수돗물 냄새 민원 증가 대비 필요
  상수도 요금 인상 설명 미흡 우려 | 상수도 요금 조정 관련 사전 설명 준비 필요
  장애인콜택시 배차 지연 불만 | 장애인콜택시 대기시간 증가에 따른 이용 불편 해소 필요
  생활임금 적용 대상 확대 요구 | 내년도 생활임금 결정 시 적용 범위 논란 대비
  독감 백신 물량 부족 대비 | 독감 예방접종 초기 백신 수급 차질 대비
  조직개편안 의견수렴 부실 지적 | 새 임기 조직개편안 의견수렴 절차 보완 필요
  전통시장 화재 취약시설 겨울철 점검 | 겨울철 전통시장·고시원 화재 취약시설 점검 철저
  추석 연휴 쓰레기 수거 대책 | 추석 연휴 생활폐기물 수거 공백 대비 필요
  핼러윈 인파 안전관리 대책 점검 | 가을철 주최자 없는 행사 인파 밀집 대비 철저
  김장철 쓰레기 배출 방법 문의 증가 | 김장철 음식물류 폐기물 배출 문의 증가 대비
  예약시스템 접속 장애 반복에 따른 불만 | 공공서비스 예약시스템 접속 지연 민원 해소 필요
  플랫폼 노동자 보호 정책 마련 | 플랫폼 노동자 보호대책 선제적 마련 필요
  굴착공사장 주변 지반침하 피해 보상 지연 | 지반침하 사고 사후관리(피해 보상·유사 공사장 점검) 철저
  재산세 고지서 발송에 따른 문의 폭주 대비 | 재산세 고지에 따른 문의 증가 대비
  수의계약 반복 지적 행정사무감사 대비 | 행정사무감사 대비 수의계약·민간위탁 반복 지적사항 점검 필요
  공공체육시설 환불 규정 정비 | 시립 체육시설 이용료 환불기준 정비 필요
  청년안심주택 보증금 미반환 피해 확산 | 청년안심주택 임대보증금 미반환 사태 대응
  음식물쓰레기 처리시설 위탁 종료 대비 | 음식물쓰레기 처리시설 위탁 만료 대비
  한파 계량기 동파 예방 홍보 | 한파 대비 수도계량기 동파 예방
  시립병원 야간 응급실 운영 축소 | 시립병원 야간 응급진료 축소 우려
  쪽방 화재 후속조치 이행 미흡 | 쪽방 화재 이후 후속대책 미흡
  수도요금 중복 고지 오류 | 수도요금 이중 고지
  스쿨존 과속 단속카메라 고장 방치 | 어린이보호구역 과속단속 카메라 고장 장기 방치
  스크린도어 고장 잇따라 승객 불편 | 승강장안전문 잦은 고장에 따른 승객 불편
  하수처리장 악취 민원 급증 | 하수처리장 냄새 민원 증가 대비
`);

/** One wording, two things. Written for this test. */
const ONE_WORDING = pairs(`
  따릉이 요금 인상에 따른 시민 반발 우려 | 공영주차장 요금 인상에 따른 시민 반발 우려
  신혼부부 특별공급 소득기준 완화에 따른 형평성 논란 | 신혼부부 전세임대 소득기준 완화에 따른 형평성 논란
  일자리안정자금 부정수급 적발에 따른 환수 추진 | 청년내일채움공제 부정수급 적발에 따른 환수 추진
  교통위원회 업무보고 자료 제출 | 환경위원회 업무보고 자료 제출
  강남구 재건축 조합 비리 의혹 수사 | 노원구 재건축 조합 비리 의혹 수사
  어린이집 통학차량 안전점검 미흡 | 체육시설 통학차량 안전점검 미흡
  시내버스 준공영제 재정지원 증가 논란 | 마을버스 재정지원 증가 논란
  경로당 냉방비 지원 지연에 따른 민원 | 어린이집 냉방비 지원 지연에 따른 민원
  지하철 2호선 신호 장애로 출근길 지연 | 지하철 7호선 신호 장애로 출근길 지연
  청년수당 선정 기준 공정성 논란 | 예술인지원금 선정 기준 공정성 논란
  노후 교량 보수 지연에 따른 안전 우려 | 노후 상수도관 교체 지연에 따른 안전 우려
  세종문화회관 대관 심사 공정성 논란 | 고척스카이돔 대관 심사 공정성 논란
  성수동 주차난 해소 대책 요구 민원 급증 | 연남동 주차난 해소 대책 요구 민원 급증
  전기차 충전소 화재 안전대책 필요 | 물류창고 화재 안전대책 필요
  국공립어린이집 위탁 운영자 선정 갈등 | 청소년수련관 위탁 운영자 선정 갈등
  택시 기본요금 인상에 대한 시민 불만 | 지하철 기본요금 인상에 대한 시민 불만
  정부는 소상공인 손실보상금을 다음 달 10일부터 지급하기로 했다. | 정부는 재난지원금을 다음 달 10일부터 지급하기로 했다.
  환경부는 일회용컵 보증금제를 내년 6월부터 시행한다고 밝혔다. | 환경부는 충전기 의무설치제를 내년 6월부터 시행한다고 밝혔다.
  65세 이상 어르신은 폐렴구균 예방접종을 무료로 받을 수 있습니다. | 65세 이상 어르신은 대상포진 예방접종을 무료로 받을 수 있습니다.
  농식품부는 조류인플루엔자 확산을 막기 위해 방역을 강화하기로 했다. | 농식품부는 아프리카돼지열병 확산을 막기 위해 방역을 강화하기로 했다.
  산후조리원 감염 관리 실태 점검 결과 공개 | 요양병원 감염 관리 실태 점검 결과 공개
  장애인콜택시 대기시간 증가에 따른 불편 | 다산콜센터 대기시간 증가에 따른 불편
  광화문광장 사용 허가 기준 논란 | 서울광장 사용 허가 기준 논란
  한강공원 편의점 임대료 체납 소송 | 지하상가 점포 임대료 체납 소송
  공공산후조리원 예약 경쟁 과열 | 캠핑장 예약 경쟁 과열
  서울대공원 동물 폐사 관리 부실 지적 | 어린이대공원 동물 폐사 관리 부실 지적
  제2차 추경 편성 필요성 논란 | 제3차 추경 편성 필요성 논란
  2026년 결산검사 지적사항 조치 | 2027년 결산검사 지적사항 조치
  지하철 기본요금 인상에 따른 논란 | 지하철 기본요금 인하에 따른 논란
  돌봄교실 전담인력 부족 관련 지적 | 돌봄교실 전담인력 과다 관련 지적
  어린이공원 야간 개방 요구 민원 | 어린이공원 야간 폐쇄 요구 민원
`);

/** Matters of one field. Written for this test. */
const ONE_FIELD = pairs(`
  지하철 요금 인상에 따른 시민 반발 | 지하철 노조 파업 예고에 따른 수송 대책
  따릉이 개인정보 유출 | 따릉이 안장 파손 방치
  청년수당 부정 사용 논란 | 청년안심주택 임대보증금 미반환 사태
  어린이집 급식 식중독 재발 방지 | 어린이집 보육교사 아동학대 의혹
  시립병원 야간 응급진료 축소 | 시립병원 주차장 위탁 계약 만료
  반지하 침수방지시설 설치 지연 | 반지하 주택 매입 목표 미달
  한강공원 야간 음주 소음 민원 | 한강공원 매점 운영사 선정 특혜 의혹
  노후 상수도관 교체 지연 | 수도요금 이중 고지
  재건축 조합 비리 의혹 | 재건축 단지 공사비 갈등
  이면도로 제설 지연 | 제설제 염화칼슘 가로수 고사
  국공립어린이집 위탁 심사 공정성 논란 | 어린이집 통학차량 안전점검 미흡
  공영주차장 요금 인상 | 주거지 주차장 부족에 따른 이웃 분쟁
  시내버스 준공영제 적자 누적 | 시내버스 정류소 의자 파손
  장애인콜택시 대기시간 증가 | 장애인 주간보호시설 위탁 종료
  정기인사 승진 심사 공정성 논란 | 정기인사에 따른 업무 인계 누락
`);

const scores = (of: readonly [string, string][]) =>
  of.map(([a, b]) => likeness(issuePrint(a), issuePrint(b)));
const duplicates = (of: readonly [string, string][]) => scores(of).filter(isDuplicate).length / of.length;

describe('issues held against each other', () => {
  it('are flagged by their titles when they are of one matter, and not when they are of one field', () => {
    process.stdout.write(
      `titles taken for duplicates: one matter ${duplicates(SAME_TITLES).toFixed(2)}, one wording ${duplicates(ONE_WORDING).toFixed(2)}, one field ${duplicates(ONE_FIELD).toFixed(2)}\n`,
    );
    expect(duplicates(SAME_TITLES)).toBeGreaterThan(0.7);
    expect(duplicates(ONE_WORDING)).toBeLessThan(0.05);
    expect(duplicates(ONE_FIELD)).toBe(0);
  });

  it('are known by the title alone, whatever their summaries say', () => {
    const full = issuePrint(
      '시립 체육시설 이용료 환불기준 정비 필요\n중도 해지 시 환불 기준이 시설마다 달라 민원이 이어지고 있으며 감사에서 개선 의견을 받음',
    );
    expect(likeness(issuePrint('시립 체육시설 이용료 환불기준 정비 필요'), full)).toBe(1);
    expect(isDuplicate(likeness(issuePrint('체육시설 이용료 환불기준 정비'), full))).toBe(true);
    expect(isDuplicate(likeness(issuePrint('시립 체육시설 일괄 휴관설 확산 대비'), full))).toBe(false);
  });

  it('are shown from the first word of the title on, and not called duplicates by it', () => {
    const full = issuePrint(
      '한강버스 운항 중단 장기화 대응 필요\n선착장 수심 부족으로 운항 재개가 늦어지고 있음',
    );
    for (const begun of ['한강버스', '수심 부족', '한강버스 운항'])
      expect(likeness(issuePrint(begun), full) >= SIMILAR).toBe(begun.startsWith('한강'));
    expect(isDuplicate(likeness(issuePrint('한강버스'), full))).toBe(false);
    expect(likeness(issuePrint('한강공원'), full)).toBeLessThan(SIMILAR);
  });

  it('are known by titles and what is said together, once both are written', () => {
    const known = issuePrint(
      '장마 전 반지하 침수방지시설 설치 완료 시급\n물막이판·역류방지시설 설치율이 목표의 61%에 그쳐 장마 전 완료가 어렵고, 지난해와 같은 침수 피해가 우려됨',
    );
    const again = issuePrint(
      '장마철 반지하 침수 재발 방지\n물막이판 설치율이 아직 낮아 올여름에도 피해가 되풀이될까 걱정하는 주민이 많음',
    );
    const elsewhere = issuePrint(
      '장마철 반지하 침수 재발 방지\n매입한 주택을 비워 두어 예산이 낭비된다는 지적이 시의회에서 제기됨',
    );
    expect(similarity(known.whole, again.whole)).toBeLessThan(DUPLICATE);
    expect(isDuplicate(likeness(known, again))).toBe(true);
    expect(isDuplicate(likeness(known, elsewhere))).toBe(false);
  });

  it('are no less alike than all that they say, and the same either way round', () => {
    const word = fc.constantFrom(
      '침수',
      '대비',
      '지하철',
      '7호선',
      '2호선',
      '인상',
      '인하',
      '파업',
      '어르신',
      '폐기물',
      '\n',
      '. ',
      '급증',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = likeness(issuePrint(a), issuePrint(b));
        expect(score).toBe(likeness(issuePrint(b), issuePrint(a)));
        expect(score).toBeGreaterThanOrEqual(similarity(a, b));
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('one wording of two things', () => {
  it.each(ONE_WORDING)('is not the same matter: %s | %s', (a, b) => {
    expect(similarity(a, b)).toBeLessThan(DUPLICATE);
    expect(similarity(a, b)).toBe(similarity(b, a));
  });

  it.each(
    pairs(`
      시내버스 준공영제 재정지원 증가 논란 | 시내버스 준공영제 재정지원 급증 논란
      노후 교량 보수 지연 | 노후 교량 보수공사 지연
      수돗물 유충 민원 150건 접수 | 수돗물 유충 민원 230건 접수
      생활폐기물 수거 지연 | 생활쓰레기 수거 지연
      소각시설 증설 주민 반대 | 소각장 증설 주민 반대
      통학차량 안전점검 미흡 | 통학버스 안전점검 미흡
      미세먼지가 심한 날 운행 제한 | 미세먼지가 나쁜 날 운행 제한
    `),
  )('is the same where other words mean the same thing: %s | %s', (a, b) => {
    expect(isDuplicate(similarity(a, b))).toBe(true);
  });
});
