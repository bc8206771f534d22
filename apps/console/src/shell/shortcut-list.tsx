import { useMay } from '../api/queries.js';
import { PAGES } from '../pages.js';
import type { PageEntry } from './page-entry.js';
import { defineText } from '../text/i18n.js';
import { useShellText } from './text.js';

export const useShortcutText = defineText('shortcuts', {
  ko: {
    title: '키보드 단축키',
    keys: '단축키',
    does: '기능',
    palette: '명령·통합검색',
    find: '찾기',
    help: '단축키 보기',
    submit: '작성 내용 등록',
    newIssue: '이슈 등록',
    board: '단계별 보드',
    signals: '동향 접수',
    move: '다음·이전 동향',
    unfold: '묶음 펼치기·접기',
    promote: '이슈로 등록',
    attach: '기존 이슈에 붙이기',
    dismiss: '제외',
    observe: '관찰',
    undo: '마지막 처리 실행 취소',
    afterwards: '누른 뒤',
    off: '한 글자 단축키는 환경설정에서 끌 수 있습니다.',
  },
  en: {
    title: 'Keyboard shortcuts',
    keys: 'Keys',
    does: 'What they do',
    palette: 'Commands and search',
    find: 'Find',
    help: 'Show shortcuts',
    submit: 'Send what you wrote',
    newIssue: 'Register an issue',
    board: 'Board',
    signals: 'Signals',
    move: 'Next and previous signal',
    unfold: 'Unfold or fold a cluster',
    promote: 'Register as issue',
    attach: 'Attach to an issue',
    dismiss: 'Dismiss',
    observe: 'Keep under observation',
    undo: 'Undo what was done last',
    afterwards: 'then',
    off: 'Single-letter shortcuts can be switched off in the settings.',
  },
});

/** What the keys do on the page of signals. */
const SIGNAL_KEYS = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['O'], does: 'unfold' },
  { keys: ['E'], does: 'promote' },
  { keys: ['A'], does: 'attach' },
  { keys: ['D'], does: 'dismiss' },
  { keys: ['W'], does: 'observe' },
  { keys: ['U'], does: 'undo' },
] as const;

interface Shortcut {
  keys: string[];
  label: string;
  /** Pressed one after the other, not together. */
  inTurn?: boolean;
  /** Each by itself. */
  either?: boolean;
}

/** Which keys there are for this person; `letters`: the single ones too. */
export function ShortcutList({ letters }: { letters: boolean }) {
  const t = useShortcutText();
  const may = useMay();
  const always: Shortcut[] = [
    { keys: ['Ctrl', 'K'], label: t('palette') },
    { keys: ['Ctrl', 'Enter'], label: t('submit') },
  ];
  const single: Shortcut[] = [
    { keys: ['/'], label: t('find') },
    { keys: ['?'], label: t('help') },
    ...usePages(),
    ...(may('POST /clusters/:id/dismissal') ? SIGNAL_KEYS : []).map(({ keys, does }) => ({
      keys: [...keys],
      label: `${t('signals')}: ${t(does)}`,
      inTurn: false,
      either: keys.length > 1,
    })),
  ];
  return (
    <table className="shortcuts">
      <caption className="sr-only">{t('title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('keys')}</th>
          <th scope="col">{t('does')}</th>
        </tr>
      </thead>
      <tbody>
        {[...always, ...(letters ? single : [])].map((shortcut) => (
          <tr key={shortcut.label}>
            <td>
              <Keys {...shortcut} />
            </td>
            <td>{shortcut.label}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Keys({ keys, inTurn, either }: Shortcut) {
  const t = useShortcutText();
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && (
        <span className="small subtle">{inTurn ? ` ${t('afterwards')} ` : either ? ' · ' : ' + '}</span>
      )}
      <kbd>{key}</kbd>
    </span>
  ));
}

function usePages(): Shortcut[] {
  const t = useShortcutText();
  const shell = useShellText();
  const may = useMay();
  // Pages without a place in the navigation have no name there.
  const labelOf = ({ nav, path }: PageEntry) =>
    nav ? shell(`nav.${nav.label}`) : t(path === '/issues/new' ? 'newIssue' : 'board');
  return PAGES.filter(({ letter, needs }) => letter && (!needs || may(needs))).map((page) => ({
    keys: ['G', page.letter!.toUpperCase()],
    label: labelOf(page),
    inTurn: true,
  }));
}
