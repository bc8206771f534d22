import { useDepartments } from '../../api/queries.js';
import { factorIn, useTerms } from '../../api/terms.js';
import type { Assessment, Decision, Factor, Issue } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Fold } from '../../ui/fold.js';
import { Panel } from '../../ui/panel.js';
import { Table } from '../../ui/table.js';
import { findingsOf } from './findings.js';
import { usePageText } from './issue-text.js';
import { useJudgementText } from './judgement-text.js';
import { Scores, SetFactor } from './scores.js';

/** Every score explains itself: each factor with what it rests on, and what people decided and why. */
export function Why({
  issue,
  assessments,
  decisions,
}: {
  issue: Issue;
  assessments: Assessment[];
  decisions: Decision[];
}) {
  const t = usePageText();
  const words = useWords();
  const judged = useJudgementText();
  const analyzed = assessments.findLast(({ stage }) => stage === 'analyze');
  const identify = findingsOf(assessments, 'identify');
  const reasons = [
    ...findingsOf(assessments, 'analyze').reasons,
    ...findingsOf(assessments, 'prioritize').reasons,
  ];
  if (!assessments.length) return null;
  return (
    <Panel title={t('whyTitle')} aside={analyzed && t('policy', { version: analyzed.policyVersion })}>
      {analyzed && (
        <Fold title={`${words.stage.analyze}: ${t('scored', { score: analyzed.score ?? 0 })}`} open>
          <div className="stack">
            <Factors factors={analyzed.factors} version={analyzed.policyVersion} />
            <SetFactor issue={issue} factors={analyzed.factors} version={analyzed.policyVersion} />
            <Reasons title={t('reasons')} items={reasons} />
          </div>
        </Fold>
      )}
      {analyzed && (
        <Fold title={judged('scores')}>
          <Scores issueId={issue.id} />
        </Fold>
      )}
      <Fold title={words.stage.identify}>
        <div className="stack">
          <Reasons
            title={t('departments')}
            items={identify.departments
              .slice(0, 3)
              .map(({ name, reasons: why }) => `${name}: ${why.join(' / ')}`)}
          />
          <Reasons title={t('crisisReasons')} items={identify.crisis.reasons} />
        </div>
      </Fold>
      <Fold title={t('decisions')} open={decisions.length > 0}>
        {decisions.length ? (
          <ol className="stack">
            {decisions.map((decision) => (
              <DecisionTaken key={decision.id} decision={decision} issue={issue} />
            ))}
          </ol>
        ) : (
          <p className="subtle">{t('noDecision')}</p>
        )}
      </Fold>
    </Panel>
  );
}

const WIDEST_REM = 5;

/** In the words of the version that it was weighed by. */
function Factors({ factors, version }: { factors: Factor[]; version: string }) {
  const terms = useTerms(version);
  const policyOf = ({ name }: Factor) => factorIn(terms, name);
  const t = usePageText();
  const language = useLanguage();
  const heaviest = Math.max(1, ...factors.map(({ weight }) => weight));
  return (
    <Table
      caption={t('whyTitle')}
      rows={factors}
      keyOf={({ name }) => name}
      columns={[
        {
          id: 'factor',
          label: t('factor'),
          heads: true,
          cell: (factor) => (
            <span className="factor-name">{policyOf(factor)?.label[language] ?? factor.name}</span>
          ),
        },
        {
          id: 'level',
          label: t('level'),
          cell: (factor) => (
            <div className="factor-level">
              {factor.value}{' '}
              <span className="small subtle">{policyOf(factor)?.anchors[factor.value - 1]?.[language]}</span>
              {factor.proposed && (
                <span className="late">{t('proposedLevel', { level: factor.proposed })}</span>
              )}
            </div>
          ),
        },
        { id: 'weight', label: t('weight'), numeric: true, cell: ({ weight }) => weight },
        {
          id: 'contribution',
          label: t('contribution'),
          numeric: true,
          cell: ({ contribution }) => (
            <>
              <span
                className="bar"
                aria-hidden="true"
                style={{ width: `${(contribution / heaviest) * WIDEST_REM}rem` }}
              />
              {contribution}
            </>
          ),
        },
        {
          id: 'evidence',
          label: t('evidence'),
          wide: true,
          cell: ({ evidence }) => (
            <span className="small" lang="ko">
              {evidence.join(' · ')}
            </span>
          ),
        },
      ]}
    />
  );
}

function Reasons({ title, items }: { title: string; items: string[] }) {
  if (!items.length) return null;
  return (
    <div className="stack-tight">
      <h4>{title}</h4>
      <ul className="points small" lang="ko">
        {items.map((item) => (
          <li key={item}>
            <span aria-hidden="true">-</span> {item}
          </li>
        ))}
      </ul>
    </div>
  );
}

function DecisionTaken({ decision, issue }: { decision: Decision; issue: Issue }) {
  const t = usePageText();
  const judged = useJudgementText();
  const words = useWords();
  const format = useFormat();
  const { nameOf } = useDepartments();
  return (
    <li className="stack-tight">
      <p>
        <strong>{words.decision[decision.outcome]}</strong>{' '}
        {[
          decision.grade && words.grade[decision.grade],
          decision.direction && words.direction[decision.direction],
          nameOf(decision.leadDepartmentId),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        {decision.voidedAt && <Badge tone="warning">{t('voided')}</Badge>}
      </p>
      {decision.reason && <p className="prewrap">{decision.reason}</p>}
      <p className="small subtle">
        {[
          decision.decidedBy,
          words.authority[decision.authority],
          decision.approval &&
            judged('recordedOf', {
              position: words.position[decision.approval.position],
              name: [decision.approval.name, decision.approval.docNo].filter(Boolean).join(', '),
            }),
          format.instant(decision.decidedAt),
          decision.revision !== issue.revision && t('revision', { n: decision.revision }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
