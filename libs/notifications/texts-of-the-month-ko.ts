import type { Template } from './rules/template.js';
import type { MonthTextName } from './text-names.js';

/** Notices of the month's round and report, in the office's words. */
export const MONTH_TEXTS_KO: Readonly<Record<MonthTextName, Template>> = {
  'report.compiled': {
    title: '[월간 리포트] {month} 예상 리스크 이슈 초안',
    lines: ['{month} 리포트 제{edition}차 초안이 작성되었습니다. 검토해 주십시오.'],
  },
  'report.held': {
    title: '[월간 리포트] {month} 예상 리스크 이슈 초안 보류',
    lines: ['{month} 리포트 제{edition}차 초안의 확정을 보류하였습니다.', '○ 사유 : {reason}'],
  },
  'report.released': {
    title: '[월간 리포트] {month} 예상 리스크 이슈 초안 보류 해제',
    lines: ['{month} 리포트 제{edition}차 초안의 보류를 해제하였습니다.', '○ 사유 : {reason}'],
  },
  'report.resent': {
    title: '[월간 리포트] {month} 예상 시정 리스크 이슈 보고(재배포)',
    lines: ['{month} 예상 시정 리스크 이슈 보고({editionName})를 다시 보냅니다.'],
  },
  'report.review-due': {
    title: '[월간 리포트] {month} 예상 리스크 이슈 초안 검토',
    lines: [
      '{month} 리포트 제{edition}차 초안의 검토일이 되었으나 아직 확정되지 않았습니다. 검토하여 주십시오.',
    ],
  },
  'report.issue-due': {
    title: '[월간 리포트] {month} 예상 리스크 이슈 초안 확정',
    lines: [
      '{month} 리포트의 보고일이 되었으나 제{edition}차 초안이 아직 확정되지 않았습니다. 확정하여 배포하여 주십시오.',
    ],
  },
  'report.published': {
    title: '[월간 리포트] {month} 예상 시정 리스크 이슈 보고',
    lines: ['{month} 예상 시정 리스크 이슈 보고({editionName})를 배포합니다.'],
  },
  'outlook.results-due': {
    title: '[월간 리포트] {month} 예상 이슈 결과 확인',
    lines: [
      '{month} 예상 이슈의 결과(현실화·예방·완화·미발생)를 확인해 주십시오. 확인한 결과가 다음 리포트에 실립니다.',
      '○ 제안만 되어 있고 확인하지 않은 이슈 : {unsettled}건',
    ],
  },
  'round.asked': {
    title: '[수요조회] {month} 예상 이슈 조회',
    lines: [
      '{month}에 쟁점화가 예상되는 이슈를 조회하오니 기한 내 회신하여 주시기 바랍니다. 없으면 ‘해당 없음’을 한 번 누르면 됩니다.',
      '○ 조회 대상 : {department}(주무과 취합)',
      '○ 회신기한 : {due}',
    ],
  },
  'round.reminded': {
    title: '[수요조회 회신 요청] {month} 예상 이슈 조회',
    lines: [
      '{month} 예상 이슈 조회에 아직 회신하지 않으셨습니다. 예상 이슈가 없어도 ‘해당 없음’으로 회신하여 주시기 바랍니다.',
      '○ 조회 대상 : {department}(주무과 취합)',
      '○ 회신기한 : {due}',
    ],
  },
};
