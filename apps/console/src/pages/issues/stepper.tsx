import { useDepartments } from '../../api/queries.js';
import type { Assessment, Issue } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { useStanding } from '../../ui/badge.js';
import { Icon } from '../../ui/icon.js';
import { findingsOf } from './findings.js';
import { usePageText } from './issue-text.js';

const STEPS = ['identify', 'analyze', 'prioritize', 'act', 'closed'] as const;
type Step = (typeof STEPS)[number];

/** The four stages: where the issue stands, and in a few words what each came to. */
export function Stepper({ issue, assessments }: { issue: Issue; assessments: Assessment[] }) {
  const t = usePageText();
  const words = useWords();
  const standing = useStanding();
  const results = useResults(issue, assessments);
  const here = STEPS.indexOf(issue.stage);
  return (
    <ol className="stepper">
      {STEPS.map((step, index) => {
        const done = index < here || issue.stage === 'closed';
        const place = done ? 'done' : index === here ? 'here' : 'later';
        return (
          <li
            key={step}
            className={`step step-${place}`}
            aria-current={place === 'here' ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {done ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span className="step-name">{words.stage[step].replace(/^\d(단계)? /, '')}</span>
            <span className={place === 'here' ? undefined : 'subtle'}>
              {place === 'here' && issue.stage !== 'closed' && <strong>{standing(issue)}. </strong>}
              {(place !== 'later' && results[step]) || t(`step.${step}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function useResults(issue: Issue, assessments: Assessment[]): Partial<Record<Step, string | false | null>> {
  const t = usePageText();
  const words = useWords();
  const { nameOf } = useDepartments();
  const { similar, departments } = findingsOf(assessments, 'identify');
  const known = similar.length ? t('similarCount', { count: similar.length }) : t('noDuplicate');
  const proposed = departments[0] && t('identified', { department: departments[0].name });
  const sent = issue.requests.filter(({ state }) => state !== 'planned' && state !== 'cancelled');
  const answered = sent.filter(({ state }) => state === 'answered' || state === 'accepted');
  return {
    identify: assessments.length > 0 && [known, proposed].filter(Boolean).join(', '),
    analyze: issue.score !== null && t('scored', { score: issue.score }),
    prioritize:
      issue.grade &&
      [
        words.grade[issue.grade],
        issue.direction && words.direction[issue.direction],
        issue.direction === 'department' && nameOf(issue.leadDepartmentId),
      ]
        .filter(Boolean)
        .join(' · '),
    act: sent.length > 0 && t('answers', { answered: answered.length, all: sent.length }),
    closed: issue.outcome && words.outcome[issue.outcome],
  };
}
