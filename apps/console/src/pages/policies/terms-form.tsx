import { call } from '../../api/call.js';
import { useWrite } from '../../api/queries.js';
import type { Policy, PolicyTerms } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import { Factors } from './factors.js';
import { Figure } from './figure.js';
import { Floors } from './floors.js';
import { Meanings } from './meanings.js';
import './policies.css';
import type { TermsPart } from './terms-part.js';
import { usePolicyText } from './text.js';
import { Tolerance } from './tolerance.js';

interface Props {
  policy: Policy;
  terms: PolicyTerms;
  /** Only a draft is changed. */
  onChange?: (terms: PolicyTerms) => void;
  changed: boolean;
}

/** What a version sets, as fields of a draft and as figures of what is activated. */
export function TermsForm({ policy, terms, onChange, changed }: Props) {
  const t = usePolicyText();
  const save = useWrite(
    () =>
      call<Policy>('PATCH', `/policies/${policy.version}`, { body: { terms }, ifMatch: policy.rowVersion }),
    { touches: ['/policies'] },
  );
  const { byField, rest } = useFieldErrors(save.error, ['terms'], { terms });
  const submit = async () => {
    await save.mutateAsync(undefined);
    toast(t('saved'));
  };
  const part: TermsPart = {
    terms,
    change: onChange && ((some) => onChange({ ...terms, ...some })),
    errorOf: (path) => byField[`terms.${path}`],
  };
  return (
    <>
      <Factors {...part} />
      <Panel title={t('thresholds')}>
        <Steps
          {...part}
          path="thresholds"
          steps={terms.thresholds}
          onChange={(thresholds) => part.change?.({ thresholds })}
        />
      </Panel>
      <Grid {...part} />
      <Floors {...part} />
      <Tolerance {...part} />
      {[...new Set([...Object.values(byField), ...rest])].map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      {onChange && (
        <div className="form-actions">
          <Button
            kind="primary"
            isDisabled={!changed}
            isPending={save.isPending}
            onPress={() => void submit().catch(() => undefined)}
          >
            {t('save')}
          </Button>
        </div>
      )}
    </>
  );
}

function Grid(part: TermsPart) {
  const t = usePolicyText();
  const { grid } = part.terms;
  const { change } = part;
  return (
    <Panel title={t('bands')}>
      <Steps
        {...part}
        path="grid.bands"
        steps={grid.bands}
        onChange={(bands) => change?.({ grid: { ...grid, bands } })}
      />
      {(['impact', 'likelihood'] as const).map((axis) => (
        <Meanings
          key={axis}
          title={t(axis)}
          levels={grid[axis]}
          onChange={change && ((levels) => change({ grid: { ...grid, [axis]: levels } }))}
        />
      ))}
    </Panel>
  );
}

function Steps<T extends { atLeast: number; grade: keyof ReturnType<typeof useWords>['grade'] }>({
  path,
  steps,
  change,
  onChange,
  errorOf,
}: TermsPart & { path: string; steps: T[]; onChange: (steps: T[]) => void }) {
  const t = usePolicyText();
  const words = useWords();
  return (
    <div className="policy-steps">
      {steps.map((step, at) => (
        <Figure
          key={step.grade}
          label={t('from', { grade: words.grade[step.grade] })}
          value={step.atLeast}
          error={errorOf(`${path}.${at}.atLeast`)}
          onChange={
            change && ((atLeast) => onChange(steps.map((one) => (one === step ? { ...one, atLeast } : one))))
          }
        />
      ))}
    </div>
  );
}
