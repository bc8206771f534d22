import { addMonths } from '#platform/calendar.js';
import { useFormat } from '../../text/format.js';
import { SelectField, TextField } from '../../ui/field.js';
import { ListField } from '../../ui/list-field.js';
import { EMPTY_ITEM, type Part } from './answer-draft.js';
import { useRoundText } from './text.js';

/** Months offered from the one asked about on. */
const AHEAD = [0, 1, 2, 3];

/** What is expected, one by one; a day says its month. */
export function ItemFields({ month, value, change, errors }: Part & { month: string }) {
  const t = useRoundText();
  const format = useFormat();
  const months = AHEAD.map((n) => addMonths(month, n)).map((id) => ({ id, label: format.month(id) }));
  return (
    <ListField
      what={t('items')}
      items={value.items}
      empty={{ ...EMPTY_ITEM, month }}
      onChange={(items) => change({ items })}
      error={errors.items}
    >
      {(item, set, n) => (
        <>
          <TextField
            label={t('itemTitle')}
            help={t('itemTitleHelp')}
            maxLength={300}
            required
            value={item.title}
            onChange={(title) => set({ title })}
            error={errors[`items.${n}.title`]}
          />
          <TextField
            label={t('itemText')}
            help={t('itemTextHelp')}
            lines={3}
            maxLength={4000}
            required
            value={item.text}
            onChange={(text) => set({ text })}
            error={errors[`items.${n}.text`]}
          />
          <div className="form-row">
            <SelectField
              label={t('itemMonth')}
              choices={months}
              value={item.day ? item.day.slice(0, 7) : item.month}
              onChange={(chosen) => set({ month: chosen ?? month, day: '' })}
              error={errors[`items.${n}.expectedMonth`]}
            />
            <TextField
              label={t('itemDay')}
              type="date"
              value={item.day}
              onChange={(day) => set({ day })}
              error={errors[`items.${n}.expectedOn`]}
            />
          </div>
          <TextField
            label={t('itemAlternative')}
            maxLength={1000}
            value={item.alternative}
            onChange={(alternative) => set({ alternative })}
            error={errors[`items.${n}.alternative`]}
          />
        </>
      )}
    </ListField>
  );
}
