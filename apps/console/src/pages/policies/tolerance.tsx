import type { PolicyTerms } from '../../api/types.js';
import { useDepartments } from '../../api/queries.js';
import { choicesOf, useWords } from '../../text/words.js';
import { ComboField, SelectField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import { Panel } from '../../ui/panel.js';
import type { TermsPart } from './terms-part.js';
import { usePolicyText } from './text.js';

type Appetite = PolicyTerms['appetite'];

/** 허용 수준: of the city, and of departments whose own is another. */
export function Tolerance({ terms: { appetite }, change, errorOf }: TermsPart) {
  const t = usePolicyText();
  const words = useWords();
  const { all, nameOf } = useDepartments();
  const { usual, departments } = appetite;
  if (!change)
    return (
      <Panel title={t('appetite')}>
        <p>
          <strong>{words.grade[usual]}</strong> <span className="subtle">{t('appetiteHelp')}</span>
        </p>
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
  const set = (part: Partial<Appetite>) => change({ appetite: { ...appetite, ...part } });
  return (
    <Panel title={t('appetite')}>
      <SelectField
        label={t('appetiteUsual')}
        help={t('appetiteHelp')}
        choices={choicesOf(words.grade)}
        value={usual}
        onChange={(grade) => set({ usual: grade as Appetite['usual'] })}
        required
      />
      <ListField
        what={t('appetiteOwn')}
        items={departments}
        empty={{ departmentId: '', grade: usual }}
        max={all.length}
        onChange={(list) => set({ departments: list })}
        error={errorOf('appetite.departments')}
      >
        {({ departmentId, grade }, changeOne, at) => (
          <div className="form-row">
            <ComboField
              label={t('department')}
              choices={all.map(({ id, name }) => ({ id, label: name }))}
              value={departmentId || null}
              onChange={(id) => changeOne({ departmentId: id ?? '' })}
              error={errorOf(`appetite.departments.${at}.departmentId`)}
              required
            />
            <SelectField
              label={t('appetite')}
              choices={choicesOf(words.grade)}
              value={grade}
              onChange={(to) => changeOne({ grade: to as Appetite['usual'] })}
            />
          </div>
        )}
      </ListField>
    </Panel>
  );
}
