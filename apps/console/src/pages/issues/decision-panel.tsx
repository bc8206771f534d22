import { useState } from 'react';
import { ROUTING } from '#config/routing.js';
import { Link } from 'react-router';
import { useDepartments, useMay } from '../../api/queries.js';
import type { Assessment, Issue, SimilarIssue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Confirm } from '../../ui/dialog.js';
import { TextField } from '../../ui/field.js';
import { Facts, Panel } from '../../ui/panel.js';
import { Notice } from '../../ui/waiting.js';
import { useFieldErrors } from '../../ui/field-errors.js';
import { Adjust } from './adjust.js';
import { APPROVAL_FIELDS, ApprovalFields, useApproval, useCompetence } from './approval.js';
import { Leave } from './closing.js';
import { findingsOf, type Findings } from './findings.js';
import { HOW_FIELDS, HowFields, useHow } from './how-fields.js';
import { useDecide } from './use-decide.js';
import { usePageText } from './issue-text.js';
import { Lacking } from './judgement.js';
import { useJudgementText } from './judgement-text.js';

/** What waits for a person's decision, with everything needed to take it. */
export function DecisionPanel({ issue, assessments }: { issue: Issue; assessments: Assessment[] }) {
  const t = usePageText();
  const may = useMay();
  const waits = issue.state === 'review' || (issue.stage === 'act' && issue.needsReview);
  if (!waits || issue.stage === 'closed' || !may('POST /issues/:id/decisions')) return null;
  return (
    <Panel title={t('decide')} urgent>
      {issue.stage === 'identify' ? (
        <Identify issue={issue} findings={findingsOf(assessments, 'identify')} />
      ) : (
        <Prioritize issue={issue} assessments={assessments} />
      )}
    </Panel>
  );
}

function Identify({ issue, findings }: { issue: Issue; findings: Findings }) {
  const t = usePageText();
  const { run, error, busy } = useDecide(issue);
  const duplicates = findings.similar.filter(({ duplicate }) => duplicate);
  const crisis = findings.crisis.suspected;
  const ask = crisis ? 'crisisAsk' : duplicates.length ? 'duplicateAsk' : 'identifyAsk';
  return (
    <>
      <p>{t(ask)}</p>
      {crisis && findings.crisis.reasons.length > 0 && (
        <p className="subtle" lang="ko">
          {findings.crisis.reasons.join(' · ')}
        </p>
      )}
      {duplicates.length > 0 && (
        <ul className="stack">
          {duplicates.map((one) => (
            <Duplicate key={one.id} issue={issue} other={one} />
          ))}
        </ul>
      )}
      {error && <Notice tone="danger">{error.message}</Notice>}
      <div className="form-actions">
        {crisis && <HandOver issue={issue} />}
        <Button
          kind={crisis ? 'secondary' : 'primary'}
          isPending={busy}
          onPress={() => void run({ outcome: 'confirm' }).catch(() => undefined)}
        >
          {t(crisis || !duplicates.length ? 'keepRisk' : 'keep')}
        </Button>
      </div>
    </>
  );
}

function HandOver({ issue }: { issue: Issue }) {
  const t = usePageText();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <Button kind="primary" icon="warning" onPress={() => setLeaving(true)}>
        {t('crisis')}
      </Button>
      {leaving && <Leave issue={issue} outcome="crisis" onClose={() => setLeaving(false)} />}
    </>
  );
}

