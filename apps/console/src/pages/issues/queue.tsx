import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { useDepartments, useMay, useRead, useWrite } from '../../api/queries.js';
import type { Issue, Page as PageOf, QueueItem } from '../../api/types.js';
import { RANK_LABELS } from '#issues/vocabulary.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { Badge, GradeBadge, StandingBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { RadioField } from '../../ui/choice-field.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { useJudgementText } from './judgement-text.js';

const SHOWN = 100;

/** 검토 순서: what to look at first, and why. */
export default function Queue() {
  const t = useJudgementText();
  const queue = useRead<PageOf<QueueItem>>(`/queue?limit=${SHOWN}`);
  return (
    <Page title={t('queue')} lead={t('queueLead')}>
      <Loaded of={queue}>
        {({ items }) =>
          items.length ? (
            <Ranked items={items} />
          ) : (
            <Empty title={t('queueEmpty')}>{t('queueEmptyWhy')}</Empty>
          )
        }
      </Loaded>
    </Page>
  );
}

function Ranked({ items }: { items: QueueItem[] }) {
  const t = useJudgementText();
  const format = useFormat();
  const may = useMay();
  const { nameOf } = useDepartments();
  const [placing, setPlacing] = useState<Issue | null>(null);
  const columns: Column<QueueItem>[] = [
    { id: 'rank', label: t('rank'), numeric: true, cell: ({ rank }) => rank },
    {
      id: 'issue',
      label: t('issue'),
      heads: true,
      wide: true,
      cell: ({ issue }) => (
        <span>
          <Link to={`/issues/${issue.id}`}>{issue.title}</Link>
          <span className="radio-detail">
            {[
              issue.number,
              nameOf(issue.leadDepartmentId),
              issue.expectedMonth && format.month(issue.expectedMonth),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ),
    },
    { id: 'grade', label: t('grade'), cell: ({ issue: { grade } }) => grade && <GradeBadge grade={grade} /> },
    {
      id: 'standing',
      label: t('standing'),
      cell: ({ issue }) => <StandingBadge issue={issue} />,
    },
    { id: 'why', label: t('why'), wide: true, cell: (item) => <Reasons item={item} /> },
    ...(may('POST /issues/:id/place')
      ? [
          {
            id: 'place',
            label: t('place'),
            cell: ({ issue }: QueueItem) => (
              <Button small onPress={() => setPlacing(issue)} aria-label={`${t('place')}: ${issue.title}`}>
                {t('place')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Panel
      title={t('queue')}
      aside={format.count(items.length)}
      actions={<ExportMenu path="/queue/export" query={new URLSearchParams()} />}
    >
      <Table caption={t('queue')} columns={columns} rows={items} keyOf={({ issue }) => issue.id} />
      {placing && <PlaceForm issue={placing} onClose={() => setPlacing(null)} />}
    </Panel>
  );
}

function Reasons({ item: { parts, issue } }: { item: QueueItem }) {
  const t = useJudgementText();
  const language = useLanguage();
  const words = useWords();
  return (
    <span className="small">
      {parts.map(({ reason, points }) => `${RANK_LABELS[reason][language]} ${points}`).join(' + ')}
      {issue.placed && (
        <span className="radio-detail">
          <Badge tone="info">
            {t('placed', { place: words.place[issue.placed], reason: issue.placedReason ?? '' })}
          </Badge>
        </span>
      )}
    </span>
  );
}

const BACK = 'none';

function PlaceForm({ issue, onClose }: { issue: Issue; onClose: () => void }) {
  const t = useJudgementText();
  const words = useWords();
  const [place, setPlace] = useState<string | null>(issue.placed ?? null);
  const [reason, setReason] = useState('');
  const move = useWrite(
    () =>
      call<Issue>('POST', `/issues/${issue.id}/place`, {
        body: { place: place === BACK ? null : place, reason: reason.trim() || null },
        ifMatch: issue.version,
      }),
    { touches: ['/queue', '/issues'] },
  );
  const { byField, rest } = useFieldErrors(move.error, ['place', 'reason'], { place, reason });
  const submit = async () => {
    await move.mutateAsync(undefined);
    toast(t('placedDone'));
    onClose();
  };
  return (
    <DialogForm
      title={t('place')}
      onClose={onClose}
      onSubmit={submit}
      action={t('place')}
      busy={move.isPending}
      errors={rest}
      ready={place !== null}
    >
      <p>
        <strong>{issue.title}</strong>
      </p>
      <p className="subtle">{t('placeLead')}</p>
      <RadioField
        label={t('place')}
        choices={[...choicesOf(words.place), ...(issue.placed ? [{ id: BACK, label: t('placeBack') }] : [])]}
        value={place}
        onChange={setPlace}
        error={byField.place}
        required
      />
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        maxLength={1000}
        required={place !== BACK}
      />
    </DialogForm>
  );
}
