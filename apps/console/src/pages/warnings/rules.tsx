import { useState } from 'react';
import { Link } from 'react-router';
import { ruleText } from '#warnings/wording.js';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { ListedWarning, Page as ApiPage, WarningRule } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { DryRunDialog } from './dry-run-dialog.js';
import { LevelBadge } from './level-badge.js';
import { ReadingList } from './readings.js';
import { RuleDialog } from './rule-dialog.js';
import { useWarningText } from './text.js';

const RULES = '/early-warning-rules?limit=200';

/** 조기 알림 규칙: what rings, in sentences; what it rang for lately, and what it would have. */
export default function Rules() {
  const t = useWarningText();
  const may = useMay();
  const [editing, setEditing] = useState<WarningRule | 'new' | null>(null);
  const [trying, setTrying] = useState<WarningRule | null>(null);
  const rules = useRead<ApiPage<WarningRule>>(RULES);
  const columns = useColumns(setEditing, setTrying);
  const add = may('POST /early-warning-rules') && (
    <Button kind="primary" icon="plus" onPress={() => setEditing('new')}>
      {t('add')}
    </Button>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={add}>
      <Panel title={t('rules')}>
        <Loaded of={rules}>
          {({ items }) =>
            items.length ? (
              <Table caption={t('rules')} columns={columns} rows={items} keyOf={({ id }) => id} />
            ) : (
              <Empty title={t('noRules')} />
            )
          }
        </Loaded>
      </Panel>
      {may('GET /warnings') && <Raised />}
      {editing && <RuleDialog rule={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {trying && <DryRunDialog rule={trying} onClose={() => setTrying(null)} />}
    </Page>
  );
}

function useColumns(
  onEdit: (rule: WarningRule) => void,
  onTry: (rule: WarningRule) => void,
): Column<WarningRule>[] {
  const t = useWarningText();
  const format = useFormat();
  const language = useLanguage();
  return [
    {
      id: 'name',
      label: t('name'),
      heads: true,
      cell: ({ name, level, version, changedBy }) => (
        <div className="stack-tight">
          <span>{name}</span>
          <span>
            <LevelBadge level={level} />
          </span>
          <span className="small subtle">
            {t('version', { n: version })}
            {changedBy && ` · ${t('by', { name: changedBy })}`}
          </span>
        </div>
      ),
    },
    { id: 'says', label: t('says'), wide: true, cell: (rule) => ruleText(rule, language) },
    {
      id: 'active',
      label: t('active'),
      cell: ({ active }) => <Badge tone={active ? 'success' : 'neutral'}>{t(active ? 'on' : 'off')}</Badge>,
    },
    {
      id: 'times',
      label: t('times'),
      numeric: true,
      cell: ({ raised, lastRaisedAt }) => (
        <div className="stack-tight">
          <span>{t('count', { count: raised })}</span>
          {lastRaisedAt && (
            <span className="small subtle">{t('last', { at: format.distance(lastRaisedAt) })}</span>
          )}
        </div>
      ),
    },
    {
      id: 'todo',
      label: t('todo'),
      cell: (rule) => <Actions rule={rule} onEdit={onEdit} onTry={onTry} />,
    },
  ];
}

interface ActionsProps {
  rule: WarningRule;
  onEdit: (rule: WarningRule) => void;
  onTry: (rule: WarningRule) => void;
}

function Actions({ rule, onEdit, onTry }: ActionsProps) {
  const t = useWarningText();
  const may = useMay();
  const flip = useWrite(
    () =>
      call<WarningRule>('PATCH', `/early-warning-rules/${rule.id}`, {
        body: { active: !rule.active },
        ifMatch: rule.version,
      }),
    { touches: ['/early-warning-rules'] },
  );
  return (
    <div className="row">
      {may('POST /early-warning-rules/:id/dry-run') && (
        <Button small kind="secondary" onPress={() => onTry(rule)}>
          {t('try')}
        </Button>
      )}
      {may('PATCH /early-warning-rules/:id') && (
        <>
          <Button small onPress={() => onEdit(rule)}>
            {t('edit')}
          </Button>
          <Button
            small
            isPending={flip.isPending}
            onPress={() =>
              flip.mutate(undefined, {
                onSuccess: ({ name }) => toast(t('saved', { name })),
                onError: ({ message }) => toast(t('failed', { why: message }), { tone: 'danger' }),
              })
            }
          >
            {t(rule.active ? 'switchOff' : 'switchOn')}
          </Button>
        </>
      )}
    </div>
  );
}

function Raised() {
  const t = useWarningText();
  const format = useFormat();
  const list = useRead<ApiPage<ListedWarning>>('/warnings?limit=30');
  const columns: Column<ListedWarning>[] = [
    {
      id: 'what',
      label: t('what'),
      heads: true,
      cell: ({ issueId, issueNumber, title }) =>
        issueId ? (
          <Link to={`/issues/${issueId}`}>
            {issueNumber} {title}
          </Link>
        ) : (
          (title ?? t('noIssue'))
        ),
    },
    {
      id: 'level',
      label: t('level'),
      cell: ({ level, name, standing }) => (
        <div className="stack-tight">
          <span>
            <LevelBadge level={level} muted={!standing} />
          </span>
          <span className="small">{name}</span>
        </div>
      ),
    },
    { id: 'when', label: t('when'), numeric: true, cell: ({ raisedOn }) => format.day(raisedOn) },
    { id: 'why', label: t('why'), wide: true, cell: ({ readings }) => <ReadingList readings={readings} /> },
  ];
  return (
    <Panel title={t('raised')} actions={<ExportMenu path="/warnings/export" query={new URLSearchParams()} />}>
      <Loaded of={list}>
        {({ items }) =>
          items.length ? (
            <Table caption={t('raised')} columns={columns} rows={items} keyOf={({ id }) => id} />
          ) : (
            <Empty title={t('nothing')}>{t('nothingWhy')}</Empty>
          )
        }
      </Loaded>
    </Panel>
  );
}
