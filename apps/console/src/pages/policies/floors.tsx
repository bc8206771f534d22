import type { PolicyTerms } from '../../api/types.js';
import { useLanguage } from '../../text/i18n.js';
import { choicesOf, useWords } from '../../text/words.js';
import { SelectField, TextField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import { Panel } from '../../ui/panel.js';
import type { TermsPart } from './terms-part.js';
import { usePolicyText } from './text.js';

type Floor = PolicyTerms['floors'][number];
type Condition = Floor['when'][number];

const LEVELS = ['1', '2', '3', '4', '5'].map((id) => ({ id, label: id }));
const NEW_CONDITION: Condition = { factor: 'safety', level: 5 };
const NEW_FLOOR: Floor = { when: [NEW_CONDITION], grade: 'high', reason: '' };

/** 하한 규칙: what makes an issue at least so grave, whatever its points. */
export function Floors({ terms, change, errorOf }: TermsPart) {
  const t = usePolicyText();
  if (!change)
    return (
      <Panel title={t('floors')}>
        <ul className="points">
          {terms.floors.map((floor, at) => (
            <li key={at}>
              <span aria-hidden="true">-</span> <InWords floor={floor} terms={terms} />
            </li>
          ))}
        </ul>
      </Panel>
    );
  return (
    <Panel title={t('floors')}>
      <ListField
        what={t('floorOne')}
        items={terms.floors}
        empty={NEW_FLOOR}
        onChange={(floors) => change({ floors })}
        error={errorOf('floors')}
      >
        {(floor, changeOne, at) => (
          <FloorFields
            floor={floor}
            terms={terms}
            change={changeOne}
            errorOf={(path) => errorOf(`floors.${at}.${path}`)}
          />
        )}
      </ListField>
    </Panel>
  );
}

function InWords({ floor: { when, grade, reason }, terms }: { floor: Floor; terms: PolicyTerms }) {
  const t = usePolicyText();
  const words = useWords();
  const language = useLanguage();
  const nameOf = (name: string) => terms.factors.find((one) => one.name === name)?.label[language] ?? name;
  const conditions = when.map(({ factor, level }) => t('condition', { factor: nameOf(factor), level }));
  return (
    <>
      {t('floor', { when: conditions.join(', '), grade: words.grade[grade] })}{' '}
      <span className="subtle" lang="ko">
        {reason}
      </span>
    </>
  );
}

function FloorFields({
  floor,
  terms,
  change,
  errorOf,
}: {
  floor: Floor;
  terms: PolicyTerms;
  change: (part: Partial<Floor>) => void;
  errorOf: (path: string) => string | undefined;
}) {
  const t = usePolicyText();
  const words = useWords();
  const language = useLanguage();
  const factors = terms.factors.map(({ name, label }) => ({ id: name, label: label[language] }));
  return (
    <>
      <ListField
        what={t('conditionOne')}
        items={floor.when}
        empty={NEW_CONDITION}
        max={5}
        onChange={(when) => change({ when })}
        error={errorOf('when')}
      >
        {({ factor, level }, changeOne) => (
          <div className="form-row">
            <SelectField
              label={t('factor')}
              choices={factors}
              value={factor}
              onChange={(to) => changeOne({ factor: to as Condition['factor'] })}
            />
            <SelectField
              label={t('levelFrom')}
              choices={LEVELS}
              value={String(level)}
              onChange={(to) => changeOne({ level: Number(to) })}
            />
          </div>
        )}
      </ListField>
      <div className="form-row">
        <SelectField
          label={t('atLeastGrade')}
          choices={choicesOf(words.grade)}
          value={floor.grade}
          onChange={(grade) => change({ grade: grade as Floor['grade'] })}
        />
        <TextField
          label={t('floorReason')}
          value={floor.reason}
          onChange={(reason) => change({ reason })}
          error={errorOf('reason')}
          maxLength={300}
          required
        />
      </div>
    </>
  );
}
