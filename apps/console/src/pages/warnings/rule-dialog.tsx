import { useState } from 'react';
import { call } from '../../api/call.js';
import { ApiProblem, fieldErrors } from '../../api/problem.js';
import { useWrite } from '../../api/queries.js';
import type { WarningRule } from '../../api/types.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { toast } from '../../ui/toast.js';
import { bodyOf, draftOf, RULE_FIELDS, type RuleDraft } from './rule-draft.js';
import { RuleFields } from './rule-fields.js';
import { useWarningText } from './text.js';

/** Adds a rule, or makes the next version of one. */
export function RuleDialog({ rule, onClose }: { rule: WarningRule | null; onClose: () => void }) {
  const t = useWarningText();
  const [draft, setDraft] = useState<RuleDraft>(() => draftOf(rule));
  const save = useWrite(
    (written: RuleDraft) => {
      const body = bodyOf(written);
      return rule
        ? call<WarningRule>('PATCH', `/early-warning-rules/${rule.id}`, { body, ifMatch: rule.version })
        : call<WarningRule>('POST', '/early-warning-rules', { body });
    },
    { touches: ['/early-warning-rules'] },
  );
  const stale = save.error instanceof ApiProblem && save.error.status === 412;
  const { byField, rest } = fieldErrors(stale ? null : save.error, RULE_FIELDS);
  const submit = async () => {
    const { name } = await save.mutateAsync(draft);
    toast(t('saved', { name }));
    onClose();
  };
  return (
    <DialogForm
      title={t(rule ? 'editing' : 'add')}
      onClose={onClose}
      onSubmit={submit}
      action={t('save')}
      busy={save.isPending}
      errors={stale ? [t('stale')] : rest}
      wide
    >
      <RuleFields
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        errors={byField}
      />
    </DialogForm>
  );
}
