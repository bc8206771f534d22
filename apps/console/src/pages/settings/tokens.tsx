import { useState } from 'react';
import { call } from '../../api/call.js';
import { ApiProblem } from '../../api/problem.js';
import { useRead, useWrite } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import { useLanguage } from '../../text/i18n.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Copyable } from '../../ui/copyable.js';
import { Dialog } from '../../ui/dialog.js';
import { DialogForm } from '../../ui/dialog-form.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Instant } from '../../ui/instant.js';
import { Panel } from '../../ui/panel.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import { TOKEN_SCOPE_LABELS, TOKEN_SCOPES, type TokenScope } from '#people/vocabulary.js';
import { bodyOf, Proof, type ProofDraft } from './proof.js';
import { useSettingsText } from './text.js';

type Token = components['schemas']['TokenAnswer'];
type NewToken = components['schemas']['NewTokenAnswer'];

/** By which other systems act for this person. */
export function Tokens() {
  const t = useSettingsText();
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const tokens = useRead<{ items: Token[] }>('/tokens');
  const revoke = useWrite((id: string) => call('DELETE', `/tokens/${id}`), { touches: ['/tokens'] });
  return (
    <Panel title={t('tokens')} actions={<Button onPress={() => setAdding(true)}>{t('addToken')}</Button>}>
      <Loaded of={tokens}>
        {({ items }) => (
          <ul className="stack" aria-label={t('tokens')}>
            {items.length === 0 && <li className="subtle">{t('noTokens')}</li>}
            {items.map(({ id, name, scope, expiresAt, usedAt }) => (
              <li key={id} className="row-apart">
                <span className="stack-tight">
                  <span>
                    {name} <Badge tone="neutral">{TOKEN_SCOPE_LABELS[scope][language]}</Badge>
                  </span>
                  <span className="small subtle">
                    {t('until')} <Instant at={expiresAt} /> · {t('used')}{' '}
                    {usedAt ? <Instant at={usedAt} /> : t('never')}
                  </span>
                </span>
                <Button
                  small
                  isPending={revoke.isPending && revoke.variables === id}
                  onPress={() => revoke.mutate(id)}
                >
                  {t('revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      <p className="small subtle">{t('tokensWhy')}</p>
      {adding && <AddToken onClose={() => setAdding(false)} />}
    </Panel>
  );
}

const FIELDS = ['name', 'scope', 'expiresInDays', 'password', 'code'] as const;
const DAYS = ['30', '90', '365'] as const;

/** The token is shown once, and then never again. */
function AddToken({ onClose }: { onClose: () => void }) {
  const t = useSettingsText();
  const language = useLanguage();
  const [draft, setDraft] = useState({ name: '', scope: 'read' as TokenScope, days: '90' });
  const [made, setMade] = useState<NewToken | null>(null);
  const [proof, setProof] = useState<ProofDraft | null>(null);
  const add = useWrite(
    async () => {
      if (proof) await call('POST', '/sessions/current/proof', { body: bodyOf(proof) });
      return call<NewToken>('POST', '/tokens', {
        body: { name: draft.name.trim(), scope: draft.scope, expiresInDays: Number(draft.days) },
      });
    },
    { touches: ['/tokens'] },
  );
  const { byField, rest } = useFieldErrors(add.error, FIELDS, { ...draft, ...proof });
  const stale = add.error instanceof ApiProblem && add.error.code === 'session.stale';
  if (stale && !proof) setProof({ password: '', code: null });
  // Whoever has a second factor is asked for its code, too.
  if (proof?.code === null && byField.code) setProof({ ...proof, code: '' });
  if (made)
    return (
      <Dialog title={t('tokenMade')} isOpen onClose={onClose} alert>
        <div className="stack">
          <Notice tone="warning">{t('tokenOnce')}</Notice>
          <Copyable label={t('token')} value={made.token} autoFocus />
          <div className="dialog-actions">
            <Button kind="primary" onPress={onClose}>
              {t('close')}
            </Button>
          </div>
        </div>
      </Dialog>
    );
  return (
    <DialogForm
      title={t('addToken')}
      onClose={onClose}
      onSubmit={async () => setMade(await add.mutateAsync(undefined))}
      action={t('issue')}
      busy={add.isPending}
      errors={stale ? [] : rest}
    >
      <TextField
        label={t('tokenName')}
        help={t('tokenNameHelp')}
        required
        autoFocus
        maxLength={100}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        error={byField.name}
      />
      <SelectField
        label={t('scope')}
        choices={TOKEN_SCOPES.map((id) => ({ id, label: TOKEN_SCOPE_LABELS[id][language] }))}
        value={draft.scope}
        onChange={(scope) => setDraft({ ...draft, scope: scope as TokenScope })}
        error={byField.scope}
      />
      <SelectField
        label={t('days')}
        choices={DAYS.map((id) => ({ id, label: t(`days.${id}`) }))}
        value={draft.days}
        onChange={(days) => setDraft({ ...draft, days: days ?? '90' })}
        error={byField.expiresInDays}
      />
      {proof && <Proof value={proof} onChange={setProof} wrong={byField} />}
    </DialogForm>
  );
}
