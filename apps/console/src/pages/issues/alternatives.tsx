import { useState, type CSSProperties } from 'react';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Alternative, Issue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Panel } from '../../ui/panel.js';
import { ReasonDialog } from '../../ui/reason-dialog.js';
import { toast } from '../../ui/toast.js';
import { useJudgementText } from './judgement-text.js';

/** ⓐ, ⓑ, ⓒ */
const mark = (index: number): string => String.fromCharCode(0x24d0 + index);

const FACTS = ['effect', 'cost', 'sideEffect', 'precedent'] as const;

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
  if (!issue.alternatives.length) return null;
  const chooses = issue.stage !== 'closed' && may('POST /issues/:id/choice');
  const unchoose = async () => {
    await write.mutateAsync(null);
    toast(t('unchosenDone'));
  };
  // A fact that one of them has is a line of all.
  const told = FACTS.filter((fact) => issue.alternatives.some((one) => one[fact]));
  const lines = 1 + told.length + Number(chooses);
  return (
    <Panel title={t('alternatives')}>
      <ul className="alternatives" style={{ '--lines': lines } as CSSProperties}>
        {issue.alternatives.map((one, index) => (
          <li key={one.id} className={one.chosenAt ? 'alternative alternative-chosen' : 'alternative'}>
            <Head one={one} index={index} />
            {told.map((fact) => (
              <div key={fact}>
                <span className="small subtle">{t(fact)}</span>
                <p className="prewrap">{one[fact] ?? '–'}</p>
              </div>
            ))}
            {chooses && (
              <div className="row no-print">
                {one.chosenAt ? (
                  <Button
                    small
                    isPending={write.isPending}
                    onPress={() => void unchoose().catch(() => undefined)}
                  >
                    {t('unchoose')}
                  </Button>
                ) : (
                  <Button small onPress={() => setChoosing(one)} aria-label={`${t('choose')}: ${one.text}`}>
                    {t('choose')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
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

/** What it is, and what became of it. */
function Head({ one, index }: { one: Alternative; index: number }) {
  const t = useJudgementText();
  const words = useWords();
  const format = useFormat();
  return (
    <div className="stack-tight">
      <h3>
        {mark(index)} {one.text}{' '}
        {one.horizon && <span className="small subtle">({words.horizon[one.horizon]})</span>}
      </h3>
      {(one.recommended || one.chosenAt) && (
        <span className="row">
          {one.recommended && <Badge tone="info">{t('recommended')}</Badge>}
          {one.chosenAt && <Badge tone="success">{t('chosen')}</Badge>}
        </span>
      )}
      {one.chosenAt && (
        <p className="small subtle">
          {[one.choiceReason, one.chosenBy, format.instant(one.chosenAt)].filter(Boolean).join(' · ')}
        </p>
      )}
    </div>
  );
}
