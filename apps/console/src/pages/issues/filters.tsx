import { useDepartments } from '../../api/queries.js';
import { useFormat, monthFromNow } from '../../text/format.js';
import { choicesOf, useWords } from '../../text/words.js';
import { useAddress } from '../../ui/address.js';
import { ComboField, SelectField, type Choice } from '../../ui/field.js';
import { Filters } from '../../ui/filters.js';
import { QueryField } from '../../ui/query-field.js';
import { useIssueText } from './text.js';

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
  'needsReview',
  'impact',
  'likelihood',
  'createdFrom',
  'createdTo',
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
  const select = (name: string, label: string, choices: Choice[]) => (
    <div className="filter">
      <SelectField
        label={label}
        choices={choices}
        value={get(name)}
        onChange={(value) => set({ [name]: value })}
        optional={t('all')}
      />
    </div>
  );
  const levels = [5, 4, 3, 2, 1].map((level) => ({ id: String(level), label: String(level) }));
  const standing = [
    { id: 'open', label: t('open') },
    { id: 'closed', label: t('closed') },
  ];
  return (
    <Filters query={<QueryField label={t('q')} placeholder={t('qHelp')} />} names={FILTERS}>
      <div className="filter">
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
      </div>
      {select('state', t('state'), choicesOf(words.state))}
      {select('grade', t('grade'), choicesOf(words.grade))}
      {select('channel', t('channel'), choicesOf(words.channel))}
      {select('direction', t('direction'), choicesOf(words.direction))}
      <div className="filter">
        <ComboField
          label={t('leadDepartment')}
          choices={departments.all.map(({ id, name }) => ({ id, label: name }))}
          value={get('leadDepartmentId')}
          onChange={(value) => set({ leadDepartmentId: value })}
          optional={t('all')}
        />
      </div>
      {select(
        'expectedMonth',
        t('expectedMonth'),
        months.map((month) => ({ id: month, label: format.month(month) })),
      )}
      {select('overdue', t('dueAt'), [{ id: 'true', label: t('overdue') }])}
      {get('needsReview') &&
        select('needsReview', t('needsReview'), [{ id: 'true', label: t('needsReview') }])}
      {get('impact') && select('impact', t('impact'), levels)}
      {get('likelihood') && select('likelihood', t('likelihood'), levels)}
    </Filters>
  );
}
