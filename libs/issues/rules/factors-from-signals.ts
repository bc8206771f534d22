import type { Channel, Level } from '#issues/vocabulary.js';
import { CHANNEL_POLICY, DISPOSITIONS, NATIONAL_OUTLETS, type ChannelPolicy } from '#config/channels.js';
import { finding, wordFindings, type Finding, type Reading, type ScoreSignal } from './evidence.js';
import { mentioned, plain } from './mention.js';

/** Press: the weightiest item, several outlets, and a story that stays for days. Friendly articles are no risk. */
export function press(reading: Reading): Finding[] {
  const rules = reading.policy.press;
  const items = signalsOf('press', reading).filter((signal) => signal.tone !== 'positive');
  const national = items.filter(isNational);
  const outlets = new Set(national.map((signal) => signal.outlet ?? ''));
  const number = sum(national);
  const days = new Set(national.map((signal) => signal.publishedOn).filter(Boolean)).size;
  const prominent = sum(national.filter((signal) => rules.prominentKinds.includes(kindOf(signal).id)));
  const forDays = days >= rules.days && (number >= rules.items || prominent >= rules.prominent);
  return [
    ...items.flatMap((signal) => finding('press', pressLevel(signal), pressText(signal), reading)),
    ...finding(
      'press',
      national.length > 0 ? 3 : 1,
      `언론보도 ${number}건(${named(outlets)}): 중앙지·방송`,
      reading,
    ),
    ...finding(
      'press',
      outlets.size >= rules.severalOutlets ? 4 : 1,
      `주요 언론 ${outlets.size}곳(${named(outlets)}) 보도`,
      reading,
    ),
    ...finding('press', forDays ? 5 : 1, `주요 언론 ${days}일에 걸쳐 ${number}건 보도`, reading),
    ...byChannel('press', '언론', items.length, reading),
    ...wordFindings('press', reading),
  ];
}

function pressLevel(signal: ScoreSignal): Level {
  const kind = kindOf(signal);
  return kind.id === 'general' && !isNational(signal) ? CHANNEL_POLICY.press.kinds.local.level : kind.level;
}

function pressText(signal: ScoreSignal): string {
  return `언론보도(${signal.outlet ?? '매체 미상'}): ${kindOf(signal).ko}`;
}

/** A placement such as an editorial or a front page is looked up in any outlet; only national ones make "several majors". */
function isNational(signal: ScoreSignal): boolean {
  const outlet = plain(signal.outlet ?? '');
  return kindOf(signal).id !== 'local' && NATIONAL_OUTLETS.some((name) => outlet.includes(name));
}

/** Council and politics: the weightiest question, requests for documents that pile up, parties against each other. */
export function council(reading: Reading): Finding[] {
  const rules = reading.policy.council;
  const items = signalsOf('politics', reading);
  const requests = sum(items.filter((signal) => kindOf(signal).id === 'data-request'));
  const statements = sum(items.filter((signal) => kindOf(signal).id === 'party-statement'));
  return [
    ...items.flatMap((signal) => {
      const { ko, level } = kindOf(signal);
      return finding('council', level, `의회·정치 동향: ${ko}`, reading);
    }),
    ...finding(
      'council',
      requests >= rules.concentratedRequests ? 4 : 1,
      `자료요구 ${requests}건 집중`,
      reading,
    ),
    ...finding(
      'council',
      statements >= rules.partyStatements ? 5 : 1,
      `정당 논평 ${statements}건: 공방`,
      reading,
    ),
    ...byChannel('council', '의회·정치', items.length, reading),
    ...wordFindings('council', reading),
  ];
}

/** Legal and audit liability: who audits, what the audit ended in, words. */
export function legalAudit(reading: Reading): Finding[] {
  const items = signalsOf('audit', reading);
  return [
    ...items.flatMap((signal) => {
      const { ko, level } = kindOf(signal);
      return finding('legalAudit', level, `감사 동향: ${ko}`, reading);
    }),
    ...items.flatMap((signal) =>
      DISPOSITIONS.filter(({ words }) => mentioned(plain(signal.title), words).length > 0).flatMap(
        ({ ko, level }) => finding('legalAudit', level, `감사 처분: ${ko}`, reading),
      ),
    ),
    ...byChannel('legalAudit', '감사', items.length, reading),
    ...wordFindings('legalAudit', reading),
  ];
}

const FED_BY = { press: 'press', council: 'politics', legalAudit: 'audit' } as const;

/** An issue that came by a channel has been spoken of there, even when no signal is attached; an audit has found something. */
function byChannel(name: keyof typeof FED_BY, label: string, items: number, reading: Reading): Finding[] {
  const came = reading.input.channel === FED_BY[name];
  // Whatever is attached later, an audit is not less of one for it.
  if (name === 'legalAudit') return finding(name, came ? 3 : 1, `${label} 경로로 접수`, reading);
  return finding(name, came && items === 0 ? 2 : 1, `${label} 경로로 접수(동향 미등록)`, reading);
}

function signalsOf(channel: Channel, { input }: Reading): ScoreSignal[] {
  return (input.signals ?? []).filter((signal) => signal.channel === channel);
}

function kindOf(signal: ScoreSignal): { id: string; ko: string; level: Level } {
  const { kinds, usual }: ChannelPolicy = CHANNEL_POLICY[signal.channel];
  const id = signal.kind && Object.hasOwn(kinds, signal.kind) ? signal.kind : usual;
  return { id, ko: kinds[id]?.ko ?? id, level: kinds[id]?.level ?? 1 };
}

/** Signals count once, or as often as they say. */
function sum(signals: readonly ScoreSignal[]): number {
  return signals.reduce((total, signal) => total + Math.max(1, signal.count ?? 1), 0);
}

function named(outlets: ReadonlySet<string>): string {
  const [first, second, third, ...more] = outlets;
  const shown = [first, second, third].filter(Boolean).join(', ');
  return more.length > 0 ? `${shown} 외 ${more.length}` : shown;
}
