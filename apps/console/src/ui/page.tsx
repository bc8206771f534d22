import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './icon.js';
import { defineText } from '../text/i18n.js';

const useText = defineText('page', {
  ko: { app: '시정 리스크 관리', path: '현재 위치' },
  en: { app: 'City Risk Management', path: 'You are here' },
});

interface PageProps {
  title: string;
  /** One sentence that says what the page is for. */
  lead?: ReactNode;
  /** Where this page lies, outermost first. */
  trail?: { to: string; label: string }[];
  /** Beside the title: badges. */
  marks?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** Every page: its name, the way back, what can be done, content. Also names the browser's tab. */
export function Page({ title, lead, trail, marks, actions, children }: PageProps) {
  const t = useText();
  const app = t('app');
  useEffect(() => {
    document.title = `${title} · ${app}`;
  }, [title, app]);
  return (
    <div className="page">
      {trail && (
        <nav aria-label={t('path')} className="trail no-print">
          <ol>
            {trail.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
                <Icon name="right" size={14} />
              </li>
            ))}
            <li aria-current="page">{title}</li>
          </ol>
        </nav>
      )}
      <header className="page-head">
        <div className="stack-tight">
          {marks && <div className="row">{marks}</div>}
          <h1 tabIndex={-1}>{title}</h1>
          {lead && <p className="subtle">{lead}</p>}
        </div>
        {actions && <div className="row no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
