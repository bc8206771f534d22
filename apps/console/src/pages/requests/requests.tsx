import { useState } from 'react';
import { Link } from 'react-router';
import { useDepartments, useMay, useMe, useRead } from '../../api/queries.js';
import type { ActionRequest, Page as ApiPage } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { RequestBadge } from '../../ui/badge.js';
import { Changes } from '../../ui/changes.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { ComboField, SelectField } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { Page } from '../../ui/page.js';
import { Pager } from '../../ui/pager.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { isLate } from '../issues/overdue.js';
import { BulkBar } from './bulk.js';
import { useRequestText } from './text.js';

const ABOUT_REQUESTS = /^(request|response)\./;
const FILTERS = ['state', 'departmentId', 'overdue', 'horizon'];

/** What still asks for something is shown unless another state is asked for. */
const FIRST = 'open';
const ALL = 'all';

/** The API's query of what the address shows. */
function listQuery(params: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams({ limit: '50', sort: 'dueAt' });
  for (const name of ['departmentId', 'overdue', 'horizon', 'sort', 'cursor'])
    if (params.get(name)) query.set(name, params.get(name)!);
  const state = params.get('state') ?? FIRST;
  if (state === FIRST) query.set('open', 'true');
  else if (state !== ALL) query.set('state', state);
  return query;
}

export default function Requests() {
  const t = useRequestText();
  const me = useMe();
  const { params, get, set } = useAddress();
  const query = listQuery(params);
  const list = useRead<ApiPage<ActionRequest>>(`/requests?${query}`, { still: true });
  const department = me.role === 'department';
  const may = useMay();
  const bulk = may('POST /requests/bulk');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return (
    <Page title={t('title')} lead={t(department ? 'leadDepartment' : 'lead')}>
      <Panel
        title={t('request')}
        actions={may('GET /requests/export') && <ExportMenu path="/requests/export" query={query} />}
      >
        <RequestFilters />
        <Changes about={ABOUT_REQUESTS} readAt={list.dataUpdatedAt} onShow={() => list.refetch()} />
        <Loaded of={list}>
          {({ items, nextCursor }) =>
            items.length ? (
              <>
                {bulk && (
                  <BulkBar
                    chosen={items.filter(({ id }) => chosen.has(id))}
                    onDone={() => setChosen(new Set())}
                  />
                )}
                <List
                  items={items}
                  sort={get('sort') ?? 'dueAt'}
                  onSort={(sort) => set({ sort })}
                  {...(bulk && { chosen, onChoose: setChosen })}
                />
                <Pager nextCursor={nextCursor} />
              </>
            ) : (
              <Empty title={t('none')}>{t(department ? 'noneDepartment' : 'noneWhy')}</Empty>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}

function RequestFilters() {
  const t = useRequestText();
  const words = useWords();
  const me = useMe();
  const format = useFormat();
  const departments = useDepartments();
  const { get, set } = useAddress();
  return (
    <Filters names={FILTERS}>
      <Filter name="state">
        <SelectField
          label={t('state')}
          choices={[
            { id: FIRST, label: t('unfinished') },
            ...choicesOf(words.request),
            { id: ALL, label: t('all') },
          ]}
          value={get('state') ?? FIRST}
          onChange={(state) => set({ state: state === FIRST ? null : state })}
        />
      </Filter>
      <Filter name="overdue">
        <SelectField
          label={t('dueAt')}
          choices={[{ id: 'true', label: t('overdue') }]}
          value={get('overdue')}
          onChange={(overdue) => set({ overdue })}
          optional={t('all')}
        />
      </Filter>
      <Filter name="horizon">
        <SelectField
          label={t('horizon')}
          choices={choicesOf(words.horizon).filter(({ id }) => id !== 'none')}
          value={get('horizon')}
          onChange={(horizon) => set({ horizon })}
          optional={t('all')}
        />
      </Filter>
      {me.role !== 'department' && (
        <Filter name="departmentId">
          <ComboField
            label={t('department')}
            choices={departments.ever.map(({ id, name, validTo }) => ({
              id,
              label: name,
              ...(validTo && { detail: `~ ${format.day(validTo)}` }),
            }))}
            value={get('departmentId')}
            onChange={(departmentId) => set({ departmentId })}
            optional={t('all')}
          />
        </Filter>
      )}
    </Filters>
  );
}

function List({
  items,
  sort,
  onSort,
  chosen,
  onChoose,
}: {
  items: ActionRequest[];
  sort: string;
  onSort: (sort: string) => void;
  chosen?: ReadonlySet<string>;
  onChoose?: (chosen: ReadonlySet<string>) => void;
}) {
  const t = useRequestText();
  const words = useWords();
  const format = useFormat();
  return (
    <Table
      caption={t('title')}
      rows={items}
      keyOf={({ id }) => id}
      sort={sort}
      onSort={onSort}
      {...(chosen &&
        onChoose && {
          choose: {
            chosen,
            onChange: onChoose,
            nameOf: ({ issueNumber, issueTitle }: ActionRequest) => `${issueNumber} ${issueTitle}`,
          },
        })}
      mark={(request) => (isLate(request) ? 'danger' : undefined)}
      columns={[
        {
          id: 'request',
          label: t('request'),
          heads: true,
          wide: true,
          cell: (request) => (
            <Link to={`/requests/${request.id}`} className="row-link">
              {request.horizon && `(${words.horizon[request.horizon]}) `}
              {request.text.length > 120 ? `${request.text.slice(0, 120)}…` : request.text}
            </Link>
          ),
        },
        {
          id: 'issue',
          label: t('issue'),
          cell: ({ issueNumber, issueTitle }) => (
            <>
              <span className="small subtle number">{issueNumber}</span> {issueTitle}
            </>
          ),
        },
        {
          id: 'department',
          label: t('department'),
          cell: ({ departmentName, state }) => departmentName ?? t(state === 'planned' ? 'toLead' : 'task'),
        },
        { id: 'state', label: t('state'), cell: (request) => <RequestBadge request={request} /> },
        {
          id: 'dueAt',
          label: t('dueAt'),
          numeric: true,
          sorts: ['dueAt', '-dueAt'],
          cell: (request) =>
            request.dueAt && (
              <>
                {format.day(request.dueAt)}
                {isLate(request) && <span className="late">{t('overdue')}</span>}
              </>
            ),
        },
      ]}
    />
  );
}
