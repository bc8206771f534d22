import { useDepartments } from '../../api/queries.js';
import { dayFromNow, monthFromNow, useFormat } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { SwitchField } from '../../ui/choice-field.js';
import { ComboField, SelectField, TextField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import { Notice } from '../../ui/waiting.js';
import { useFormText } from './form-text.js';
import {
  EMPTY_ALTERNATIVE,
  EMPTY_NOTE,
  EMPTY_REQUEST,
  EMPTY_RISK,
  errorsOf,
  namesIn,
  sentAt,
  type AlternativeDraft,
  type IssueContent,
  type NewIssueDraft,
  type RequestDraft,
} from './issue-draft.js';

export interface Part<T> {
  value: T;
  change: (part: Partial<T>) => void;
  errors: Record<string, string>;
}

export function TitleField({ value, change, errors }: Part<IssueContent>) {
  const t = useFormText();
  return (
    <TextField
      label={t('title')}
      name="title"
      help={t('titleHelp')}
      value={value.title}
      onChange={(title) => change({ title })}
      error={errors.title}
      required
      maxLength={300}
      autoFocus
    />
  );
}

export function SummaryField({ value, change, errors }: Part<IssueContent>) {
  const t = useFormText();
  const names = namesIn(`${value.title} ${value.summary}`);
  return (
    <>
      <TextField
        label={t('summary')}
        name="summary"
        help={t('summaryHelp')}
        value={value.summary}
        onChange={(summary) => change({ summary })}
        error={errors.summary}
        required
        lines={4}
        maxLength={10_000}
      />
      {names.length > 0 && <Notice tone="warning">{t('names', { found: names.join(', ') })}</Notice>}
    </>
  );
}

export function RiskFields({ value, change, errors }: Part<IssueContent>) {
  const t = useFormText();
  const wrong = (index: number) =>
    errorsOf(errors, 'risks', { items: value.risks, empty: EMPTY_RISK, index });
  return (
    <>
      <ListField
        what={t('risks')}
        help={t('risksHelp')}
        items={value.risks}
        empty={EMPTY_RISK}
        onChange={(risks) => change({ risks })}
        error={errors.risks}
      >
        {(risk, set, index) => (
          <div className="form-row">
            <TextField
              label={t('risk')}
              value={risk.text}
              onChange={(text) => set({ text })}
              error={wrong(index).text}
              lines={1}
              maxLength={2000}
            />
            <TextField
              label={t('footnote')}
              value={risk.footnote}
              onChange={(footnote) => set({ footnote })}
              error={wrong(index).footnote}
              maxLength={2000}
            />
          </div>
        )}
      </ListField>
      <ListField
        what={t('notes')}
        items={value.notes}
        empty={EMPTY_NOTE}
        onChange={(notes) => change({ notes })}
        error={errors.notes}
      >
        {(note, set, index) => (
          <TextField
            label={t('note')}
            value={note.text}
            onChange={(text) => set({ text })}
            error={errors[`notes.${sentAt(value.notes, EMPTY_NOTE, index)}`]}
            maxLength={2000}
          />
        )}
      </ListField>
    </>
  );
}

const MONTHS_BACK = 2;
const MONTHS_AHEAD = 14;
const LEVELS = ['1', '2', '3', '4', '5'].map((level) => ({ id: level, label: level }));

export function ForecastFields({ value, change, errors }: Part<IssueContent>) {
  const t = useFormText();
  const format = useFormat();
  const months = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD }, (_, index) =>
    monthFromNow(index - MONTHS_BACK),
  );
  const withOwn =
    value.expectedMonth && !months.includes(value.expectedMonth) ? [value.expectedMonth, ...months] : months;
  return (
    <div className="form-row">
      <SelectField
        label={t('expectedMonth')}
        name="expectedMonth"
        help={t('expectedMonthHelp')}
        choices={withOwn.map((month) => ({ id: month, label: format.month(month) }))}
        value={value.expectedMonth}
        onChange={(expectedMonth) => change({ expectedMonth })}
        error={errors.expectedMonth}
        optional={t('auto')}
      />
      <SelectField
        label={t('impact')}
        name="impact"
        help={t('levelHelp')}
        choices={LEVELS}
        value={value.impact}
        onChange={(impact) => change({ impact })}
        error={errors.impact}
        optional
      />
      <SelectField
        label={t('likelihood')}
        name="likelihood"
        help={t('levelHelp')}
        choices={LEVELS}
        value={value.likelihood}
        onChange={(likelihood) => change({ likelihood })}
        error={errors.likelihood}
        optional
      />
    </div>
  );
}

