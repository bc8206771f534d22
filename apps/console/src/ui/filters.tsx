import { useState, type ReactNode } from 'react';
import { defineText } from '../text/i18n.js';
import { useAddress } from './address.js';
import { Button } from './button.js';

const useText = defineText('filters', {
  ko: { show: '검색 조건', applied: '검색 조건 {{count}}', reset: '조건 지우기' },
  en: { show: 'Filters', applied: 'Filters ({{count}})', reset: 'Clear filters' },
});

interface FiltersProps {
  /** Under which they stand in the address. */
  names: readonly string[];
  /** The field of words to search for, which stays in sight. */
  query?: ReactNode;
  children: ReactNode;
}

/** What narrows a list. On a phone, where they would push the list out of sight, they are folded behind their number. */
export function Filters({ names, query, children }: FiltersProps) {
  const t = useText();
  const { get, set } = useAddress();
  const [open, setOpen] = useState(false);
  const applied = names.filter((name) => get(name)).length;
  return (
    <search className={`filters no-print ${open ? '' : 'filters-folded'}`}>
      {query}
      <div className="filters-fold">
        <Button icon={open ? 'up' : 'down'} aria-expanded={open} onPress={() => setOpen(!open)}>
          {applied ? t('applied', { count: applied }) : t('show')}
        </Button>
      </div>
      {children}
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
