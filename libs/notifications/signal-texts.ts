import { item, type Writer } from './message.js';
import type { NoticeName } from './notices.js';

type SignalNotice = Extract<NoticeName, `signal.${string}`>;

/** What a department and the office tell each other about what the department reported. */
export const SIGNALS_KO: Record<SignalNotice, Writer> = {
  'signal.reported': (s) => ({
    title: `[제보] ${s.title ?? ''}`,
    lines: [`${s.department ?? '실·국'}에서 동향을 제보하였습니다. 검토해 주십시오.`],
  }),
  'signal.questioned': (s) => ({
    title: `[제보 보완 요청] ${s.title ?? ''}`,
    lines: ['제보하신 동향의 보완을 요청드립니다.', ...item('보완사항', s.reason)],
  }),
  'signal.answered': (s) => ({
    title: `[제보 보완 회신] ${s.title ?? ''}`,
    lines: [
      `${s.department ?? '실·국'}에서 보완 요청에 회신하였습니다.`,
      ...item('보완사항', s.text),
      ...item('회신', s.reason),
    ],
  }),
  'signal.attached': (s) => ({
    title: `[제보 반영] ${s.title ?? ''}`,
    lines: ['제보하신 동향을 리스크 이슈에 반영하여 관리합니다.'],
  }),
  'signal.dismissed': (s) => ({
    title: `[제보 제외] ${s.title ?? ''}`,
    lines: ['제보하신 동향은 검토 결과 리스크로 관리하지 않습니다.', ...item('사유', s.reason)],
  }),
};

export const SIGNALS_EN: Record<SignalNotice, Writer> = {
  'signal.reported': (s) => ({
    title: `[Reported] ${s.title ?? ''}`,
    lines: [`${s.department ?? 'A department'} reported a signal. Please look at it.`],
  }),
  'signal.questioned': (s) => ({
    title: `[Question] ${s.title ?? ''}`,
    lines: ['The office asks for more about what you reported.', ...item('Question', s.reason)],
  }),
  'signal.answered': (s) => ({
    title: `[Answered] ${s.title ?? ''}`,
    lines: [
      `${s.department ?? 'The department'} answered your question.`,
      ...item('Question', s.text),
      ...item('Answer', s.reason),
    ],
  }),
  'signal.attached': (s) => ({
    title: `[Taken up] ${s.title ?? ''}`,
    lines: ['What you reported is now part of a risk issue.'],
  }),
  'signal.dismissed': (s) => ({
    title: `[Not taken up] ${s.title ?? ''}`,
    lines: ['What you reported was looked at and is not managed as a risk.', ...item('Reason', s.reason)],
  }),
};
