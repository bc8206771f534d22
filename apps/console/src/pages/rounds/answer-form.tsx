import { call } from '../../api/call.js';
import { useDraft } from '../../api/draft.js';
import { useMe, useWrite } from '../../api/queries.js';
import type { Round } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { DraftFound, DraftKept } from '../../ui/draft.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { TextField } from '../../ui/field.js';
import { Form } from '../../ui/form.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { begin, bodyOf, EMPTY_ITEM, type Part } from './answer-draft.js';
import { ItemFields } from './item-fields.js';
import { KnownIssues } from './known-issues.js';
import { useRoundText } from './text.js';

const FIELDS = ['items', 'remarks', 'note', 'confirmedBy'] as const;

interface AnswerFormProps {
  round: Round;
  onDone: () => void;
  /** Something was answered already. */
  isChange: boolean;
}

/** 해당 없음 in one click, or what is expected; what is known stands there already. */
export function AnswerForm({ round, onDone, isChange }: AnswerFormProps) {
  const t = useRoundText();
  const me = useMe();
  const words = useWords();
  const { month, version } = round;
  const draft = useDraft(`round-${month}-${version}`, begin(round, me, words));
  const { value, change } = draft;
  const answer = useWrite(
    (kind: 'none' | 'issues') =>
      call<Round>('POST', `/rounds/${month}/answer`, { body: bodyOf(value, kind, month), ifMatch: version }),
    { touches: ['/rounds', '/work', '/signals'] },
  );
  const { byField: errors, rest } = useFieldErrors(answer.error, FIELDS, {
    ...value,
    confirmedBy: `${value.position} ${value.name}`,
  });
  const say = async (kind: 'none' | 'issues') => {
    await answer.mutateAsync(kind);
    draft.forget();
    toast(t('sent'));
    onDone();
  };
  const part = { value, change, errors };
  return (
    <Form
      onSubmit={() => say(value.items.length ? 'issues' : 'none')}
      label={t('yours')}
      className="main-aside"
    >
      <Panel title={t('yours')} urgent>
        <div className="stack">
          <DraftFound draft={draft} />
          {value.items.length === 0 && (
            <div className="round-one-click">
              <Button type="submit" kind="primary" icon="check" isPending={answer.isPending}>
                {t('sayNone')}
              </Button>
              <Button icon="plus" onPress={() => change({ items: [{ ...EMPTY_ITEM, month }] })}>
                {t('sayIssues')}
              </Button>
              <span className="small subtle">{t('sayNoneHelp')}</span>
            </div>
          )}
          {value.items.length > 0 && <ItemFields month={month} {...part} />}
          <Besides {...part} />
          {rest.map((one) => (
            <Notice key={one} tone="danger">
              {one}
            </Notice>
          ))}
          {(value.items.length > 0 || isChange) && (
            <div className="form-actions">
              {value.items.length > 0 && (
                <Button type="submit" kind="primary" isPending={answer.isPending}>
                  {t('send')}
                </Button>
              )}
              {isChange && <Button onPress={onDone}>{t('cancel')}</Button>}
              <DraftKept draft={draft} />
            </div>
          )}
        </div>
      </Panel>
      <Panel title={t('known')} aside={round.expected?.length}>
        <KnownIssues
          issues={round.expected ?? []}
          remarks={value.remarks}
          onChange={(remarks) => change({ remarks })}
          errors={errors}
        />
      </Panel>
    </Form>
  );
}

function Besides({ value, change, errors }: Part) {
  const t = useRoundText();
  return (
    <>
      <TextField
        label={t('note')}
        name="note"
        lines={2}
        maxLength={2000}
        value={value.note}
        onChange={(note) => change({ note })}
        error={errors.note}
      />
      <div className="form-row">
        <TextField
          label={t('position')}
          name="position"
          maxLength={60}
          value={value.position}
          onChange={(position) => change({ position })}
          error={errors['confirmedBy.position'] ?? errors.confirmedBy}
        />
        <TextField
          label={t('name')}
          name="name"
          maxLength={60}
          value={value.name}
          onChange={(name) => change({ name })}
          error={errors['confirmedBy.name']}
        />
      </div>
    </>
  );
}
