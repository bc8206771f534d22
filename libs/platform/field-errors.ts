import type { ValidationError } from 'class-validator';
import type { FieldError } from './problem.js';

/** What is wrong with a field, in both languages; `{0}`, `{1}` are the parameters of the code. */
const WORDS: Record<string, [ko: string, en: string]> = {
  required: ['필수 입력 항목입니다.', 'is required'],
  text: ['글자로 입력해 주십시오.', 'must be text'],
  sound: ['사용할 수 없는 문자가 있습니다.', 'contains characters that cannot be stored'],
  long: ['{0}자 이내로 입력해 주십시오.', 'must have at most {0} characters'],
  short: ['{0}자 이상 입력해 주십시오.', 'must have at least {0} characters'],
  pattern: ['형식이 올바르지 않습니다.', 'has the wrong form'],
  id: ['식별자(UUID)가 아닙니다.', 'must be a UUID'],
  ids: ['식별자(UUID) 목록이 아닙니다.', 'must be a list of UUIDs'],
  texts: ['빈 항목이나 너무 긴 항목이 있습니다.', 'must be a list of non-empty texts'],
  objects: ['항목의 형식이 올바르지 않습니다.', 'must be a list of objects'],
  object: ['항목의 형식이 올바르지 않습니다.', 'must be an object'],
  empty: ['하나 이상 선택해 주십시오.', 'must not be empty'],
  event_names: ['없는 이벤트 이름이 있습니다.', 'names events that do not exist'],
  'one-of': ['다음 중 하나여야 합니다: {0}', 'must be one of: {0}'],
  whole: ['정수로 입력해 주십시오.', 'must be a whole number'],
  number: ['숫자로 입력해 주십시오.', 'must be a number'],
  between: ['{0}에서 {1} 사이로 입력해 주십시오.', 'must be between {0} and {1}'],
  flag: ['true 또는 false여야 합니다.', 'must be true or false'],
  day: ['날짜(YYYY-MM-DD)로 입력해 주십시오.', 'must be a day, YYYY-MM-DD'],
  month: ['연월(YYYY-MM)로 입력해 주십시오.', 'must be a month, YYYY-MM'],
  deadline: ['날짜 또는 일시(RFC 3339)로 입력해 주십시오.', 'must be a day or an RFC 3339 instant'],
  list: ['목록이어야 합니다.', 'must be a list'],
  many: ['{0}개 이내로 입력해 주십시오.', 'must have at most {0} items'],
  unknown: ['등록되어 있지 않습니다.', 'does not exist'],
  circle: ['자신이나 자신에게 속한 부서는 지정할 수 없습니다.', 'stands under this one already'],
  twice: ['같은 값이 두 번 있습니다.', 'has the same value twice'],
  same: ['지금과 같습니다.', 'is the same as now'],
  override: [
    '제안과 다르게 정하려면 조정(override)으로 결정해 주십시오.',
    'differs from the proposal: use override',
  ],
  not_yet: ['중요도·대응방향 설정 단계에서 정할 수 있습니다.', 'is decided in the stage prioritize'],
  outlets_own: [
    '매체 수는 직전 같은 기간과만 비교할 수 있습니다.',
    'the number of outlets can be compared with the weeks before only',
  ],
  web_address: [
    '웹 주소(http, https)여야 하며 아이디·비밀번호를 담을 수 없습니다.',
    'must be a web address (http, https) without user name and password',
  ],
  outbound: [
    '내부망 주소이거나 허용되지 않은 포트입니다.',
    'leads into an inner network or to a port that is not allowed',
  ],
  cursor: ['이 목록의 커서가 아닙니다.', 'is not a cursor of this list'],
  key: ['1~200자의 ASCII 문자여야 합니다.', 'must have 1 to 200 ASCII characters'],
  version: ['버전 번호가 아닙니다.', 'is not a version'],
  without_you: ['지정하는 본인도 들어 있어야 합니다.', 'must include yourself'],
  other_result: ['이 이슈에는 쓸 수 없는 결과입니다.', 'is no result of this issue'],
  none_expected: [
    '해당 없음으로 회신하면서 예상 이슈를 적을 수 없습니다.',
    'cannot be there where nothing is expected',
  ],
  other_month: ['예상 월과 다른 달의 날짜입니다.', 'lies in another month than the expected one'],
  password_known: [
    '널리 알려졌거나 본인 이름과 같은 비밀번호입니다. 다른 비밀번호를 정해 주십시오.',
    'is widely known or little more than your name: choose another',
  ],
  password_wrong: ['지금 비밀번호와 다릅니다.', 'is not the present password'],
  code_wrong: ['인증번호가 올바르지 않거나 이미 사용한 번호입니다.', 'is wrong or was used already'],
  password_kinds: [
    '영문 대·소문자, 숫자, 특수문자 중 {0}종류 이상이어야 합니다.',
    'must have {0} of: small letters, capitals, digits, signs',
  ],
  confidential_export: [
    '열람 제한 이슈가 들어 있어 내려받는 사유를 적어야 합니다.',
    'is needed: what leaves is confidential',
  ],
  not_confidential: ['열람 제한 이슈에만 지정할 수 있습니다.', 'is for confidential issues only'],
  span: ['366일 이내의 기간이어야 합니다.', 'must be within 366 days'],
  period: ['종료일이 시작일보다 빠릅니다.', 'ends before it begins'],
  to_come: ['아직 오지 않은 날입니다.', 'lies in the future'],
  future: ['오늘보다 뒤여야 합니다.', 'must lie after today'],
  past: ['지난 날을 기한으로 하려면 사유를 적어야 합니다.', 'lies before today: give a reason'],
  exactly: ['{0}개여야 합니다.', 'must have exactly {0} items'],
  missing: ['빠진 항목이 있습니다: {0}', 'lacks: {0}'],
  hundred: ['가중치의 합이 100이어야 합니다(현재 {0}).', 'weights must add up to 100, not {0}'],
  steps: ['다음 순서로 하나씩 있어야 합니다: {0}', 'must have each of these once, in this order: {0}'],
  descending: ['바로 위 등급의 값보다 작아야 합니다.', 'must be less than that of the grade above'],
  not_collectable: ['총괄 회신으로 묶을 수 없는 요청사항입니다.', 'cannot be taken into one answer of all'],
  missing_answers: [
    '아직 회신하지 않은 부서가 있습니다({0}). 사유를 적으면 제외하고 회신합니다.',
    'some have not answered yet ({0}); say why the answer goes without them',
  ],
  department_younger: [
    '해당 부서가 설치된 날보다 뒤여야 합니다.',
    'must lie after the day the department began',
  ],
  department_taken: ['지금 있는 부서의 이름입니다.', 'is the name of a department that is there'],
  reorganisation_kind: ['이 구분에 맞지 않는 부서 수입니다.', 'does not fit this kind of reorganisation'],
  retention_rules: ['집행할 규칙을 하나 이상 골라 주십시오.', 'must name rules that are carried out'],
  in_force: ['이미 시행 중인 날보다 앞섭니다.', 'lies before today'],
  by_acceptance: ['수용(감수)은 별도의 승인으로 정합니다.', 'is set by an acceptance'],
  time: ['시각(HH:MM)으로 입력해 주십시오.', 'must be a time, HH:MM'],
  must_hear: [
    '부서에 온 요청·기한·위기처럼 반드시 알아야 하는 소식이어서 알림함에서 끌 수 없습니다.',
    'must be heard, as requests to your department, deadlines and crises are: it stays in the inbox',
  ],
  must_hear_mail: [
    '부서에 온 요청·기한·위기처럼 반드시 알아야 하는 소식이어서 메일을 끌 수 없습니다. 모아서 받을 수는 있습니다.',
    'must be heard, as requests to your department, deadlines and crises are: its mail can be gathered, not switched off',
  ],
  words_or_view: ['주제어와 저장한 보기 중 하나만 지정해 주십시오.', 'give either words or a saved view'],
  unreadable_view: [
    '이 보기의 조건으로는 관심 등록을 할 수 없습니다.',
    'has filters that cannot be followed',
  ],
  no_such_place: [
    '이 알림에 없는 자리표시입니다: {0}',
    'has a placeholder that this notice does not know: {0}',
  ],
  no_reader: ['이 대화를 볼 수 없는 사람은 지정할 수 없습니다.', 'is nobody who can read this conversation'],
  office_only: ['평가담당관만 쓰고 볼 수 있는 메모입니다.', 'is for notes of the evaluation office'],
  always_internal: [
    '이슈에 남기는 의견은 내부 메모입니다. 실·국에 알릴 내용은 요청사항에 남겨 주십시오.',
    'is always true for comments on an issue: speak to a department on its request',
  ],
  file_name: [
    '사용할 수 없는 파일 이름입니다. 경로, 제어문자, 특수문자(\\ / : * ? " < > |)를 빼고 200자 이내로 바꾸어 주십시오.',
    'is not a sound file name: no path, control characters or \\ / : * ? " < > |, at most 200 characters',
  ],
  place: ['알 수 없는 자리표시입니다: {0}', 'has unknown places: {0}'],
  whitelistValidation: ['알 수 없는 항목입니다.', 'is not a known field'],
};

/** A code such as `long|200` in words; what has no words here is a sentence already. */
export function inWords(message: string, language: 'ko' | 'en'): string {
  const [code = '', ...params] = message.split('|');
  const words = WORDS[code]?.[language === 'ko' ? 0 : 1];
  return words ? words.replaceAll(/\{(\d)\}/g, (_, i: string) => params[Number(i)] ?? '') : message;
}

/** The first thing wrong with each field, by its path. */
export function fieldErrors(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const path = parent ? `${parent}.${property}` : property;
    const [first] = Object.entries(constraints);
    const own = first
      ? [
          {
            path,
            message:
              value === undefined ? 'required' : first[0] === 'whitelistValidation' ? first[0] : first[1],
          },
        ]
      : [];
    return [...own, ...fieldErrors(children, path)];
  });
}
