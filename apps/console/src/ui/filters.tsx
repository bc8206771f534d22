import { useState, type ReactNode } from 'react';
import { defineText } from '../text/i18n.js';
import { useAddress } from './address.js';
import { Button } from './button.js';

const useText = defineText('filters', {
  ko: {
    show: '검색 조건',
    applied: '검색 조건 {{count}}',
    more: '조건 더 보기',
    fewer: '조건 접기',
    reset: '조건 지우기',
  },
  en: {
    show: 'Filters',
    applied: 'Filters ({{count}})',
    more: 'More filters',
    fewer: 'Fewer filters',
    reset: 'Clear filters',
  },
});

interface FiltersProps {
  /** Under which they stand in the address. */
  names: readonly string[];
  /** The field of words to search for, which stays in sight. */
  query?: ReactNode;
  children: ReactNode;
  /** Asked for rarely: folded until asked for or set. */
  more?: { names: readonly string[]; fields: ReactNode };
}

/** One of them; what is set is printed with the list. */
export function Filter({ name, children }: { name: string; children: ReactNode }) {
  const { get } = useAddress();
  return (
    <div className="filter" data-applied={get(name) ? '' : undefined}>
      {children}
    </div>
  );
}

/** What narrows a list. On a phone, where they would push the list out of sight, they are folded behind their number. */
export function Filters({ names, query, children, more }: FiltersProps) {
  const t = useText();
  const { get, set } = useAddress();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? more?.names.some((name) => get(name)) ?? false;
  const applied = names.filter((name) => get(name)).length;
  const flip = {
    icon: open ? 'up' : 'down',
    'aria-expanded': open,
    onPress: () => setChosen(!open),
  } as const;
  return (
    <search className={`filters ${open ? '' : 'filters-folded'}`}>
      {query}
      <div className="filters-fold">
        <Button {...flip}>{applied ? t('applied', { count: applied }) : t('show')}</Button>
      </div>
      {children}
      {open && more?.fields}
      {more && (
        <div className="filters-more">
          <Button kind="text" {...flip}>
            {t(open ? 'fewer' : 'more')}
          </Button>
        </div>
      )}
      {applied > 0 && (
        <div>
          <Button
            kind="text"
            icon="close"
            onPress={() => set(Object.fromEntries(names.map((name) => [name, null])))}
          >
            {t('reset')}
          </Button>
        </div>
      )}
    </search>
  );
}
