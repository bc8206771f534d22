import { Suspense, useEffect, useRef, useState } from 'react';
import {
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
  Separator,
} from 'react-aria-components';
import { Link, NavLink, Outlet, useLocation } from 'react-router';
import { useConnection } from '../api/connection.js';
import { followLive } from '../api/live.js';
import { useMe, useRead } from '../api/queries.js';
import type { InboxCount } from '../api/types.js';
import mark from '../haechi.svg';
import { chooseLanguage, useLanguage } from '../text/i18n.js';
import { useWords } from '../text/words.js';
import { IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Toasts } from '../ui/toast.js';
import { Loading } from '../ui/waiting.js';
import { ActingFor } from './acting-for.js';
import { Palette } from './palette.js';
import { SessionGuard } from './session.js';
import { useShownPages } from './shown-pages.js';
import { Shortcuts } from './shortcuts.js';
import { signOut } from './sign-out.js';
import { useShellText } from './text.js';
import { chooseTheme, useTheme } from './theme.js';

/** What stands around every page: header, navigation, messages, what watches over connection and session. */
export function Frame() {
  const t = useShellText();
  const [paletteOpen, setPaletteOpen] = useState(false);
  const main = useNewPage();
  const connection = useConnection();
  useEffect(followLive, []);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <header className="shell-header">
        <Drawer />
        <Link to="/" className="brand">
          <img src={mark} width="32" height="32" alt={t('haechi')} />
          <span className="only-wide">{t('app')}</span>
        </Link>
        <div className="shell-search">
          <button type="button" className="search-open" onClick={() => setPaletteOpen(true)}>
            <Icon name="search" />
            {t('search')}
            <kbd className="only-wide" aria-hidden="true">
              Ctrl K
            </kbd>
          </button>
        </div>
        <Bell />
        <Account />
      </header>
      <div className="shell-side">
        <Navigation />
      </div>
      <main id="main" className="shell-main" tabIndex={-1} ref={main}>
        {connection === 'away' && (
          <p className="banner" role="status">
            {t('away')}
          </p>
        )}
        <ActingFor />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <Palette isOpen={paletteOpen} onClose={() => setPaletteOpen(false)} />
      <Shortcuts onPalette={() => setPaletteOpen(true)} />
      <SessionGuard />
      <Toasts />
    </div>
  );
}

/** A new page begins at its top, also for whoever does not see it; a change of filters is no new page. */
function useNewPage() {
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

function Navigation() {
  const t = useShellText();
  const shown = useShownPages();
  return (
    <nav aria-label={t('nav')}>
      {(['work', 'look', 'manage'] as const).map((group) => (
        <div key={group}>
          <p className="nav-head" id={`nav-${group}`}>
            {t(`group.${group}`)}
          </p>
          <ul className="nav-list" aria-labelledby={`nav-${group}`}>
            {shown
              .filter(({ nav }) => nav.group === group)
              .map(({ path, nav }) => (
                <li key={path}>
                  <NavLink to={path} end={path === '/'} className="nav-link">
                    <Icon name={nav.icon} />
                    {t(`nav.${nav.label}`)}
                  </NavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Drawer() {
  const t = useShellText();
  const { pathname, search } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname, search]);
  return (
    <div className="only-narrow">
      <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <IconButton icon="menu" label={t('menu')} />
        <ModalOverlay className="overlay" isDismissable>
          <Modal className="drawer">
            <Dialog aria-label={t('menu')}>
              <Navigation />
            </Dialog>
          </Modal>
        </ModalOverlay>
      </DialogTrigger>
    </div>
  );
}

const SHOWN_UNREAD = 99;

function Bell() {
  const t = useShellText();
  const { data } = useRead<InboxCount>('/inbox/count');
  const count = data?.unread ?? 0;
  return (
    <Link
      to="/inbox"
      className="icon-button bell"
      aria-label={count ? t('unread', { count }) : t('nav.inbox')}
    >
      <Icon name="inbox" />
      {count > 0 && <span className="nav-count">{count > SHOWN_UNREAD ? `${SHOWN_UNREAD}+` : count}</span>}
    </Link>
  );
}

function Account() {
  const t = useShellText();
  const me = useMe();
  const words = useWords();
  const theme = useTheme();
  const language = useLanguage();
  const actions: Record<string, () => unknown> = {
    theme: () => chooseTheme(theme === 'dark' ? 'light' : 'dark'),
    language: () => chooseLanguage(language === 'ko' ? 'en' : 'ko'),
    out: signOut,
  };
  return (
    <MenuTrigger>
      <AriaButton className="icon-button" aria-label={`${t('account')}: ${me.name}`}>
        <Icon name="person" />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <p className="listbox-empty">
          <strong>{me.name}</strong>
          <br />
          <span className="small">
            {me.departmentName ?? words.role[me.role]} · {me.email}
          </span>
        </p>
        <Menu className="menu" onAction={(key) => void actions[String(key)]?.()}>
          <MenuItem id="theme" className="menu-item">
            <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
            {t(theme === 'dark' ? 'light' : 'dark')}
          </MenuItem>
          <MenuItem id="language" className="menu-item">
            <Icon name="globe" />
            {t('language')}
          </MenuItem>
          <Separator />
          <MenuItem id="settings" className="menu-item" href="/settings">
            <Icon name="admin" />
            {t('nav.settings')}
          </MenuItem>
          <MenuItem id="out" className="menu-item">
            <Icon name="close" />
            {t('signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
