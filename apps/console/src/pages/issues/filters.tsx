import { useState } from 'react';
import { DISTRICTS } from '#config/districts.js';
import { KIND_LABELS } from '#issues/rules/kind-words.js';
import { useDepartments, useMe } from '../../api/queries.js';
import { useFormat, monthFromNow } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { ComboField, SelectField, TextField, type Choice } from '../../ui/field.js';
import { Filter, Filters } from '../../ui/filters.js';
import { QueryField } from '../../ui/query-field.js';
import { useIssueText } from './text.js';

/** Reached from the dashboard and from work that waits, or asked for rarely. */
const RARE = [
  'district',
  'kind',
  'impact',
  'likelihood',
  'needsReview',
  'warned',
  'createdFrom',
  'createdTo',
] as const;

/** Filters of the API that the address carries as they are. */
export const FILTERS = [
  'q',
  'open',
  'stage',
  'state',
  'grade',
  'channel',
  'direction',
  'leadDepartmentId',
  'expectedMonth',
  'overdue',
  ...RARE,
] as const;

const MONTHS_BACK = 12;
const MONTHS_AHEAD = 12;

export function IssueFilters() {
  const t = useIssueText();
  const words = useWords();
  const format = useFormat();
  const departments = useDepartments();
  const { get, set } = useAddress();
  const months = Array.from({ length: MONTHS_BACK + MONTHS_AHEAD + 1 }, (_, index) =>
    monthFromNow(MONTHS_AHEAD - index),
  );
  const standing = [
    { id: 'open', label: t('open') },
    { id: 'closed', label: t('closed') },
  ];
  return (
    <Filters
      names={FILTERS}
      query={<QueryField label={t('q')} placeholder={t('qHelp')} />}
      more={{ names: RARE, fields: <RareFilters /> }}
    >
      <Filter name={get('stage') ? 'stage' : 'open'}>
        <SelectField
          label={t('standing')}
          choices={[...standing, ...choicesOf(words.stage).filter(({ id }) => id !== 'closed')]}
          value={get('stage') ?? { true: 'open', false: 'closed' }[get('open') ?? ''] ?? null}
          onChange={(value) =>
            set({
              open: value === 'open' ? 'true' : value === 'closed' ? 'false' : null,
              stage: value === 'open' || value === 'closed' ? null : value,
            })
          }
          optional={t('all')}
        />
      </Filter>
      <OneOf name="state" label={t('state')} choices={choicesOf(words.state)} />
      <OneOf name="grade" label={t('grade')} choices={choicesOf(words.grade)} />
      <OneOf name="channel" label={t('channel')} choices={choicesOf(words.channel)} />
      <OneOf name="direction" label={t('direction')} choices={choicesOf(words.direction)} />
      <Filter name="leadDepartmentId">
        <ComboField
          label={t('leadDepartment')}
          choices={departments.ever.map(({ id, name, validTo }) => ({
            id,
            label: name,
            ...(validTo && { detail: `~ ${format.day(validTo)}` }),
          }))}
          value={get('leadDepartmentId')}
          onChange={(value) => set({ leadDepartmentId: value })}
          optional={t('all')}
        />
      </Filter>
      <OneOf
        name="expectedMonth"
        label={t('expectedMonth')}
        choices={months.map((month) => ({ id: month, label: format.month(month) }))}
      />
      <OneOf name="overdue" label={t('dueAt')} choices={[{ id: 'true', label: t('overdue') }]} />
    </Filters>
  );
}

function RareFilters() {
  const t = useIssueText();
  const me = useMe();
  const language = useLanguage();
  const levels = [5, 4, 3, 2, 1].map((level) => ({ id: String(level), label: String(level) }));
  return (
    <>
      <OneOf name="district" label={t('districts')} choices={DISTRICTS.map((id) => ({ id, label: id }))} />
      <OneOf
        name="kind"
        label={t('kind')}
        choices={Object.entries(KIND_LABELS).map(([id, label]) => ({ id, label: label[language] }))}
      />
      {/* No issue has a level to a department. */}
      {me.role !== 'department' && (
        <>
          <OneOf name="impact" label={t('impact')} choices={levels} />
          <OneOf name="likelihood" label={t('likelihood')} choices={levels} />
          <OneOf name="warned" label={t('warnings')} choices={[{ id: 'true', label: t('warned') }]} />
          <OneOf name="needsReview" label={t('review')} choices={[{ id: 'true', label: t('needsReview') }]} />
        </>
      )}
      <Day name="createdFrom" label={t('createdFrom')} />
      <Day name="createdTo" label={t('createdTo')} />
    </>
  );
}

interface FilterProps {
  /** Of the API and of the address. */
  name: (typeof FILTERS)[number];
  label: string;
}

function OneOf({ name, label, choices }: FilterProps & { choices: Choice[] }) {
  const t = useIssueText();
  const { get, set } = useAddress();
  return (
    <Filter name={name}>
      <SelectField
        label={label}
        choices={choices}
        value={get(name)}
        onChange={(value) => set({ [name]: value })}
        optional={t('all')}
      />
    </Filter>
  );
}

/** The years that the system may know; one that is being typed begins with zeros. */
const FIRST_DAY = '2000-01-01';

function Day({ name, label }: FilterProps) {
  const { get, set } = useAddress();
  const inAddress = get(name) ?? '';
  const [seen, setSeen] = useState(inAddress);
  const [typed, setTyped] = useState(inAddress);
  if (seen !== inAddress) {
    setSeen(inAddress);
    setTyped(inAddress);
  }
  return (
    <Filter name={name}>
      <TextField
        type="date"
        name={name}
        label={label}
        min={FIRST_DAY}
        value={typed}
        onChange={(day) => {
          setTyped(day);
          if (!day || day >= FIRST_DAY) set({ [name]: day });
        }}
      />
    </Filter>
  );
}
