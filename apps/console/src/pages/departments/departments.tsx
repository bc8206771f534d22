import { useState } from 'react';
import { Link } from 'react-router';
import { useMay, useRead } from '../../api/queries.js';
import type { Department, Page as PageOf } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { SwitchField } from '../../ui/choice-field.js';
import { TextField } from '../../ui/field.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import './departments.css';
import { fits } from '../../text/initials.js';
import { openIssuesOf, useOpenIssues } from './open-issues.js';
import { useDepartmentText } from './text.js';

/** 실·본부·국: who can be asked, and what each answers for. */
export default function Departments() {
  const t = useDepartmentText();
  const departments = useRead<PageOf<Department>>('/departments?limit=200');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Notice>{t('reference')}</Notice>
      <Loaded of={departments}>{({ items }) => <List all={items} />}</Loaded>
    </Page>
  );
}

function List({ all }: { all: Department[] }) {
  const t = useDepartmentText();
  const format = useFormat();
  const { get, set } = useAddress();
  // What is typed stands in the field at once; the address follows.
  const [typed, setTyped] = useState(get('q') ?? '');
  const columns = useColumns();
  const change = (value: string) => {
    setTyped(value);
    set({ q: value }, { replace: true });
  };
  const [former, setFormer] = useState(false);
  const inForce = all.filter(({ validTo }) => former || validTo === null);
  const found = inForce.filter(({ name, no }) => fits(name, typed) || String(no) === typed.trim());
  const n = format.count(found.length);
  return (
    <Panel
      title={t('list')}
      aside={
        <span role="status">
          {found.length === inForce.length
            ? t('found', { n })
            : t('foundOf', { all: format.count(inForce.length), n })}
        </span>
      }
    >
      <search className="department-filter no-print">
        <TextField label={t('filter')} help={t('filterHelp')} type="search" value={typed} onChange={change} />
        {all.some(({ validTo }) => validTo) && (
          <SwitchField label={t('former')} value={former} onChange={setFormer} />
        )}
      </search>
      {found.length ? (
        <Table caption={t('title')} columns={columns} rows={found} keyOf={({ id }) => id} />
      ) : (
        <Empty title={t('nothing')} action={<Button onPress={() => change('')}>{t('showAll')}</Button>}>
          {t('nothingWhy')}
        </Empty>
      )}
    </Panel>
  );
}

export const indicatorsOf = ({ mandate }: Department): number =>
  mandate.reduce((sum, { indicators }) => sum + indicators.length, 0);

function useColumns(): Column<Department>[] {
  const t = useDepartmentText();
  const format = useFormat();
  const may = useMay();
  const openOf = useOpenIssues();
  const columns: Column<Department>[] = [
    { id: 'no', label: t('no'), numeric: true, cell: ({ no }) => no },
    {
      id: 'name',
      label: t('name'),
      heads: true,
      wide: true,
      cell: ({ id, name, validFrom, validTo }) => (
        <div className="stack-tight">
          <Link to={`/departments/${id}`}>{name}</Link>
          {validTo && (
            <span className="small subtle">
              {t('validUntil', { from: format.day(validFrom), to: format.day(validTo) })}
            </span>
          )}
        </div>
      ),
    },
    { id: 'goals', label: t('goals'), numeric: true, cell: ({ mandate }) => format.count(mandate.length) },
    {
      id: 'indicators',
      label: t('indicators'),
      numeric: true,
      cell: (department) => format.count(indicatorsOf(department)),
    },
    {
      id: 'eligible',
      label: t('eligible'),
      // On a narrow screen a cell stretches what stands in it.
      cell: ({ leadEligible }) => (
        <span>
          <Eligible is={leadEligible} />
        </span>
      ),
    },
  ];
  if (!may('GET /issues/statistics')) return columns;
  return [
    ...columns,
    {
      id: 'open',
      label: t('open'),
      numeric: true,
      cell: (department) => <Open department={department} figures={openOf?.(department.id)} />,
    },
  ];
}

function Open({ department, figures }: { department: Department; figures: { open: number } | undefined }) {
  const t = useDepartmentText();
  const format = useFormat();
  if (!figures) return '…';
  if (!figures.open) return <span className="subtle">0</span>;
  const n = format.count(figures.open);
  return (
    <Link to={openIssuesOf(department.id)} aria-label={t('issuesOf', { name: department.name, n })}>
      {t('cases', { n })}
    </Link>
  );
}

export function Eligible({ is }: { is: boolean }) {
  const t = useDepartmentText();
  return is ? <Badge tone="info">{t('eligibleYes')}</Badge> : <Badge>{t('eligibleNo')}</Badge>;
}
