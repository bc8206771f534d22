import { useMay, useMe } from '../api/queries.js';
import { PAGES } from '../pages.js';
import type { PageEntry } from './page-entry.js';

type ShownPage = PageEntry & { nav: NonNullable<PageEntry['nav']> };

/** Pages that are of use to this person here: not what the role may not do, no mailbox where mail really goes out. */
export function useShownPages(): ShownPage[] {
  const may = useMay();
  const { mailbox } = useMe();
  return PAGES.filter(
    (page): page is ShownPage =>
      page.nav !== undefined && (!page.needs || may(page.needs)) && (page.path !== '/mailbox' || mailbox),
  );
}
