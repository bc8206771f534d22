import { useRead } from '../../api/queries.js';
import type { Page, User } from '../../api/types.js';
import { Button, IconButton } from '../../ui/button.js';
import { ComboField } from '../../ui/field.js';
import { useFormText } from './form-text.js';

/** The readers of a restricted issue, by name. */
export function ReaderFields({
  readers,
  onChange,
}: {
  readers: string[];
  onChange: (readers: string[]) => void;
}) {
  const t = useFormText();
  const { data } = useRead<Page<User>>('/users?limit=200');
  const users = data?.items ?? [];
  const rest = users.filter(({ id, active }) => active && !readers.includes(id));
  return (
    <div className="stack-tight">
      <p className="field-label">{t('readers')}</p>
      <ul className="row">
        {readers.map((id) => {
          const user = users.find((one) => one.id === id);
          const name = user ? `${user.name} (${user.email})` : '…';
          return (
            <li key={id} className="badge badge-neutral">
              {name}
              <IconButton
                icon="close"
                label={`${name} ×`}
                onPress={() => onChange(readers.filter((one) => one !== id))}
              />
            </li>
          );
        })}
      </ul>
      <ComboField
        label={t('addReader')}
        choices={rest.map(({ id, name, email }) => ({ id, label: `${name} (${email})` }))}
        value={null}
        onChange={(id) => id && onChange([...readers, id])}
      />
    </div>
  );
}

/** What the draft's text seems to concern; one press makes it the lead. */
export function LeadSuggestions({
  items,
  onChoose,
}: {
  items: { id: string; name: string; reason: string }[];
  onChoose: (id: string) => void;
}) {
  const t = useFormText();
  if (!items.length) return null;
  return (
    <div className="stack-tight">
      <p className="field-label">{t('suggested')}</p>
      <ul className="stack-tight">
        {items.map(({ id, name, reason }) => (
          <li key={id} className="row-apart">
            <span>
              {name} <span className="small subtle">{reason}</span>
            </span>
            <Button small onPress={() => onChoose(id)}>
              {t('choose')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
