import { useDeferredValue, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useNavigate } from 'react-router';
import { useMay, useRead } from '../api/queries.js';
import type { Issue, Page } from '../api/types.js';
import { chooseLanguage, defineText, useLanguage } from '../text/i18n.js';
import { fits } from '../text/initials.js';
import { useWords } from '../text/words.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useShownPages } from './shown-pages.js';
import { signOut } from './sign-out.js';
import { useShellText } from './text.js';
import { chooseTheme, useTheme } from './theme.js';

const useText = defineText('palette', {
  ko: {
    title: '명령·통합검색',
    placeholder: '이슈명, 이슈번호, 초성(ㅂㅁㅂㅇ), 메뉴',
    issues: '이슈',
    pages: '메뉴',
    actions: '실행',
    nothing: '찾는 것이 없습니다. 다른 말이나 초성으로 찾아 보십시오.',
    new: '이슈 등록',
    board: '단계별 보드',
    signal: '동향 등록',
    all: '“{{q}}” 목록에서 모두 보기',
  },
  en: {
    title: 'Commands and search',
    placeholder: 'Issue, number, initial consonants, page',
    issues: 'Issues',
    pages: 'Pages',
    actions: 'Actions',
    nothing: 'Nothing found. Try other words or initial consonants.',
    new: 'Register an issue',
    board: 'Board',
    signal: 'Log a signal',
    all: 'Show all for “{{q}}” in the list',
  },
});

interface Entry {
  id: string;
  label: string;
  detail?: string;
  icon: IconName;
  run: () => unknown;
}

/** Everything is a few letters away: pages, actions, and issues by words, number or initial consonants. */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <ModalOverlay
      className="overlay"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('title')}>
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const sections = [
    { id: 'issues', title: t('issues'), entries: useIssues(asked, typed.trim()) },
    { id: 'pages', title: t('pages'), entries: fitting(usePages(), typed) },
    { id: 'actions', title: t('actions'), entries: fitting(useActions(), typed) },
  ].filter(({ entries }) => entries.length);
  const byId = new Map(sections.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry]));
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField aria-label={t('title')} autoFocus>
        <Input className="input" placeholder={t('placeholder')} />
      </SearchField>
      <Menu
        className="menu palette-list"
        aria-label={t('title')}
        renderEmptyState={() => <p className="listbox-empty">{t('nothing')}</p>}
        onAction={(key) => {
          onClose();
          byId.get(String(key))?.run();
        }}
      >
        {sections.map(({ id, title, entries }) => (
          <MenuSection key={id} id={id}>
            <Header className="palette-head">{title}</Header>
            {entries.map(({ id: entryId, label, detail, icon }) => (
              <MenuItem key={entryId} id={entryId} textValue={label} className="menu-item">
                <Icon name={icon} />
                <span>
                  {label} {detail && <span className="small subtle">{detail}</span>}
                </span>
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </Menu>
    </Autocomplete>
  );
}

const fitting = (entries: Entry[], typed: string): Entry[] =>
  entries.filter(({ label }) => fits(label, typed));

function usePages(): Entry[] {
  const shell = useShellText();
  const navigate = useNavigate();
  return useShownPages().map(({ path, nav }) => ({
    id: path,
    label: shell(`nav.${nav.label}`),
    icon: nav.icon,
    run: () => navigate(path),
  }));
}

function useActions(): Entry[] {
  const t = useText();
  const shell = useShellText();
  const navigate = useNavigate();
  const may = useMay();
  const theme = useTheme();
  const language = useLanguage();
  const goes = (id: string, label: string, to: string, needs: string): Entry[] =>
    may(needs) ? [{ id, label, icon: 'plus', run: () => navigate(to) }] : [];
  return [
    ...goes('new-issue', t('new'), '/issues/new', 'POST /issues'),
    ...goes('new-signal', t('signal'), '/signals/new', 'POST /signals'),
    ...goes('board', t('board'), '/issues/board', 'GET /issues'),
    {
      id: 'theme',
      label: shell(theme === 'dark' ? 'light' : 'dark'),
      icon: theme === 'dark' ? 'sun' : 'moon',
      run: () => chooseTheme(theme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: shell('language'),
      icon: 'globe',
      run: () => chooseLanguage(language === 'ko' ? 'en' : 'ko'),
    },
    { id: 'sign-out', label: shell('signOut'), icon: 'close', run: signOut },
  ];
}

/** What was found for `q`; nothing of it may be taken once something else is `typed`. */
function useIssues(q: string, typed: string): Entry[] {
  const t = useText();
  const words = useWords();
  const navigate = useNavigate();
  const may = useMay();
  const query = q && may('GET /issues') ? `/issues?limit=7&q=${encodeURIComponent(q)}` : null;
  const { data } = useRead<Page<Issue>>(query);
  if (!query || !data || q !== typed) return [];
  const found = data.items.map(({ id, number, title, stage }) => ({
    id: `issue-${id}`,
    label: title,
    detail: `${number} · ${words.stage[stage]}`,
    icon: 'issues' as const,
    run: () => navigate(`/issues/${id}`),
  }));
  const all: Entry = {
    id: 'all',
    label: t('all', { q }),
    icon: 'search',
    run: () => navigate(`/issues?q=${encodeURIComponent(q)}`),
  };
  return data.nextCursor ? [...found, all] : found;
}
