import { useState } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Round } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { ExportMenu } from '../../ui/export-menu.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Empty } from '../../ui/waiting.js';
import { AnswersTable, Waiting } from './answers-table.js';
import { ItemsTable, itemsOf } from './items-table.js';
import { useRoundText } from './text.js';
import './rounds.css';

/** What came, from whom, and who is still awaited. */
export function Overview({ round }: { round: Round }) {
  const t = useRoundText();
  const words = useWords();
  const format = useFormat();
  const { month, state, dueAt, openedAt, openedBy, closedAt, closedBy, departments } = round;
  const items = itemsOf(round);
  const [waiting, answered] = [true, false].map((awaited) =>
    departments.filter(({ standing }) => (standing === 'waiting') === awaited),
  ) as [Round['departments'], Round['departments']];
  return (
    <Page
      title={t('pageTitle', { month: format.month(month) })}
      trail={[{ to: '/rounds', label: t('title') }]}
      marks={<Badge tone={state === 'open' ? 'info' : 'neutral'}>{words.round[state]}</Badge>}
      actions={state === 'open' && <Acts round={round} waiting={waiting.length} />}
    >
      <Facts
        facts={[
          [t('due'), format.due(dueAt)],
          [t('progress'), t('counted', { answered: answered.length, asked: departments.length })],
          [
            t('begun'),
            openedBy
              ? t('byPerson', { at: format.instant(openedAt), name: openedBy })
              : t('automatic', { at: format.instant(openedAt) }),
          ],
          [
            t('closedAt'),
            closedAt
              ? t('byPerson', { at: format.instant(closedAt), name: closedBy ?? '' })
              : state === 'closed' && t('ended'),
          ],
        ]}
      />
      <Panel
        title={t('reportedIssues')}
        aside={items.length}
        actions={<ExportMenu path={`/rounds/${month}/export`} query={new URLSearchParams()} />}
      >
        {items.length ? <ItemsTable items={items} /> : <Empty title={t('reportedNone')} />}
      </Panel>
      {waiting.length > 0 && (
        <Panel title={t('waiting')} aside={waiting.length}>
          <Waiting departments={waiting} />
        </Panel>
      )}
      {answered.length > 0 && (
        <Panel title={t('answers')} aside={answered.length}>
          <AnswersTable departments={answered} />
        </Panel>
      )}
    </Page>
  );
}

function Acts({ round: { month, version }, waiting }: { round: Round; waiting: number }) {
  const t = useRoundText();
  const may = useMay();
  const [asking, setAsking] = useState<'remind' | 'close' | null>(null);
  const act = useWrite(
    (what: 'reminders' | 'closure') => call<Round>('POST', `/rounds/${month}/${what}`, { ifMatch: version }),
    { touches: ['/rounds'] },
  );
  if (!may('POST /rounds/:month/closure')) return null;
  const done = async (what: 'reminders' | 'closure') => {
    await act.mutateAsync(what);
    toast(t(what === 'reminders' ? 'reminded' : 'closed'));
  };
  return (
    <>
      {waiting > 0 && (
        <Button icon="mail" onPress={() => setAsking('remind')}>
          {t('remind', { count: waiting })}
        </Button>
      )}
      <Button icon="lock" onPress={() => setAsking('close')}>
        {t('close')}
      </Button>
      <Confirm
        title={t('remindAction')}
        action={t('remindAction')}
        isOpen={asking === 'remind'}
        onClose={() => setAsking(null)}
        onConfirm={() => done('reminders')}
      >
        <p>{t('remindLead', { count: waiting })}</p>
      </Confirm>
      <Confirm
        title={t('close')}
        action={t('close')}
        isOpen={asking === 'close'}
        onClose={() => setAsking(null)}
        onConfirm={() => done('closure')}
      >
        <p>{t('closeLead', { count: waiting })}</p>
      </Confirm>
    </>
  );
}