export function LeadField({ value, change, errors }: Part<IssueContent>) {
  const t = useFormText();
  const departments = useDepartments();
  return (
    <ComboField
      label={t('lead')}
      name="leadDepartmentId"
      help={t('leadHelp')}
      choices={departments.all.map(({ id, name }) => ({ id, label: name }))}
      value={value.leadDepartmentId}
      onChange={(leadDepartmentId) => change({ leadDepartmentId })}
      error={errors.leadDepartmentId}
    />
  );
}

const MOST_ALTERNATIVES = 3;

export function AlternativeFields({ value, change, errors }: Part<IssueContent>) {
  const t = useFormText();
  const list = { items: value.alternatives, empty: EMPTY_ALTERNATIVE };
  return (
    <ListField
      what={t('alternatives')}
      help={t('alternativesHelp')}
      {...list}
      onChange={(alternatives) => change({ alternatives })}
      error={errors.alternatives}
      max={Math.max(MOST_ALTERNATIVES, value.alternatives.length)}
    >
      {(one, set, index) => (
        <AlternativeField
          value={one}
          change={set}
          errors={errorsOf(errors, 'alternatives', { ...list, index })}
        />
      )}
    </ListField>
  );
}

function AlternativeField({ value, change, errors }: Part<AlternativeDraft>) {
  const t = useFormText();
  const words = useWords();
  return (
    <>
      <TextField
        label={t('alternative')}
        value={value.text}
        onChange={(text) => change({ text })}
        error={errors.text}
        lines={1}
        maxLength={2000}
      />
      <div className="form-row">
        <SelectField
          label={t('horizon')}
          choices={choicesOf(words.horizon)}
          value={value.horizon}
          onChange={(horizon) => change({ horizon: horizon as typeof value.horizon })}
          error={errors.horizon}
          optional
        />
        <TextField
          label={t('effect')}
          value={value.effect}
          onChange={(effect) => change({ effect })}
          error={errors.effect}
          maxLength={2000}
        />
        <TextField
          label={t('cost')}
          value={value.cost}
          onChange={(cost) => change({ cost })}
          error={errors.cost}
          maxLength={2000}
        />
        <TextField
          label={t('sideEffect')}
          value={value.sideEffect}
          onChange={(sideEffect) => change({ sideEffect })}
          error={errors.sideEffect}
          maxLength={2000}
        />
        <TextField
          label={t('precedent')}
          value={value.precedent}
          onChange={(precedent) => change({ precedent })}
          error={errors.precedent}
          maxLength={2000}
        />
      </div>
      <SwitchField
        label={t('recommended')}
        value={value.recommended}
        onChange={(recommended) => change({ recommended })}
      />
    </>
  );
}

export function RequestPartFields({ value, change, errors }: Part<RequestDraft>) {
  const t = useFormText();
  const words = useWords();
  const departments = useDepartments();
  return (
    <>
      <TextField
        label={t('request')}
        value={value.text}
        onChange={(text) => change({ text })}
        error={errors.text}
        lines={2}
        maxLength={4000}
        required
      />
      <div className="form-row">
        <SelectField
          label={t('horizon')}
          choices={choicesOf(words.horizon).filter(({ id }) => id !== 'none')}
          value={value.horizon}
          onChange={(horizon) => change({ horizon: horizon as RequestDraft['horizon'] })}
          error={errors.horizon}
          optional
        />
        <ComboField
          label={t('department')}
          choices={departments.all.map(({ id, name }) => ({ id, label: name }))}
          value={value.departmentId}
          onChange={(departmentId) => change({ departmentId })}
          error={errors.departmentId}
        />
        <TextField
          label={t('dueAt')}
          help={t('dueHelp')}
          type="date"
          value={value.dueOn}
          min={dayFromNow(0)}
          onChange={(dueOn) => change({ dueOn })}
          error={errors.dueAt}
        />
        <TextField
          label={t('docNo')}
          value={value.docNo}
          onChange={(docNo) => change({ docNo })}
          error={errors.docNo}
          maxLength={100}
        />
        <TextField
          label={t('relatedBody')}
          help={t('relatedBodyHelp')}
          value={value.relatedBody}
          onChange={(relatedBody) => change({ relatedBody })}
          error={errors.relatedBody}
          maxLength={100}
        />
      </div>
    </>
  );
}

export function RequestFields({ value, change, errors }: Part<NewIssueDraft>) {
  const t = useFormText();
  const list = { items: value.requests, empty: EMPTY_REQUEST };
  return (
    <ListField
      what={t('requests')}
      help={t('requestsHelp')}
      {...list}
      onChange={(requests) => change({ requests })}
      error={errors.requests}
    >
      {(one, set, index) => (
        <RequestPartFields
          value={one}
          change={set}
          errors={errorsOf(errors, 'requests', { ...list, index })}
        />
      )}
    </ListField>
  );
}
