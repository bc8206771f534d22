import { useMay } from '../api/queries.js';
import { PAGES, type PageEntry } from '../pages.js';
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
    afterwards: 'then',
    off: 'Single-letter shortcuts can be switched off in the settings.',
  },
});

interface Shortcut {
  keys: string[];
  label: string;
  /** Pressed one after the other, not together. */
  inTurn?: boolean;
}

/** Which keys there are for this person; `letters`: the single ones too. */
export function ShortcutList({ letters }: { letters: boolean }) {
  const t = useShortcutText();
  const always: Shortcut[] = [
    { keys: ['Ctrl', 'K'], label: t('palette') },
    { keys: ['Ctrl', 'Enter'], label: t('submit') },
  ];
  const single: Shortcut[] = [
    { keys: ['/'], label: t('find') },
    { keys: ['?'], label: t('help') },
    ...usePages(),
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

function Keys({ keys, inTurn }: Shortcut) {
  const t = useShortcutText();
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && <span className="small subtle">{inTurn ? ` ${t('afterwards')} ` : ' + '}</span>}
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
