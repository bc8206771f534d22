import { call } from '../../api/call.js';
import { useDepartments, useWrite } from '../../api/queries.js';
import type { Policy, PolicyTerms } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Panel } from '../../ui/panel.js';
import { toast } from '../../ui/toast.js';
import { Notice } from '../../ui/waiting.js';
import './policies.css';
import { usePolicyText } from './text.js';

interface Props {
  policy: Policy;
  terms: PolicyTerms;
  /** Only a draft is changed. */
  onChange?: (terms: PolicyTerms) => void;
  changed: boolean;
}

const PARTS = ['factors', 'thresholds', 'floors', 'grid', 'appetite'] as const;

/** What a version sets: weights, thresholds, bands and tolerance as fields of a draft, as figures of what is activated. */
export function TermsForm({ policy, terms, onChange, changed }: Props) {
  const t = usePolicyText();
  const save = useWrite(
    () =>
      call<Policy>('PATCH', `/policies/${policy.version}`, { body: { terms }, ifMatch: policy.rowVersion }),
    { touches: ['/policies'] },
  );
  const { byField, rest } = useFieldErrors(
    save.error,
    PARTS.map((part) => `terms.${part}`),
    Object.fromEntries(PARTS.map((part) => [`terms.${part}`, terms[part]])),
  );
  const submit = async () => {
    await save.mutateAsync(undefined);
    toast(t('saved'));
  };
  const wrong = [...Object.values(byField), ...rest];
  return (
    <>
      <Weights terms={terms} onChange={onChange} />
      <Panel title={t('thresholds')}>
        <Steps
          steps={terms.thresholds}
          onChange={onChange && ((thresholds) => onChange({ ...terms, thresholds }))}
        />
      </Panel>
      <Panel title={t('bands')}>
        <Steps
          steps={terms.grid.bands}
          onChange={onChange && ((bands) => onChange({ ...terms, grid: { ...terms.grid, bands } }))}
        />
      </Panel>
      <Floors terms={terms} />
      <Tolerance terms={terms} onChange={onChange} />
      {wrong.map((one) => (
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

type Change = ((terms: PolicyTerms) => void) | undefined;

function Weights({ terms, onChange }: { terms: PolicyTerms; onChange: Change }) {
  const t = usePolicyText();
  const language = useLanguage();
  const total = Math.round(terms.factors.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100;
  return (
    <Panel title={t('factors')} aside={t('sum', { n: total })}>
      <div className="policy-steps">
        {terms.factors.map((factor) => (
          <Figure
            key={factor.name}
            label={factor.label[language]}
            value={factor.weight}
            onChange={
              onChange &&
              ((weight) =>
                onChange({
                  ...terms,
                  factors: terms.factors.map((one) => (one === factor ? { ...one, weight } : one)),
                }))
            }
          />
        ))}
      </div>
    </Panel>
  );
}

function Steps<T extends { atLeast: number; grade: keyof ReturnType<typeof useWords>['grade'] }>({
  steps,
  onChange,
}: {
  steps: T[];
  onChange: ((steps: T[]) => void) | undefined;
}) {
  const t = usePolicyText();
  const words = useWords();
  return (
    <div className="policy-steps">
      {steps.map((step) => (
        <Figure
          key={step.grade}
          label={t('from', { grade: words.grade[step.grade] })}
          value={step.atLeast}
          onChange={
            onChange &&
            ((atLeast) => onChange(steps.map((one) => (one === step ? { ...one, atLeast } : one))))
          }
        />
      ))}
    </div>
  );
}

function Figure({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number;
  onChange: ((value: number) => void) | undefined;
}) {
  if (!onChange)
    return (
      <p>
        {label} <strong>{value}</strong>
      </p>
    );
  return (
    <TextField
      label={label}
      type="number"
      value={String(value)}
      onChange={(typed) => onChange(Number(typed))}
      min="0"
      max="100"
    />
  );
}

function Floors({ terms }: { terms: PolicyTerms }) {
  const t = usePolicyText();
  const words = useWords();
  const language = useLanguage();
  const nameOf = (name: string) => terms.factors.find((one) => one.name === name)?.label[language] ?? name;
  return (
    <Panel title={t('floors')}>
      <ul className="points">
        {terms.floors.map(({ when, grade }, index) => (
          <li key={index}>
            <span aria-hidden="true">-</span>{' '}
            {t('floor', {
              when: when
                .map(({ factor, level }) => t('condition', { factor: nameOf(factor), level }))
                .join(', '),
              grade: words.grade[grade],
            })}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Tolerance({ terms, onChange }: { terms: PolicyTerms; onChange: Change }) {
  const t = usePolicyText();
  const words = useWords();
  const { nameOf } = useDepartments();
  const { usual, departments } = terms.appetite;
  return (
    <Panel title={t('appetite')}>
      {onChange ? (
        <SelectField
          label={t('appetite')}
          help={t('appetiteHelp')}
          choices={choicesOf(words.grade)}
          value={usual}
          onChange={(grade) =>
            onChange({ ...terms, appetite: { ...terms.appetite, usual: grade as typeof usual } })
          }
          required
        />
      ) : (
        <p>
          <strong>{words.grade[usual]}</strong> <span className="subtle">{t('appetiteHelp')}</span>
        </p>
      )}
      {departments.length > 0 && (
        <ul className="points">
          {departments.map(({ departmentId, grade }) => (
            <li key={departmentId}>
              <span aria-hidden="true">-</span> {nameOf(departmentId)}: {words.grade[grade]}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
