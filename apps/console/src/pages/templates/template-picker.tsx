import { Link } from 'react-router';
import { useRead } from '../../api/queries.js';
import type { ActionRequest, AnswerTemplate } from '../../api/types.js';
import { SelectField } from '../../ui/field.js';
import { toast } from '../../ui/toast.js';
import { useTemplateText } from './text.js';

interface TemplatePickerProps {
  request: ActionRequest;
  /** What stands in the answer already. */
  text: string;
  onPick: (part: { text: string; status: AnswerTemplate['status'] }) => void;
}

/** Templates that fit the request, filled in from it. What somebody wrote is never thrown away for one. */
export function TemplatePicker({ request, text, onPick }: TemplatePickerProps) {
  const t = useTemplateText();
  const { data } = useRead<{ items: AnswerTemplate[] }>(`/templates?requestId=${request.id}`);
  const items = data?.items ?? [];
  const pick = (key: string | null) => {
    const chosen = items.find((one) => one.key === key);
    if (!chosen) return;
    const filled = chosen.filled ?? chosen.text;
    onPick({ text: text.trim() ? `${text.trimEnd()}\n\n${filled}` : filled, status: chosen.status });
    toast(t('picked'));
  };
  return (
    <div className="stack-tight">
      <SelectField
        label={t('pick')}
        help={t('pickHelp')}
        choices={items.map(({ key, name, scope }) => ({ id: key, label: name, detail: t(`scope.${scope}`) }))}
        value={null}
        onChange={pick}
      />
      <Link className="small" to="/templates">
        {t('manage')}
      </Link>
    </div>
  );
}
