import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/call.js';
import { useMay, useWrite } from '../../api/queries.js';
import type { Issue, SimilarIssue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { defineText } from '../../text/i18n.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { TextField } from '../../ui/field.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';

const useText = defineText('lessons', {
  ko: {
    title: '활용한 교훈',
    use: '교훈 활용',
    used: '활용함',
    lead: '이 이슈에 어떻게 반영하는지 적어 두면 교훈을 남긴 이슈에도 활용 기록이 남습니다.',
    note: '활용 내용',
    save: '기록',
    done: '교훈 활용을 기록하였습니다.',
    by: '{{name}}, {{at}}',
    uses: '이 이슈의 교훈을 활용한 이슈 {{count}}건',
  },
  en: {
    title: 'Lessons used',
    use: 'Use this lesson',
    used: 'Used',
    lead: 'Say how it is used here; the issue that left the lesson counts it too.',
    note: 'How',
    save: 'Note',
    done: 'Noted.',
    by: '{{name}}, {{at}}',
    uses: 'Its lesson was used by {{count}} issue(s)',
  },
});

/** What an earlier issue taught and this one takes up. */
export function LessonsUsed({ issue }: { issue: Issue }) {
  const t = useText();
  const format = useFormat();
  if (!issue.lessonsUsed.length && !issue.lessonUses) return null;
  return (
    <Panel title={t('title')}>
      {issue.lessonUses > 0 && <p className="small">{t('uses', { count: issue.lessonUses })}</p>}
      <ul className="stack">
        {issue.lessonsUsed.map(({ issueId, number, title, lesson, note, usedBy, usedAt }) => (
          <li key={issueId} className="stack-tight">
            <Link to={`/issues/${issueId}`}>
              {number} {title}
            </Link>
            <span className="small prewrap">{lesson}</span>
            {note && <span className="small prewrap">→ {note}</span>}
            <span className="small subtle">{t('by', { name: usedBy, at: format.instant(usedAt) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Takes up the lesson of a similar issue, on record. */
export function UseLesson({ issue, one }: { issue: Issue; one: SimilarIssue }) {
  const t = useText();
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const use = useWrite(
    () =>
      call('POST', `/issues/${issue.id}/lesson-uses`, {
        body: { issueId: one.id, note: note.trim() || null },
      }),
    { touches: [`/issues/${issue.id}`] },
  );
  const { byField, rest } = useFieldErrors(use.error, ['note'], { note });
  if (!one.lesson || !may('POST /issues/:id/lesson-uses')) return null;
  if (issue.lessonsUsed.some(({ issueId }) => issueId === one.id))
    return <Badge tone="success">{t('used')}</Badge>;
  const submit = async () => {
    await use.mutateAsync(undefined);
    toast(t('done'));
    setOpen(false);
  };
  return (
    <div className="no-print">
      <Button small onPress={() => setOpen(true)}>
        {t('use')}
      </Button>
      {isOpen && (
        <DialogForm
          title={t('use')}
          onClose={() => setOpen(false)}
          onSubmit={submit}
          action={t('save')}
          busy={use.isPending}
          errors={rest}
        >
          <p className="prewrap">{one.lesson}</p>
          <p className="subtle">{t('lead')}</p>
          <TextField
            label={t('note')}
            value={note}
            onChange={setNote}
            error={byField.note}
            lines={2}
            maxLength={2000}
          />
        </DialogForm>
      )}
    </div>
  );
}