function Duplicate({ issue, other }: { issue: Issue; other: SimilarIssue }) {
  const t = usePageText();
  const words = useWords();
  const { nameOf } = useDepartments();
  const { run } = useDecide(issue);
  const [merging, setMerging] = useState(false);
  return (
    <li className="request-card">
      <div className="row-apart">
        <span>
          <Link to={`/issues/${other.id}`}>{other.title}</Link>{' '}
          <span className="small subtle">
            {[other.number, words.stage[other.stage], nameOf(other.leadDepartmentId)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
        {other.stage !== 'closed' && (
          <Button small onPress={() => setMerging(true)}>
            {t('merge')}
          </Button>
        )}
      </div>
      <p className="small subtle">{t('shared', { words: other.shared.slice(0, 8).join(', ') })}</p>
      {other.lesson && <Notice title={t('lesson')}>{other.lesson}</Notice>}
      <Confirm
        title={t('mergeTitle')}
        action={words.decision.merge}
        isOpen={merging}
        onClose={() => setMerging(false)}
        onConfirm={() => run({ outcome: 'merge', mergeInto: other.id })}
      >
        <p>{t('mergeLead', { title: other.title })}</p>
      </Confirm>
    </li>
  );
}

/** What a decision at the grade should not go without. */
const remindedOf = (grade: Issue['grade']): readonly string[] => (grade ? ROUTING.reminds[grade] : []);

function Prioritize({ issue, assessments }: { issue: Issue; assessments: Assessment[] }) {
  const t = usePageText();
  const words = useWords();
  const format = useFormat();
  const { nameOf } = useDepartments();
  const { run, error, busy } = useDecide(issue);
  const [reason, setReason] = useState('');
  const [adjusting, setAdjusting] = useState(false);
  const { crisis } = findingsOf(assessments, 'analyze');
  const proposed = assessments.findLast(({ stage }) => stage === 'prioritize');
  const grade = proposed?.grade ?? issue.grade;
  const reasons = [
    ...findingsOf(assessments, 'analyze').reasons,
    ...findingsOf(assessments, 'prioritize').reasons,
  ];
  const judged = useJudgementText();
  // Leaving it where it is although more is proposed is lowering.
  const competence = useApproval(issue, issue.stage === 'act' ? 'lower' : 'confirm', grade);
  const { approval, missing } = competence;
  const decidedBy = useCompetence(competence);
  const { how, setHow, chosen } = useHow(issue);
  const { byField, rest } = useFieldErrors(error, ['reason', ...HOW_FIELDS, ...APPROVAL_FIELDS], {
    ...how,
    reason,
    approval,
  });
  const confirm = () =>
    run({
      outcome: 'confirm',
      reason: reason.trim() || null,
      ...chosen,
      ...(approval && { approval }),
    }).catch(() => undefined);
  return (
    <>
      <p>{t(issue.stage === 'act' ? 'actAsk' : 'prioritizeAsk')}</p>
      <Facts
        facts={[
          [t('grade'), issue.grade && <GradeBadge grade={issue.grade} />],
          [judged('reassessed'), grade && grade !== issue.grade && <GradeBadge grade={grade} />],
          [
            t('direction'),
            issue.direction && (
              <>
                {words.direction[issue.direction]}
                <span className="radio-detail">{t(`direction.${issue.direction}`)}</span>
              </>
            ),
          ],
          [
            t('leadDepartment'),
            issue.leadDepartmentId && (
              <>
                {nameOf(issue.leadDepartmentId)} {issue.leadBy === 'rule' && <Badge>{t('proposal')}</Badge>}
              </>
            ),
          ],
          [t('dueAt'), issue.dueAt && format.due(issue.dueAt)],
          [judged('competence'), decidedBy],
          [judged('consult'), competence.consult && words.position[competence.consult]],
        ]}
      />
      {reasons.length > 0 && (
        <p className="small subtle" lang="ko">
          {reasons.join(' · ')}
        </p>
      )}
      <Lacking codes={issue.quality.filter((code) => remindedOf(grade).includes(code))} />
      <HowFields stands={issue} how={how} onChange={setHow} errors={byField} />
      <TextField
        label={t('opinion')}
        value={reason}
        onChange={setReason}
        error={byField.reason}
        lines={1}
        maxLength={4000}
      />
      <ApprovalFields of={competence} errors={byField} />
      {rest.map((one) => (
        <Notice key={one} tone="danger">
          {one}
        </Notice>
      ))}
      <div className="form-actions">
        {crisis.suspected && <HandOver issue={issue} />}
        <Button
          kind={crisis.suspected ? 'secondary' : 'primary'}
          icon="check"
          isPending={busy}
          isDisabled={missing !== null && approval === null}
          onPress={() => void confirm()}
        >
          {t(issue.stage === 'act' ? 'stays' : 'confirm')}
        </Button>
        <Button icon="edit" onPress={() => setAdjusting(true)}>
          {t('adjust')}
        </Button>
      </div>
      {adjusting && <Adjust issue={issue} onClose={() => setAdjusting(false)} />}
    </>
  );
}
