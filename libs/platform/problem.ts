import { FILE_PROBLEMS } from './file-problems.js';
import type { Label } from './labels.js';
import { TABLE_PROBLEMS } from './tables/problems.js';

/** A text in both languages; `{name}` is replaced by the parameter of that name. */
interface Wording {
  status: number;
  ko: string;
  en: string;
}

/** Everything that can be wrong with a request, in the words people read. */
export const PROBLEMS = {
  invalid: { status: 400, ko: '입력 내용을 확인해 주십시오.', en: 'Please check the input.' },
  'request.malformed': { status: 400, ko: '요청을 읽을 수 없습니다.', en: 'The request cannot be read.' },
  'request.too_slow': {
    status: 408,
    ko: '요청이 제때 도착하지 않았습니다.',
    en: 'The request did not arrive in time.',
  },
  'header.too_large': {
    status: 431,
    ko: '요청 주소나 머리말이 너무 깁니다.',
    en: 'The address or the headers are too long.',
  },
  'body.malformed': {
    status: 400,
    ko: '요청 본문을 읽을 수 없습니다.',
    en: 'The request body cannot be read.',
  },
  'body.too_large': { status: 413, ko: '요청 본문이 너무 큽니다.', en: 'The request body is too large.' },
  'body.unsupported': {
    status: 415,
    ko: '지원하지 않는 형식입니다. application/json으로 보내 주십시오.',
    en: 'Unsupported media type: send application/json.',
  },
  'body.not_a_form': {
    status: 415,
    ko: '파일은 multipart/form-data로 보내 주십시오.',
    en: 'Send the file as multipart/form-data.',
  },
  unauthenticated: { status: 401, ko: '로그인이 필요합니다.', en: 'Please sign in.' },
  'session.wrong': {
    status: 401,
    ko: '전자우편 주소 또는 비밀번호가 올바르지 않습니다.',
    en: 'The e-mail address or the password is wrong.',
  },
  'request.too_many': {
    status: 429,
    ko: '요청이 너무 많습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'Too many requests. Please try again shortly.',
  },
  'session.too_many': {
    status: 429,
    ko: '로그인 시도가 너무 많습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'Too many attempts to sign in. Please try again later.',
  },
  'session.stale': {
    status: 403,
    ko: '로그인한 지 오래되었습니다. 본인임을 다시 확인해 주십시오.',
    en: 'You signed in some time ago. Please prove once more who you are.',
  },
  'second_factor.required': {
    status: 401,
    ko: '인증 앱의 6자리 인증번호나 복구 코드를 입력해 주십시오.',
    en: 'Please enter the code of your app, or a recovery code.',
  },
  'second_factor.wrong': {
    status: 401,
    ko: '인증번호가 올바르지 않거나 이미 사용한 번호입니다.',
    en: 'The code is wrong or was used already.',
  },
  'password.due': {
    status: 403,
    ko: '먼저 받은 비밀번호를 본인만 아는 것으로 바꿔 주십시오.',
    en: 'Please change the password that you were given first.',
  },
  'second_factor.due': {
    status: 403,
    ko: '먼저 2단계 인증을 등록해 주십시오.',
    en: 'Please set up the second factor first.',
  },
  'second_factor.on': {
    status: 409,
    ko: '이미 2단계 인증을 사용하고 있습니다.',
    en: 'The second factor is in use already.',
  },
  'second_factor.off': {
    status: 409,
    ko: '2단계 인증을 사용하고 있지 않습니다.',
    en: 'The second factor is not in use.',
  },
  forbidden: { status: 403, ko: '이 업무를 처리할 권한이 없습니다.', en: 'You may not do this.' },
  'origin.foreign': {
    status: 403,
    ko: '다른 사이트에서 온 요청은 처리하지 않습니다.',
    en: 'Requests from other sites are refused.',
  },
  'not-found': { status: 404, ko: '찾을 수 없습니다.', en: 'Not found.' },
  'method.unknown': { status: 405, ko: '지원하지 않는 요청 방식입니다.', en: 'Method not allowed.' },
  'precondition.required': {
    status: 428,
    ko: '수정하려면 If-Match 헤더에 현재 버전 번호를 보내 주십시오.',
    en: 'Send the current version in If-Match.',
  },
  'precondition.failed': {
    status: 412,
    ko: '그 사이에 다른 사람이 내용을 바꾸었습니다. 최신 내용을 확인해 주십시오.',
    en: 'Somebody changed it in the meantime.',
  },
  'idempotency.other_body': {
    status: 422,
    ko: '같은 Idempotency-Key로 다른 내용이 접수되어 있습니다.',
    en: 'This Idempotency-Key was used with another body.',
  },
  'issue.illegal_transition': {
    status: 409,
    ko: '현재 단계({stage}, {state})에서는 처리할 수 없습니다.',
    en: 'Not possible in this stage of the issue: {stage} ({state}).',
  },
  'issue.confidential_request': {
    status: 409,
    ko: '열람 제한 이슈의 열람자가 아닌 부서에는 요청할 수 없습니다.',
    en: 'The department has no reader of this confidential issue.',
  },
  'decision.stale': {
    status: 409,
    ko: '{seen}차 내용에 대한 결정이나 현재는 {current}차 내용입니다. 변경된 내용을 확인해 주십시오.',
    en: 'The decision is about revision {seen}, the issue is at {current}.',
  },
  'decision.lead_missing': {
    status: 409,
    ko: '실·국 대응에는 주관부서가 필요합니다.',
    en: 'A department response needs a lead department.',
  },
  'decision.incomplete': {
    status: 400,
    ko: '결정하려면 다음 항목이 필요합니다: {fields}',
    en: 'A decision needs: {fields}',
  },
  'policy.not_competent': {
    status: 403,
    ko: '평가기준 시행은 {position} 이상의 전결 사항입니다. 결재를 받았으면 결재권자와 문서번호를 입력해 주십시오.',
    en: 'Putting a policy into force takes a {position}. If one has approved it, give who did and the document number.',
  },
  'decision.not_competent': {
    status: 403,
    ko: '중요도가 {grade}인 이슈의 {act} 결정은 {position} 이상의 전결 사항입니다. 결재를 받았으면 결재권자와 문서번호를 입력해 주십시오.',
    en: '{act} at grade {grade} takes a {position}. If one has approved it, give who did and the document number.',
  },
  'decision.alone': {
    status: 409,
    ko: '직접 등록한 이슈를 {grade}(으)로 혼자 확정할 수 없습니다. 다른 결재권자의 확정이 필요합니다.',
    en: 'Who registered an issue does not decide on {grade} alone: somebody else has to.',
  },
  'reorganisation.open_work': {
    status: 409,
    ko: '{names}에 승계할 부서가 없는 업무·인원이 {count}건 있어 폐지할 수 없습니다. 승계 부서를 지정하거나 먼저 이관해 주십시오: {list}',
    en: '{names} has {count} pieces of open work or people that nobody would succeed to. Name a successor, or move them first: {list}',
  },
  'reorganisation.planned_already': {
    status: 409,
    ko: '{name}에는 {on} 시행할 조직개편이 이미 등록되어 있습니다.',
    en: 'A reorganisation of {name} on {on} has been entered already.',
  },
  'reorganisation.over': {
    status: 409,
    ko: '이미 시행되었거나 취소된 조직개편입니다.',
    en: 'This reorganisation is in effect or was taken back.',
  },
  'policy.version_taken': {
    status: 409,
    ko: '같은 이름의 평가기준이 있습니다.',
    en: 'There is a policy of this version.',
  },
  'policy.activated': {
    status: 409,
    ko: '시행이 결정된 평가기준은 바꿀 수 없습니다. 새 기준을 작성해 주십시오.',
    en: 'An activated policy cannot change. Please draft a new version.',
  },
  'decision.own_merge': {
    status: 409,
    ko: '자기 자신과 병합할 수 없습니다.',
    en: 'An issue cannot be merged into itself.',
  },
  'merge.none': {
    status: 409,
    ko: '병합된 이슈가 아닙니다.',
    en: 'It is not merged into another issue.',
  },
  'merge.target_closed': {
    status: 409,
    ko: '병합한 이슈({number})가 종결되어 병합을 취소할 수 없습니다. 그 이슈를 먼저 재개해 주십시오.',
    en: 'The issue it went into ({number}) is closed. Reopen that one first.',
  },
  'group.depth': {
    status: 409,
    ko: '묶음은 한 단계까지입니다. 종결되었거나 다른 이슈에 묶인 이슈, 하위 이슈가 있는 이슈는 묶을 수 없습니다.',
    en: 'Issues are grouped one level deep: neither may stand under a closed or grouped issue, nor one that leads others.',
  },
  'crisis.none': {
    status: 409,
    ko: '위기로 인계한 이슈가 아닙니다.',
    en: 'It was not handed over as a crisis.',
  },
  'request.illegal_transition': {
    status: 409,
    ko: '현재 상태({state})의 요청사항에는 처리할 수 없습니다.',
    en: 'Not possible in this state of the request: {state}.',
  },
  'request.no_letter': {
    status: 409,
    ko: '평가담당관 자체관리 과제에는 공문이 없습니다.',
    en: 'A task of the office goes out with no letter.',
  },
  'request.cannot_collect': {
    status: 409,
    ko: '부서에 요청하였고 다른 총괄 회신에 묶이지 않은 요청사항만 총괄로 지정할 수 있습니다.',
    en: 'Only a request to a department that is in no other answer of all can collect.',
  },
  'lesson.none': {
    status: 409,
    ko: '종결하면서 교훈을 남긴 이슈가 아닙니다.',
    en: 'It was not closed with a lesson.',
  },
  'response.not_newest': {
    status: 409,
    ko: '이미 검토하였거나 더 새로운 회신이 있습니다.',
    en: 'It was reviewed already, or there is a newer response.',
  },
  'escalation.nobody': {
    status: 409,
    ko: '이 직위에 보고받을 사람이 없습니다. 사용자를 등록하거나, 다른 방법으로 보고하고 보고하지 않음으로 처리해 주십시오.',
    en: 'Nobody holds this position. Add who does, or report another way and dismiss this word.',
  },
  'escalation.settled': {
    status: 409,
    ko: '이미 처리하였거나 회신 등으로 필요 없게 된 상향 보고입니다.',
    en: 'It was settled already, or is not needed any more.',
  },
  'follow_up.none': {
    status: 409,
    ko: '재발 여부를 묻고 있지 않은 이슈입니다.',
    en: 'Nothing is asked about this issue.',
  },
  'deputy.overlap': {
    status: 409,
    ko: '그 기간에 이미 지정된 대결·직무대리와 겹칩니다({name}).',
    en: 'It overlaps with another deputy of that time ({name}).',
  },
  'deputy.chain': {
    status: 409,
    ko: '그 기간에 자리를 비우는 사람은 대신할 수 없고, 다른 사람을 대신하는 사람은 자리를 비울 수 없습니다({name}).',
    en: 'Who is absent then stands for nobody, and who stands for somebody is not absent ({name}).',
  },
  'deputy.unfit': {
    status: 409,
    ko: '같은 부서에서 같은 역할을 하는 사람만 대신할 수 있습니다.',
    en: 'Only somebody of the same role and department can be the deputy.',
  },
  'deputy.none': {
    status: 403,
    ko: '지금 그 사람을 대신하고 있지 않습니다.',
    en: 'You do not stand for that person now.',
  },
  'deputy.over': {
    status: 409,
    ko: '이미 끝난 대결·직무대리입니다.',
    en: 'It is over already.',
  },
  'signal.illegal_transition': {
    status: 409,
    ko: '현재 상태({state})의 동향에는 처리할 수 없습니다.',
    en: 'Not possible in this state of the signal: {state}.',
  },
  'signal.no_reporter': {
    status: 409,
    ko: '실·국에서 제보한 동향에만 보완을 요청할 수 있습니다.',
    en: 'Only the department that reported a signal can be asked for more.',
  },
  'signal.question_open': {
    status: 409,
    ko: '이미 보완을 요청하여 회신을 기다리고 있습니다.',
    en: 'The reporter was asked already and has not answered yet.',
  },
  'signal.no_question': {
    status: 409,
    ko: '회신할 보완 요청이 없습니다.',
    en: 'No question waits for an answer.',
  },
  'feed.url_taken': {
    status: 409,
    ko: '이미 등록된 피드 주소입니다.',
    en: 'There is a feed of this address already.',
  },
  'feed.off': {
    status: 409,
    ko: '수집을 중지한 피드입니다. 먼저 사용으로 바꾸어 주십시오.',
    en: 'The feed is switched off. Switch it on first.',
  },
  'export.too_many': {
    status: 400,
    ko: '한 번에 {most}건까지 내려받을 수 있습니다. 조회 조건을 좁혀 주십시오.',
    en: 'At most {most} rows can be exported at once. Please narrow the filters.',
  },
  ...TABLE_PROBLEMS,
  ...FILE_PROBLEMS,
  'import.columns_missing': {
    status: 400,
    ko: '필요한 열이 없습니다: {columns}. 첫 행에 제목줄이 있는지, 양식의 제목과 같은지 확인해 주십시오.',
    en: 'Columns are missing: {columns}. The first row must hold the headings of the template.',
  },
  'import.column_twice': {
    status: 400,
    ko: '같은 뜻의 열이 두 번 있습니다: {columns}',
    en: 'Columns are there twice: {columns}',
  },
  'import.confidential': {
    status: 400,
    ko: '열람 제한 이슈는 파일로 가져올 수 없습니다. 열람 제한·열람자 열을 지우고, 해당 이슈는 화면에서 등록해 주십시오.',
    en: 'Confidential issues cannot be imported. Remove those columns and register such issues one by one.',
  },
  'import.no_rows': {
    status: 400,
    ko: '제목줄 아래에 가져올 행이 없습니다.',
    en: 'There are no rows below the headings.',
  },
  'import.ended': {
    status: 409,
    ko: '이미 끝난 가져오기입니다.',
    en: 'This import has ended already.',
  },
  'comment.withdrawn': {
    status: 409,
    ko: '삭제한 의견입니다.',
    en: 'This comment was withdrawn.',
  },
  'comment.too_late': {
    status: 409,
    ko: '의견은 쓴 뒤 {minutes}분 동안만 고칠 수 있습니다. 새 의견으로 덧붙여 주십시오.',
    en: 'A comment can be changed for {minutes} minutes only. Please add another one.',
  },
  'template.name_taken': {
    status: 409,
    ko: '같은 이름의 서식이 있습니다.',
    en: 'There is a template of this name.',
  },
  'report.nothing_to_approve': {
    status: 409,
    ko: '확정할 초안이 없습니다.',
    en: 'There is no draft to approve.',
  },
  'report.not_competent': {
    status: 403,
    ko: '월간 리포트 확정은 {position} 이상의 전결 사항입니다. 결재를 받았으면 결재권자와 문서번호를 입력해 주십시오.',
    en: 'Issuing the monthly report takes a {position}. If one has approved it, give who did and the document number.',
  },
  'report.held': {
    status: 409,
    ko: '보류한 초안입니다. 보류를 해제한 뒤 확정해 주십시오.',
    en: 'The draft is on hold. Please release it before it is issued.',
  },
  'report.nothing_to_edit': {
    status: 409,
    ko: '고칠 초안이 없습니다. 확정한 리포트는 정정본을 작성한 뒤 고칠 수 있습니다.',
    en: 'There is no draft to edit. After an issued report a correction comes first.',
  },
  'report.nothing_to_hold': {
    status: 409,
    ko: '보류할 초안이 없습니다.',
    en: 'There is no draft to hold back.',
  },
  'report.not_held': {
    status: 409,
    ko: '보류한 초안이 없습니다.',
    en: 'There is no draft on hold.',
  },
  'report.not_sent': {
    status: 409,
    ko: '현재 배포 중인 판만 다시 보낼 수 있습니다.',
    en: 'Only the edition in force can be sent again.',
  },
  'report.compiling': {
    status: 409,
    ko: '리포트를 작성하고 있습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'The report is being compiled. Please try again shortly.',
  },
  'outlook.not_begun': {
    status: 409,
    ko: '{month}이 되지 않아 결과를 정리할 수 없습니다.',
    en: 'Results are settled from the beginning of the month on: {month}.',
  },
  'round.exists': {
    status: 409,
    ko: '{month} 수요조회는 이미 시작되었습니다.',
    en: 'There is a round for {month} already.',
  },
  'round.over': {
    status: 409,
    ko: '{month}이 지났거나 그 달의 리포트가 확정되어 수요조회를 시작할 수 없습니다.',
    en: 'The month is over, or its report is issued: {month}.',
  },
  'round.closed': {
    status: 409,
    ko: '마감된 수요조회입니다. 새 예상 이슈는 동향 제보로 알려 주십시오.',
    en: 'The round is closed. Please report what you expect as a signal.',
  },
  'round.all_answered': {
    status: 409,
    ko: '모든 부서가 회신하였습니다.',
    en: 'Every department has answered.',
  },
  'user.email_taken': {
    status: 409,
    ko: '이미 등록된 전자우편 주소입니다.',
    en: 'This e-mail address is taken.',
  },
  'token.reach': {
    status: 403,
    ko: '이 API 토큰으로는 할 수 없습니다.',
    en: 'This token does not reach that far.',
  },
  'token.too_many': {
    status: 409,
    ko: 'API 토큰은 {most}개까지 쓸 수 있습니다. 쓰지 않는 토큰을 폐기해 주십시오.',
    en: 'There may be {most} tokens. Please revoke one that is not used.',
  },
  'user.last_admin': {
    status: 409,
    ko: '사용 중인 시스템 관리자가 한 명은 있어야 합니다.',
    en: 'One administrator must remain.',
  },
  'user.yourself': {
    status: 409,
    ko: '본인 계정의 역할이나 사용 여부는 다른 관리자가 바꿀 수 있습니다.',
    en: 'Another administrator may change your own role or close your account.',
  },
  'view.name_taken': {
    status: 409,
    ko: '같은 이름으로 저장한 보기가 있습니다.',
    en: 'You have a saved view of this name for the page.',
  },
  'webhook.too_many': {
    status: 409,
    ko: '웹훅은 {most}개까지 등록할 수 있습니다. 쓰지 않는 웹훅을 먼저 삭제해 주십시오.',
    en: 'There can be at most {most} webhooks. Please delete those that are not used.',
  },
  'delivery.under_way': {
    status: 409,
    ko: '아직 보내는 중입니다. 결과를 확인한 뒤 다시 보내 주십시오.',
    en: 'It is still on its way. Please wait for the outcome.',
  },
  'delivery.inbox': {
    status: 409,
    ko: '알림함의 알림은 이미 전달되어 다시 보낼 수 없습니다.',
    en: 'A notice in the inbox is there already: it cannot be sent again.',
  },
  'delivery.webhook_off': {
    status: 409,
    ko: '사용하지 않는 웹훅입니다. 먼저 사용으로 바꾸어 주십시오.',
    en: 'The webhook is switched off. Switch it on first.',
  },
  'follow.too_many': {
    status: 409,
    ko: '주제와 보기는 {most}개까지 관심 등록할 수 있습니다.',
    en: 'At most {most} subjects can be followed.',
  },
  'parked.moved_on': {
    status: 409,
    ko: '이미 처리된 보류 건입니다.',
    en: 'This step is not parked any more.',
  },
  unavailable: {
    status: 503,
    ko: '일시적으로 처리할 수 없습니다. 잠시 후 다시 시도해 주십시오.',
    en: 'Temporarily unavailable. Please try again shortly.',
  },
  internal: { status: 500, ko: '처리 중 오류가 발생했습니다.', en: 'Something went wrong.' },
} as const satisfies Record<string, Wording>;
export type ProblemCode = keyof typeof PROBLEMS;

/** A wrong field, by its path in the body, e.g. `risks.0.text`. */
export interface FieldError {
  path: string;
  message: string;
}

/** Something a caller can do something about; becomes `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly params: Record<string, string | number | Label> = {},
    readonly more: { errors?: FieldError[]; current?: object; retryAfterSeconds?: number } = {},
  ) {
    super(code);
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  /** What people read, in their language. */
  text(language: 'ko' | 'en'): string {
    return PROBLEMS[this.code][language].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = this.params[name] ?? '';
      return typeof value === 'object' ? value[language] : String(value);
    });
  }
}

/** The one field that is wrong, where only the data can tell, e.g. a department that does not exist. */
export const wrongField = (path: string, message: string): Problem =>
  new Problem('invalid', {}, { errors: [{ path, message }] });

/** Refuses a change of an older version than `current`, which the refusal carries; `null`: whatever the version. */
export function requireVersion(current: { version: number }, expected: number | null): void {
  if (expected !== null && expected !== current.version)
    throw new Problem('precondition.failed', {}, { current });
}
