import { useState } from 'react';
import { ROUTING, type ReservedAct } from '#config/routing.js';
import { authorityFor, besides, reachOf, type Verdict } from '#issues/rules/authority.js';
import type { Grade } from '#issues/vocabulary.js';
import type { Position } from '#people/vocabulary.js';
import { useMe } from '../../api/queries.js';
import type { DecisionBody, Issue } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { SelectField, TextField } from '../../ui/field.js';
import { useJudgementText } from './judgement-text.js';

type Approval = NonNullable<DecisionBody['approval']>;

export const APPROVAL_FIELDS = ['approval.position', 'approval.name', 'approval.docNo'] as const;

const EMPTY = { position: null as Approval['position'] | null, name: '', docNo: '' };

/**
 * Who may do what is asked, by the table of positions, and what a superior approved elsewhere where the one at this desk may not.
 * The server decides by the same rule.
 */
export function useApproval(issue: Issue, act: ReservedAct, grade: Grade | null = issue.grade) {
  const me = useMe();
  const needs = (grade && ROUTING.decides[act].position[grade]) || null;
  const right = useRight(needs, authorityFor({ act, grade, createdBy: issue.createdBy }, me, null, ROUTING));
  return { ...right, ...besides(act, grade, ROUTING) };
}

/** Who may put a policy into force. */
export function usePolicyApproval() {
  return useRight(ROUTING.policies, reachOf(ROUTING.policies, useMe(), null));
}

/** Who may issue the monthly report. */
export function useReportApproval() {
  return useRight(ROUTING.report, reachOf(ROUTING.report, useMe(), null));
}

function useRight(needs: Position | null, verdict: Verdict) {
  const [draft, setDraft] = useState(EMPTY);
  const missing = 'missing' in verdict ? verdict.missing : null;
  const approval: Approval | null =
    missing && draft.position && draft.name.trim()
      ? { position: draft.position, name: draft.name.trim(), docNo: draft.docNo.trim() || null }
      : null;
  return {
    needs,
    missing,
    authority: 'authority' in verdict ? verdict.authority : null,
    approval,
    draft,
    setDraft,
  };
}

/** Asked only of who may not decide alone. */
export function ApprovalFields({
  of: { needs, missing, draft, setDraft },
  errors,
}: {
  of: ReturnType<typeof useRight>;
  errors: Record<string, string>;
}) {
  const t = useJudgementText();
  const words = useWords();
  if (!missing || !needs) return null;
  return (
    <fieldset className="stack">
      <legend>
        <strong>{t('approvalTitle')}</strong>
      </legend>
      <p className="subtle">
        {missing === 'second' ? t('aloneLead') : t('approvalLead', { position: words.position[needs] })}
      </p>
      <div className="form-row">
        <SelectField
          label={t('approverPosition')}
          choices={choicesOf(words.position)}
          value={draft.position}
          onChange={(position) => setDraft({ ...draft, position: position as Approval['position'] })}
          error={errors['approval.position']}
          required
        />
        <TextField
          label={t('approverName')}
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          error={errors['approval.name']}
          maxLength={100}
          required
        />
        <TextField
          label={t('docNo')}
          value={draft.docNo}
          onChange={(docNo) => setDraft({ ...draft, docNo })}
          error={errors['approval.docNo']}
          maxLength={100}
        />
      </div>
    </fieldset>
  );
}

/** 사후 보고: who holds the position is told by itself; where nobody does, the one at this desk still has to. */
export function ReportedTo({ act, grade }: { act: ReservedAct; grade: Grade | null }) {
  const t = useJudgementText();
  const words = useWords();
  const { reportTo } = besides(act, grade, ROUTING);
  return reportTo && <p className="subtle">{t('reportTo', { position: words.position[reportTo] })}</p>;
}

/** 결정권자: 과장·담당관 이상 */
export function useCompetence({ needs, authority }: ReturnType<typeof useApproval>): string | null {
  const t = useJudgementText();
  const words = useWords();
  if (!needs) return null;
  return t(authority === 'delegated' ? 'byDelegation' : 'competent', { position: words.position[needs] });
}
