import { useDepartments } from '../../api/queries.js';
import { dayFromNow } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { RadioField } from '../../ui/choice-field.js';
import { ComboField, TextField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import { NEW_TARGET, type Draft, type TargetDraft } from './plan.js';
import { useReorganisationText } from './text.js';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  errors: Record<string, string | undefined>;
}

export function PlanFields({ draft, change, errors }: Props) {
  const t = useReorganisationText();
  const words = useWords();
  const details = {
    created: t('createdHelp'),
    renamed: t('renamedHelp'),
    merged: t('mergedHelp'),
    split: t('splitHelp'),
    abolished: t('abolishedHelp'),
  };
  return (
    <>
      <RadioField
        label={t('kind')}
        name="kind"
        choices={choicesOf(words.reorganisation).map((one) => ({
          ...one,
          detail: details[one.id],
        }))}
        value={draft.kind}
        onChange={(value) => {
          const kind = value as Draft['kind'];
          const two = kind === 'merged' ? [null, null] : [null];
          const targets = kind === 'split' ? [NEW_TARGET, NEW_TARGET] : [NEW_TARGET];
          change({ kind, from: [draft.from[0] ?? null, ...two.slice(1)], targets });
        }}
        error={errors.kind}
      />
      <div className="form-row">
        <TextField
          label={t('effectiveOn')}
          name="effectiveOn"
          type="date"
          required
          min={dayFromNow(0)}
          value={draft.effectiveOn}
          onChange={(effectiveOn) => change({ effectiveOn })}
          error={errors.effectiveOn}
        />
        <TextField
          label={t('reason')}
          name="reason"
          help={t('reasonHelp')}
          required
          maxLength={2000}
          value={draft.reason}
          onChange={(reason) => change({ reason })}
          error={errors.reason}
        />
      </div>
      <FromFields draft={draft} change={change} errors={errors} />
      <TargetFields key={draft.kind} draft={draft} change={change} errors={errors} />
    </>
  );
}

function FromFields({ draft: { kind, from }, change, errors }: Props) {
  const t = useReorganisationText();
  const { all } = useDepartments();
  const choices = all.map(({ id, name }) => ({ id, label: name }));
  if (kind === 'created') return null;
  const one = (value: string | null, onChange: (id: string | null) => void, n: number) => (
    <ComboField
      label={kind === 'merged' ? `${t('fromOne')} ${n + 1}` : t('fromOne')}
      name={`from-${n}`}
      required
      choices={choices}
      value={value}
      onChange={onChange}
      error={n === 0 ? errors.fromIds : undefined}
    />
  );
  if (kind !== 'merged') return one(from[0] ?? null, (id) => change({ from: [id] }), 0);
  return (
    <ListField
      what={t('from')}
      items={from.map((id) => ({ id }))}
      empty={{ id: null }}
      onChange={(items) => change({ from: items.map(({ id }) => id) })}
      max={20}
    >
      {({ id }, set, n) => one(id, (next) => set({ id: next }), n)}
    </ListField>
  );
}

function TargetFields({ draft: { kind, from, targets }, change, errors }: Props) {
  const t = useReorganisationText();
  const { all } = useDepartments();
  const others = all.filter(({ id }) => !from.includes(id)).map(({ id, name }) => ({ id, label: name }));
  const first = targets[0] ?? NEW_TARGET;
  const set = (part: Partial<TargetDraft>) => change({ targets: [{ ...first, ...part }] });
  if (kind === 'split')
    return (
      <ListField
        what={t('to')}
        help={t('splitHelpList')}
        items={targets}
        empty={NEW_TARGET}
        onChange={(next) => change({ targets: next })}
        max={10}
        error={errors.targets}
      >
        {(one, setOne, n) => (
          <>
            <Name
              value={one.name}
              n={n}
              onChange={(name) => setOne({ name })}
              error={errors[`targets.${n}.name`]}
            />
            {n > 0 && <Goals value={one.goals} onChange={(goals) => setOne({ goals })} />}
          </>
        )}
      </ListField>
    );
  const existing = (
    <ComboField
      label={kind === 'merged' ? t('toExisting') : t('successor')}
      name="successor"
      help={kind === 'merged' ? t('toExistingHelp') : t('successorHelp')}
      choices={others}
      value={first.departmentId}
      onChange={(departmentId) => set({ departmentId })}
      error={errors.targets}
    />
  );
  if (kind === 'abolished') return existing;
  return (
    <>
      {kind === 'merged' && existing}
      {!first.departmentId && (
        <Name
          value={first.name}
          onChange={(name) => set({ name })}
          error={errors['targets.0.name'] ?? errors.targets}
        />
      )}
      {kind === 'created' && <Goals value={first.goals} onChange={(goals) => set({ goals })} />}
    </>
  );
}

function Name(props: {
  value: string;
  n?: number;
  onChange: (name: string) => void;
  error: string | undefined;
}) {
  const t = useReorganisationText();
  const { n, ...rest } = props;
  return (
    <TextField
      {...rest}
      label={n === undefined ? t('toName') : `${t('toName')} ${n + 1}`}
      name={`target-${n ?? 0}`}
      required
      maxLength={100}
      autoComplete="off"
    />
  );
}

function Goals(props: { value: string; onChange: (goals: string) => void }) {
  const t = useReorganisationText();
  return <TextField {...props} label={t('goals')} help={t('goalsHelp')} lines={2} maxLength={4000} />;
}
