import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Alternative, Issue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Panel } from '../../ui/panel.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { Table, type Column } from '../../ui/table.js';
import { toast } from '../../ui/toast.js';
import { useJudgementText } from './judgement-text.js';

/** ⓐ, ⓑ, ⓒ */
const mark = (index: number): string => String.fromCharCode(0x24d0 + index);

/** The alternatives side by side, one of which is taken with a reason. */
export function Alternatives({ issue }: { issue: Issue }) {
  const t = useJudgementText();
  const may = useMay();
  const [choosing, setChoosing] = useState<Alternative | null>(null);
  const write = useWrite(
    (body: { alternativeId: string; reason: string } | null) =>
      call<Issue>(body ? 'POST' : 'DELETE', `/issues/${issue.id}/choice`, {
        ...(body && { body }),
        ifMatch: issue.version,
      }),
    { touches: ['/issues'] },
  );
  const columns = useColumns(issue);
  if (!issue.alternatives.length) return null;
  const chooses = issue.stage !== 'closed' && may('POST /issues/:id/choice');
  const unchoose = async () => {
    await write.mutateAsync(null);
    toast(t('unchosenDone'));
  };
  const act: Column<Alternative> = {
    id: 'act',
    label: t('choose'),
    cell: (one) =>
      one.chosenAt ? (
        <Button small isPending={write.isPending} onPress={() => void unchoose().catch(() => undefined)}>
          {t('unchoose')}
        </Button>
      ) : (
        <Button small onPress={() => setChoosing(one)} aria-label={`${t('choose')}: ${one.text}`}>
          {t('choose')}
        </Button>
      ),
  };
  return (
    <Panel title={t('alternatives')}>
      <Table
        caption={t('alternatives')}
        rows={issue.alternatives}
        keyOf={({ id }) => id}
        columns={chooses ? [...columns, act] : columns}
      />
      {choosing && (
        <ReasonDialog
          title={t('chooseTitle')}
          label={t('reason')}
          action={t('choose')}
          onClose={() => setChoosing(null)}
          onGive={async (reason) => {
            await write.mutateAsync({ alternativeId: choosing.id, reason });
            toast(t('chosenDone'));
          }}
        >
          <p>
            <strong>{choosing.text}</strong>
          </p>
          <p className="subtle">{t('chooseLead')}</p>
        </ReasonDialog>
      )}
    </Panel>
  );
}

function useColumns(issue: Issue): Column<Alternative>[] {
  const t = useJudgementText();
  const words = useWords();
  const format = useFormat();
  const written = (field: 'effect' | 'cost' | 'sideEffect' | 'precedent'): Column<Alternative>[] =>
    issue.alternatives.some((one) => one[field])
      ? [{ id: field, label: t(field), cell: (one) => one[field] ?? '' }]
      : [];
  return [
    {
      id: 'text',
      label: t('alternative'),
      heads: true,
      wide: true,
      cell: (one) => (
        <span>
          {mark(issue.alternatives.indexOf(one))} {one.text}{' '}
          {one.horizon && <span className="small subtle">({words.horizon[one.horizon]})</span>}{' '}
          {one.recommended && <Badge tone="info">{t('recommended')}</Badge>}{' '}
          {one.chosenAt && <Badge tone="success">{t('chosen')}</Badge>}
          {one.chosenAt && (
            <span className="radio-detail">
              {[one.choiceReason, one.chosenBy, format.instant(one.chosenAt)].filter(Boolean).join(' · ')}
            </span>
          )}
        </span>
      ),
    },
    ...written('effect'),
    ...written('cost'),
    ...written('sideEffect'),
    ...written('precedent'),
  ];
}
