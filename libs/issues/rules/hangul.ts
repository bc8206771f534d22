/**
 * Korean as rules compare it. No morphological analysis: particles and endings are cut off words by their form, and everyday
 * synonyms are written one way; enough for the sentences of an office, in microseconds.
 */

// Particles and endings by their last syllable, longest first: the first that fits is cut off.
const ENDINGS = new Map<string, string[]>();
for (const ending of `으로부터 에게서 에서는 에서도 으로는 으로도 이라는 라는 까지는 까지만 부터는 에서 에게 에는 에도 으로 부터 까지 처럼 보다
  하였습니다 되었습니다 하겠습니다 했습니다 됐습니다 겠습니다 입니다 습니다 됩니다 합니다 하도록 되도록
  한다 된다 했다 됐다 하는 되는 하여 되어 해서 하기 되기 하고 되고 하며 되며 하다 되다 이다
  할 될 한 된 해 돼 함 됨 와 과 을 를 은 는 이 가 의 에 로 도 만 고 며`
  .split(/\s+/)
  .toSorted((a, b) => b.length - a.length)) {
  const last = ending.slice(-1);
  ENDINGS.set(last, [...(ENDINGS.get(last) ?? []), ending]);
}

// Words of every office sentence: they make any two alike.
const FILLERS = new Set(
  `위해 위한 위하 통해 대한 대해 관한 따른 따라 따르 필요 계획 예정 방침 정부 실시 추진 수 있 것 및 등 더 이번 우려 대비
  마련 대책 강화 지원 확대 시 밝혔 밝히 말했 말하 말 했 그 이 서울시 市 철저 시급`.split(/\s+/),
);

// Each group is read as its first word. General Korean, not the vocabulary of any unit; kept short on purpose.
const SYNONYMS = new Map(
  [
    '노인, 어르신, 고령자',
    '아동, 어린이, 아이들',
    '작년, 지난해, 전년',
    '내달, 다음 달, 다음달',
    '매년, 해마다',
    '무료, 무상',
    '노동자, 근로자',
    '농민, 농업인',
    '전기차, 전기자동차',
    '독감, 인플루엔자',
    '휴대전화, 휴대폰, 스마트폰',
    '도로함몰, 도로 함몰, 싱크홀, 땅꺼짐, 지반침하',
    '보도공사, 보도블록, 보도블럭, 보도 공사',
    '따릉이, 공공자전거',
    '급증, 폭증',
    '주변, 인근, 근처',
    '재발방지, 재발 방지',
    '감소, 감축, 경감',
    '쓰레기, 폐기물',
    '악취, 냄새',
    '노후, 낡은',
    '침수, 물에 잠긴, 물에 잠겨, 물에 잠겼',
    '사망, 숨진, 숨져, 숨졌',
    '부상, 다친, 다쳐, 다쳤',
    '지연, 늦어진, 늦어져, 늦어지, 늦어졌',
    '부족, 모자란, 모자라, 모자랐',
    '붕괴, 무너진, 무너져, 무너졌',
    '혼잡, 붐비는, 붐벼, 붐빈',
    '중단, 중지',
    '빈번, 잦은, 잦아',
    '요금, 이용료, 사용료',
    '횡단보도, 건널목',
    '승강장안전문, 승강장 안전문, 스크린도어, 안전문',
    '아동보호구역, 어린이보호구역, 어린이 보호구역, 스쿨존',
    '아동집, 어린이집, 보육시설',
    '이주노동자, 이주근로자, 외국인노동자, 외국인 노동자, 외국인근로자, 외국인 근로자',
    '지하철, 도시철도, 전철',
    '코로나, 코로나19, 코로나 19, 코로나바이러스감염증 19, 코로나바이러스',
    '임신부, 임산부',
    '학교폭력, 학교 폭력, 학폭',
    '국토부, 국토교통부',
    '복지부, 보건복지부',
    '노동부, 고용노동부',
    '행안부, 행정안전부',
    '기재부, 기획재정부',
    '산업부, 산업통상자원부',
    '문체부, 문화체육관광부',
    '중기부, 중소벤처기업부',
    '여가부, 여성가족부',
    '질병청, 질병관리청',
    '식약처, 식품의약품안전처',
    '행감, 행정사무감사',
    '국감, 국정감사',
  ].flatMap((group) => {
    const [first, ...others] = group.split(', ');
    return others.map((other) => [other, first!] as const);
  }),
);
const SYNONYM = new RegExp([...SYNONYMS.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gu');

/** NFC, lower case, one space for anything that is no letter or digit, synonyms written one way. */
export function normal(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(SYNONYM, (word) => SYNONYMS.get(word) ?? word);
}

/** The letters and digits of a text alone, synonyms written one way. */
export function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(SYNONYM, (word) => SYNONYMS.get(word) ?? word);
}

const TITLE_ENDS = /\n|(?<=[^\d\s])\.\s/u;

/** The title of a text: its first line or sentence. */
export function titleOf(text: string): string {
  const end = text.search(TITLE_ENDS);
  return end < 0 ? text : text.slice(0, end);
}

/** A word without its particle and ending, at least two characters long. */
export function stem(word: string): string {
  const once = cut(word);
  return once === word ? word : cut(once);
}

function cut(word: string): string {
  const ending = ENDINGS.get(word.slice(-1))?.find(
    (one) => word.length - one.length >= 2 && word.endsWith(one),
  );
  return ending ? word.slice(0, -ending.length) : word;
}

/** The stems of a text that say what it is about; all of its stems when nothing else is left. */
export function contentStems(text: string): string[] {
  const all = normal(text).split(' ').filter(Boolean).map(stem);
  const telling = all.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : all;
}

/** Overlapping pairs of characters; a single character stands for itself. */
export function bigrams(word: string): string[] {
  if (word.length < 2) return word ? [word] : [];
  return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2));
}
