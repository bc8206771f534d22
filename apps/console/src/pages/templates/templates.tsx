import { useState } from 'react';
import { KIND_LABELS } from '#issues/rules/kind-words.js';
import type { IssueKindName } from '#config/issue-kinds.js';
import { call } from '../../api/call.js';
import { useMay, useRead, useWrite } from '../../api/queries.js';
import type { AnswerTemplate } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { Fold } from '../../ui/fold.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Loaded } from '../../ui/waiting.js';
import { TemplateDialog } from './template-dialog.js';
import { useTemplateText } from './text.js';

type Open = { what: 'edit'; from: AnswerTemplate | null } | { what: 'remove'; from: AnswerTemplate };

/** 회신 서식: what everybody finds, and what the office or the department adds. */
export default function Templates() {
  const t = useTemplateText();
  const may = useMay();
  const [open, setOpen] = useState<Open | null>(null);
  const list = useRead<{ items: AnswerTemplate[] }>('/templates');
  const writes = may('POST /templates');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        writes && (
          <Button kind="primary" icon="plus" onPress={() => setOpen({ what: 'edit', from: null })}>
            {t('add')}
          </Button>
        )
      }
    >
      <Loaded of={list}>
        {({ items }) => (
          <div className="stack">
            {items.map((one) => (
              <Template key={one.key} one={one} writes={writes} onOpen={setOpen} />
            ))}
          </div>
        )}
      </Loaded>
      {open?.what === 'edit' && <TemplateDialog from={open.from} onClose={() => setOpen(null)} />}
      {open?.what === 'remove' && <Remove one={open.from} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function Template({
  one,
  writes,
  onOpen,
}: {
  one: AnswerTemplate;
  writes: boolean;
  onOpen: (open: Open) => void;
}) {
  const t = useTemplateText();
  const words = useWords();
  const language = useLanguage();
  const { name, scope, status, kinds, grades, text, editable } = one;
  const fits = [
    ...kinds.map((kind) => KIND_LABELS[kind as IssueKindName][language]),
    ...grades.map((grade) => words.grade[grade as keyof typeof words.grade]),
  ];
  return (
    <Panel
      title={name}
      actions={
        writes && (
          <>
            {editable && (
              <Button small icon="edit" onPress={() => onOpen({ what: 'edit', from: one })}>
                {t('edit')}
              </Button>
            )}
            {!editable && (
              <Button small onPress={() => onOpen({ what: 'edit', from: one })}>
                {t('copy')}
              </Button>
            )}
            {editable && (
              <Button small kind="danger" onPress={() => onOpen({ what: 'remove', from: one })}>
                {t('remove')}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="row">
        <Badge tone={scope === 'standard' ? 'neutral' : 'info'}>{t(`scope.${scope}`)}</Badge>
        {status && <Badge>{words.measure[status]}</Badge>}
        <span className="small subtle">
          {t('fits')}: {fits.join(', ') || t('forAll')}
        </span>
      </div>
      <Fold title={t('text')}>
        <p className="prewrap small">{text}</p>
      </Fold>
    </Panel>
  );
}

function Remove({ one, onClose }: { one: AnswerTemplate; onClose: () => void }) {
  const t = useTemplateText();
  const remove = useWrite(() => call('DELETE', `/templates/${one.id}`, { ifMatch: one.version }), {
    touches: ['/templates'],
  });
  const confirm = async () => {
    await remove.mutateAsync(undefined);
    toast(t('removed'));
  };
  return (
    <Confirm
      title={t('removeTitle')}
      action={t('remove')}
      danger
      isOpen
      onClose={onClose}
      onConfirm={confirm}
    >
      <p>
        {one.name}. {t('removeWhy')}
      </p>
    </Confirm>
  );
}
