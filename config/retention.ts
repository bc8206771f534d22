import type { RetentionAction, RetentionRuleName } from '#retention/vocabulary.js';
import { AUDIT } from './audit.js';

export interface RetentionRule {
  /** So many months after it is over. */
  months: number;
  action: RetentionAction;
  /** Where it is written, as it is shown to who carries it out. */
  source: string;
}

/**
 * 개인정보 보호법 제21조: what is no longer needed for its purpose is destroyed without delay, unless another law has it kept. How long it is
 * needed is the office's own judgement where no source gives a figure: [J].
 */
export const RETENTION: Readonly<Record<RetentionRuleName, RetentionRule>> = {
  // [J] A year in which questions about somebody's work still come; records they signed (기안·결재) are in e-approval under their name.
  'left-people': {
    months: 12,
    action: 'pseudonym',
    source: '개인정보 보호법 제21조·제58조의2, 보유기간은 내부 기준',
  },
  // [J] As long as the record of accesses: whether somebody was told can be asked for as long as what they did.
  messages: { months: 24, action: 'blank', source: '개인정보 보호법 제21조, 보유기간은 내부 기준' },
  // [J] The comment itself is part of the record of the issue and stays.
  mentions: { months: 36, action: 'delete', source: '개인정보 보호법 제21조, 보유기간은 내부 기준' },
  // [J] May tell of an illness: 개인정보 보호법 제23조 (민감정보).
  'deputy-notes': {
    months: 3,
    action: 'blank',
    source: '개인정보 보호법 제21조·제23조, 보유기간은 내부 기준',
  },
  // [J]
  tokens: { months: 12, action: 'delete', source: '개인정보 보호법 제21조, 보유기간은 내부 기준' },
  // 개인정보의 안전성 확보조치 기준 제8조: see config/audit.ts.
  'access-log': {
    months: AUDIT.keepAccessMonths,
    action: 'by-itself',
    source: '개인정보의 안전성 확보조치 기준 제8조(1년 이상, 5만명 이상 등은 2년 이상)',
  },
  // 개인정보의 안전성 확보조치 기준 제5조: at least three years; five here. Events are sealed and never deleted.
  'rights-history': {
    months: 60,
    action: 'kept',
    source: '개인정보의 안전성 확보조치 기준 제5조(3년 이상), 내부 기준 5년 이상',
  },
};
