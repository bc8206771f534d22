import { matchPath } from 'react-router';
import type { Notice } from '../../api/types.js';
import { PAGES } from '../../pages.js';

/**
 * Where a notice leads. Links are written with the public address of the installation, which need not be the one it was
 * reached by: what is a page of the console is opened here.
 */
export function linkOf({ link }: Pick<Notice, 'link'>) {
  if (!link || !URL.canParse(link, location.origin)) return null;
  const { pathname, search, protocol } = new URL(link, location.origin);
  if (!['http:', 'https:'].includes(protocol)) return null;
  const isPage = PAGES.some(({ path }) => path !== '/' && matchPath(path, pathname));
  return { to: isPage ? pathname + search : link, isPage, label: labelOf(pathname) };
}

function labelOf(pathname: string) {
  if (pathname.startsWith('/issues/')) return 'issue' as const;
  if (pathname.startsWith('/requests/')) return 'request' as const;
  if (pathname.startsWith('/reports/')) return 'report' as const;
  return pathname === '/parked' ? ('parked' as const) : ('other' as const);
}
