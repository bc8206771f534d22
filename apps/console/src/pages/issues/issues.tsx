import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useMay, useRead } from '../../api/queries.js';
import type { Issue, Page as ApiPage } from '../../api/types.js';
import { useAddress } from '../../ui/address.js';
import { LinkButton } from '../../ui/button.js';
import { Changes } from '../../ui/changes.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Icon } from '../../ui/icon.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { COLUMNS, FIRST_COLUMNS, useIssueColumns, type ColumnId } from './columns.js';
import { FILTERS, IssueFilters } from './filters.js';
import { hasLate } from './overdue.js';
import { useIssueText } from './text.js';
import { Views } from './views.js';
import './issues.css';

const ABOUT_ISSUES = /^(issue|decision|request|response)\./;

/** The API's query of what the address shows. */
function listQuery(params: URLSearchParams, more: Record<string, string> = {}): URLSearchParams {
  const names = [...FILTERS, 'sort', 'cursor'] as const;
  const query = new URLSearchParams(more);
  for (const name of names) if (params.get(name)) query.set(name, params.get(name)!);
  return query;
}

const columnsIn = (params: URLSearchParams): readonly ColumnId[] =>
  (params.get('columns')?.split(',') as ColumnId[] | undefined) ?? FIRST_COLUMNS;

export default function Issues() {
  const t = useIssueText();
  const may = useMay();
  const { params, get, set } = useAddress();
  const shown = columnsIn(params);
  const flip = (ids: ColumnId[]) =>
    set((now) => {
      const before = columnsIn(now);
      return { columns: COLUMNS.filter((id) => before.includes(id) !== ids.includes(id)).join(',') };
    });
  const columns = useIssueColumns(shown);
  const list = useRead<ApiPage<Issue>>(`/issues?${listQuery(params, { limit: '50' })}`, { still: true });
  return (
    <Page
      title={t('issues')}
      lead={t('lead')}
      actions={
        <>
          <LinkButton icon="columns" href="/issues/board">
            {t('board')}
          </LinkButton>
          {may('POST /issues') && (
            <LinkButton kind="primary" icon="plus" href="/issues/new">
              {t('register')}
            </LinkButton>
          )}
        </>
      }
    >
      <Views />
      <Panel
        title={t('list')}
        actions={
          <>
            <Columns shown={shown} onFlip={flip} />
            {may('GET /issues/export') && (
              <ExportMenu
                path="/issues/export"
                query={listQuery(params, { columns: COLUMNS.filter((id) => shown.includes(id)).join(',') })}
              />
            )}
          </>
        }
      >
        <IssueFilters />
        <Changes about={ABOUT_ISSUES} readAt={list.dataUpdatedAt} onShow={() => list.refetch()} />
        <Loaded of={list}>
          {({ items, nextCursor }) =>
            items.length ? (
              <>
                <Table
                  caption={t('issues')}
                  columns={columns}
                  rows={items}
                  keyOf={({ id }) => id}
                  sort={get('sort') ?? '-createdAt'}
                  onSort={(sort) => set({ sort })}
                  mark={(issue) => (hasLate(issue) ? 'danger' : undefined)}
                />
                <Pager nextCursor={nextCursor} />
              </>
            ) : (
              <Nothing filtered={FILTERS.some((name) => params.has(name))} />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const t = useIssueText();
  const may = useMay();
  if (filtered) return <Empty title={t('none')}>{t('noneWhy')}</Empty>;
  return (
    <Empty
      title={t('empty')}
      action={
        may('POST /issues') && (
          <LinkButton kind="primary" icon="plus" href="/issues/new">
            {t('register')}
          </LinkButton>
        )
      }
    >
      {t('emptyWhy')}
    </Empty>
  );
}

function Columns({ shown, onFlip }: { shown: readonly ColumnId[]; onFlip: (ids: ColumnId[]) => void }) {
  const t = useIssueText();
  return (
    <MenuTrigger>
      <AriaButton className="button button-tertiary button-small">
        <Icon name="columns" size={16} />
        {t('columns')}
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={t('columns')}
          selectionMode="multiple"
          disallowEmptySelection
          selectedKeys={shown}
          disabledKeys={['title']}
          onSelectionChange={(keys) =>
            onFlip(COLUMNS.filter((id) => (keys === 'all' || keys.has(id)) !== shown.includes(id)))
          }
        >
          {COLUMNS.map((id) => (
            <MenuItem key={id} id={id} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span className="menu-check">{isSelected && <Icon name="check" size={16} />}</span>
                  {t(id)}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
