import {
  AWAITED_LABELS,
  CONFIRMATION_LABELS,
  ESCALATION_LABELS,
  MEASURE_LABELS,
  REQUEST_LABELS,
  RESPONSE_LABELS,
  WORK_LABELS,
} from '#actions/vocabulary.js';
import {
  AUTHORITY_LABELS,
  CHANNEL_LABELS,
  CONFIDENCE_LABELS,
  DECISION_LABELS,
  DIRECTION_LABELS,
  GRADE_LABELS,
  HORIZON_LABELS,
  MODE_LABELS,
  OUTCOME_LABELS,
  PLACE_LABELS,
  RECURRED_LABELS,
  REVIEW_LABELS,
  STAGE_LABELS,
  STATE_LABELS,
  TREATMENT_LABELS,
} from '#issues/vocabulary.js';
import {
  CONTACT_LABELS,
  DELIVERY_CHANNEL_LABELS,
  DELIVERY_LABELS,
  DISABLED_LABELS,
  FAULT_LABELS,
  WEBHOOK_LABELS,
} from '#deliveries/vocabulary.js';
import { IMPORT_STATE_LABELS } from '#imports/vocabulary.js';
import { MAIL_MODE_LABELS, NOTICE_KIND_LABELS } from '#notifications/vocabulary.js';
import { DEPUTY_LABELS, POSITION_LABELS, ROLE_LABELS } from '#people/vocabulary.js';
import { REMARK_LABELS, ROUND_LABELS, ROUND_STANDING_LABELS } from '#rounds/vocabulary.js';
import { REORGANISATION_LABELS } from '#reorganisations/vocabulary.js';
import { RETENTION_ACTION_LABELS, RETENTION_LABELS } from '#retention/vocabulary.js';
import { SIGNAL_LABELS } from '#signals/vocabulary.js';
import { useLanguage, type Language } from './i18n.js';

type Labels = Record<string, Record<Language, string>>;

const EDITION_LABELS = {
  draft: { ko: '초안', en: 'Draft' },
  held: { ko: '보류', en: 'On hold' },
  approved: { ko: '확정', en: 'Issued' },
  sent: { ko: '배포', en: 'Distributed' },
  superseded: { ko: '정정본으로 대체', en: 'Superseded' },
};

/** The closed words of the domain as people read them; the keys are those of the API. */
const LABELS = {
  stage: STAGE_LABELS,
  reorganisation: REORGANISATION_LABELS,
  retention: RETENTION_LABELS,
  retentionAction: RETENTION_ACTION_LABELS,
  state: STATE_LABELS,
  grade: GRADE_LABELS,
  channel: CHANNEL_LABELS,
  direction: DIRECTION_LABELS,
  horizon: { ...HORIZON_LABELS, none: { ko: '현행 유지(모니터링)', en: 'Keep watching' } },
  decision: DECISION_LABELS,
  outcome: OUTCOME_LABELS,
  request: REQUEST_LABELS,
  measure: MEASURE_LABELS,
  confirmation: CONFIRMATION_LABELS,
  work: WORK_LABELS,
  response: RESPONSE_LABELS,
  signal: SIGNAL_LABELS,
  edition: EDITION_LABELS,
  delivery: DELIVERY_LABELS,
  deliveryChannel: DELIVERY_CHANNEL_LABELS,
  fault: FAULT_LABELS,
  webhook: WEBHOOK_LABELS,
  disabled: DISABLED_LABELS,
  contact: CONTACT_LABELS,
  import: IMPORT_STATE_LABELS,
  role: ROLE_LABELS,
  position: POSITION_LABELS,
  treatment: TREATMENT_LABELS,
  mode: MODE_LABELS,
  confidence: CONFIDENCE_LABELS,
  place: PLACE_LABELS,
  authority: AUTHORITY_LABELS,
  awaited: AWAITED_LABELS,
  escalation: ESCALATION_LABELS,
  review: REVIEW_LABELS,
  recurred: RECURRED_LABELS,
  deputy: DEPUTY_LABELS,
  round: ROUND_LABELS,
  roundStanding: ROUND_STANDING_LABELS,
  remark: REMARK_LABELS,
  notice: NOTICE_KIND_LABELS,
  mail: MAIL_MODE_LABELS,
} satisfies Record<string, Labels>;
export type Words = { [K in keyof typeof LABELS]: Record<keyof (typeof LABELS)[K], string> };

const inLanguage = (language: Language): Words =>
  Object.fromEntries(
    Object.entries(LABELS).map(([kind, labels]) => [
      kind,
      Object.fromEntries(Object.entries(labels).map(([key, label]) => [key, label[language]])),
    ]),
  ) as Words;

const WORDS = { ko: inLanguage('ko'), en: inLanguage('en') };

/** `useWords().grade.high` → 높음 */
export const useWords = (): Words => WORDS[useLanguage()];

/** The words of one kind as the choices of a field, in their order. */
export const choicesOf = <K extends string>(words: Record<K, string>): { id: K; label: string }[] =>
  Object.entries(words).map(([id, label]) => ({ id: id as K, label: label as string }));
