import { useNavigate, useParams } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { Import, ImportDetail } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Button, LinkButton } from '../../ui/button.js';
import { Instant } from '../../ui/instant.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import { ImportErrors } from './errors.js';
import { ImportBadge, ImportProgress } from './progress.js';
import { checkedFile, sendFile } from './send-file.js';
import { useImportText } from './text.js';
import './imports.css';

export default function ImportPage() {
  const { id } = useParams();
  const read = useRead<ImportDetail>(`/imports/${id}`);
  return (
    <Loaded of={read} whole>
      {(one) => <Shown one={one} />}
    </Loaded>
  );
}

function Shown({ one }: { one: ImportDetail }) {
  const t = useImportText();
  const format = useFormat();
  const { dryRun, total, problem, ignoredHeadings, createdByName, createdAt, endedAt } = one;
  return (
    <Page
      title={one.fileName}
      trail={[{ to: '/imports', label: t('title') }]}
      marks={<ImportBadge of={one} />}
      actions={endedAt === null && <Cancel one={one} />}
    >
      {problem && (
        <Notice tone="danger" title={t('problem')}>
          {problem}
        </Notice>
      )}
      {one.state === 'cancelled' && <Notice tone="warning">{t('cancelled')}</Notice>}
      {one.state === 'done' && <Next one={one} />}
      <Panel title={t('result')}>
        {endedAt === null && <ImportProgress of={one} />}
        <Facts
          facts={[
            [t('what'), t(`kind.${one.kind}`)],
            [t('rows'), total !== null && format.count(total)],
            [t(dryRun ? 'wouldCreate' : 'created'), format.count(one.created)],
            [t('known'), format.count(one.known)],
            [t('failed'), format.count(one.failed)],
            [t('by'), createdByName],
            [t('at'), <Instant key="at" at={createdAt} />],
          ]}
        />
        {ignoredHeadings.length > 0 && (
          <p className="small subtle">{t('ignored', { columns: ignoredHeadings.join(', ') })}</p>
        )}
      </Panel>
      {one.failed > 0 && <ImportErrors one={one} />}
    </Page>
  );
}

/** What comes of it: after a dry run the import itself, after that a look at what came in. */
function Next({ one }: { one: Import }) {
  const t = useImportText();
  const format = useFormat();
  const count = format.count(one.created);
  const failed = format.count(one.failed);
  if (!one.dryRun)
    return (
      <Notice
        tone={one.failed ? 'warning' : one.created ? 'success' : 'info'}
        title={one.created ? t('done', { count }) : t('doneNone')}
        actions={
          <LinkButton small href={`/${one.kind}`}>
            {t(one.kind === 'signals' ? 'toSignals' : 'toIssues')}
          </LinkButton>
        }
      >
        {one.failed > 0 && t('doneBad', { failed })}
      </Notice>
    );
  const can = one.failed ? t('checkedBad', { failed, count }) : t('checkedGood', { count });
  return (
    <Notice
      tone={one.failed ? 'warning' : 'info'}
      title={t('checked')}
      actions={one.created > 0 && <Run one={one} count={count} />}
    >
      {one.created > 0 ? can : t('checkedNone')}
    </Notice>
  );
}

function Run({ one, count }: { one: Import; count: string }) {
  const t = useImportText();
  const navigate = useNavigate();
  const chosen = checkedFile(one.id);
  const run = useWrite<void, Import>(() => sendFile(chosen!, false), { touches: ['/imports'] });
  if (!chosen) return <span className="small subtle">{t('again')}</span>;
  const start = async () => {
    const sent = await run.mutateAsync(undefined).catch((error: Error) => {
      toast(error.message, { tone: 'danger' });
    });
    if (sent) void navigate(`/imports/${sent.id}`);
  };
  return (
    <Button kind="primary" isPending={run.isPending} onPress={() => void start()}>
      {t('run', { count })}
    </Button>
  );
}

function Cancel({ one: { id } }: { one: Import }) {
  const t = useImportText();
  const may = useMay();
  const cancel = useWrite<void, Import>(() => call('POST', `/imports/${id}/cancellation`, { body: {} }), {
    touches: ['/imports'],
  });
  if (!may('POST /imports/:id/cancellation')) return null;
  return (
    <Button icon="close" isPending={cancel.isPending} onPress={() => cancel.mutate(undefined)}>
      {t('cancel')}
    </Button>
  );
}
