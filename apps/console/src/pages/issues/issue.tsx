import { Link, useParams } from 'react-router';
import type { KindFields } from '#issues/rules/kind-fields.js';
import { fieldsInWords, KIND_LABELS } from '#issues/rules/kind-words.js';
import { useDepartments, useMay, useRead } from '../../api/queries.js';
import type { Assessment, Decision, Issue, Page as ApiPage } from '../../api/types.js';
import { monthFromNow, useFormat } from '../../text/format.js';
import { useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { Badge, GradeBadge, RestrictedMark, StandingBadge } from '../../ui/badge.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { Loaded, Notice } from '../../ui/waiting.js';
import { IssueDeliveries } from '../deliveries/issue-deliveries.js';
import { FollowButton } from '../notifications/follow-button.js';
import { IssueTalk } from '../../conversation/conversation.js';
import { BriefMenu } from './brief.js';
import { Alternatives } from './alternatives.js';
import { useBelongingText } from './belonging-text.js';
import { IssueWarnings } from '../warnings/issue-warnings.js';
import { IssueClock } from '../reviews/issue-clock.js';
import { WarningMark } from '../warnings/level-badge.js';
import { IssueActions } from './closing.js';
import { Coverage } from './coverage.js';
import { DecisionPanel } from './decision-panel.js';
import { IssueRequests } from './issue-requests.js';
import { Judgement } from './judgement.js';
import { Districts } from './districts.js';
import { findingsOf } from './findings.js';
import { LessonsUsed } from './lessons.js';
import { Links } from './links.js';
import { Similar } from './similar.js';
import { usePageText } from './issue-text.js';
import { Stepper } from './stepper.js';
import { useIssueText } from './text.js';
import { Timeline } from './timeline.js';
import { Why } from './why.js';
import './issues.css';

export default function IssuePage() {
  const { id } = useParams();
  return (
    <Loaded whole of={useRead<Issue>(`/issues/${id}`)}>
      {(issue) => <Content issue={issue} />}
    </Loaded>
  );
}

function Content({ issue }: { issue: Issue }) {
  const t = usePageText();
  const list = useIssueText();
  const may = useMay();
  const reads = may('GET /issues/:id/assessments');
  const { data: assessed } = useRead<ApiPage<Assessment>>(reads ? `/issues/${issue.id}/assessments` : null);
  const { data: decided } = useRead<ApiPage<Decision>>(reads ? `/issues/${issue.id}/decisions` : null);
  const assessments = assessed?.items ?? [];
  return (
    <Page
      title={issue.title}
      trail={[{ to: '/issues', label: list('issues') }]}
      marks={<Marks issue={issue} />}
      actions={
        <>
          {may('POST /issues/:id/following') && <FollowButton of={`/issues/${issue.id}`} />}
          {may('PATCH /issues/:id') && issue.stage !== 'closed' && (
            <LinkButton icon="edit" href={`/issues/${issue.id}/edit`}>
              {t('edit')}
            </LinkButton>
          )}
          {may('GET /issues/:id/brief') && <BriefMenu issue={issue} />}
          <IssueActions issue={issue} />
        </>
      }
    >
      <Panel title={t('stages')}>
        <Stepper issue={issue} assessments={assessments} />
        {issue.state === 'processing' && <Notice>{t('processing')}</Notice>}
        {issue.state === 'parked' && (
          <Notice tone="danger" title={t('parkedTitle')}>
            {t('parked')}
          </Notice>
        )}
      </Panel>
      <IssueWarnings issue={issue} />
      <IssueClock issue={issue} />
      <DecisionPanel issue={issue} assessments={assessments} />
      <Alternatives issue={issue} />
      <div className="main-aside">
        <div className="stack">
          <What issue={issue} proposed={findingsOf(assessments, 'identify').districts} />
          <Judgement issue={issue} />
          <IssueRequests issue={issue} />
          <IssueTalk issueId={issue.id} />
        </div>
        <div className="page">
          <Links issue={issue} />
          <LessonsUsed issue={issue} />
          {may('GET /issues/:id/similar') && <Similar issue={issue} />}
          {may('GET /issues/:id/timeline') && <Timeline issueId={issue.id} />}
          {may('GET /deliveries') && <IssueDeliveries issueId={issue.id} />}
        </div>
      </div>
      {reads && <Why issue={issue} assessments={assessments} decisions={decided?.items ?? []} />}
    </Page>
  );
}

function Marks({ issue }: { issue: Issue }) {
  const t = usePageText();
  const list = useIssueText();
  return (
    <>
      <span className="subtle number">{issue.number}</span>
      {issue.grade && <GradeBadge grade={issue.grade} />}
      <StandingBadge issue={issue} />
      {issue.confidential && <RestrictedMark label={t('restricted')} />}
      <WarningMark issue={issue} />
      {issue.needsReview && <Badge tone="warning">{list('needsReview')}</Badge>}
    </>
  );
}

/** What it is, in the order of the report. */
function What({ issue, proposed }: { issue: Issue; proposed: string[] }) {
  const belonging = useBelongingText();
  const language = useLanguage();
  const t = usePageText();
  const list = useIssueText();
  const words = useWords();
  const format = useFormat();
  const { nameOf } = useDepartments();
  return (
    <Panel title={t('content')} aside={t('revision', { n: issue.revision })}>
      <p className="prewrap">{issue.summary}</p>
      {issue.notes.length > 0 && (
        <ul className="points">
          {issue.notes.map((note, index) => (
            <li key={index}>
              <span aria-hidden="true">※</span> {note}
            </li>
          ))}
        </ul>
      )}
      {issue.risks.length > 0 && (
        <div className="stack-tight">
          <h3>{t('risks')}</h3>
          <ul className="points">
            {issue.risks.map(({ text, footnote }, index) => (
              <li key={index}>
                <span aria-hidden="true">-</span>
                <span>
                  {text}
                  {footnote && <span className="small subtle"> * {footnote}</span>}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Coverage issue={issue} />
      <Facts
        facts={[
          [list('channel'), words.channel[issue.channel]],
          [list('expectedMonth'), issue.expectedMonth && <ExpectedMonth issue={issue} />],
          [t('expectedReason'), issue.expectedReason && <span lang="ko">{issue.expectedReason}</span>],
          [list('direction'), issue.direction && words.direction[issue.direction]],
          [
            list('leadDepartment'),
            issue.leadDepartmentId && (
              <>
                {nameOf(issue.leadDepartmentId)}{' '}
                <span className="small subtle">
                  ({t(issue.leadBy === 'officer' ? 'byOfficer' : 'byRule')})
                </span>
              </>
            ),
          ],
          [list('dueAt'), issue.dueAt && format.due(issue.dueAt)],
          [
            belonging('districts'),
            (issue.districts.length > 0 || (proposed.length > 0 && issue.stage !== 'closed')) && (
              <Districts issue={issue} proposed={proposed} />
            ),
          ],
          [belonging('kind'), issue.kind && KIND_LABELS[issue.kind][language]],
          ...fieldsInWords(issue.kind, issue.fields as KindFields, language).map(
            ({ label, value }): [string, string] => [label, value],
          ),
          [list('score'), issue.score],
          [list('impact'), issue.impact],
          [list('likelihood'), issue.likelihood],
          [list('createdAt'), format.instant(issue.createdAt)],
          [t('outcome'), issue.outcome && words.outcome[issue.outcome]],
          [list('closedAt'), issue.closedAt && format.instant(issue.closedAt)],
        ]}
      />
      {issue.lesson && (
        <Notice tone="success" title={t('lesson')}>
          <span className="prewrap">{issue.lesson}</span>
        </Notice>
      )}
    </Panel>
  );
}

/** The month, and whether next month's report will tell of it. */
function ExpectedMonth({ issue: { id, stage, expectedMonth } }: { issue: Issue }) {
  const t = usePageText();
  const format = useFormat();
  const may = useMay();
  const month = format.month(expectedMonth!);
  if (stage === 'closed') return month;
  const ahead = expectedMonth! > monthFromNow(0);
  return (
    <>
      {month}
      <span className="radio-detail">
        {ahead ? t('inReport', { month }) : t('notInReport')}{' '}
        {!ahead && may('PATCH /issues/:id') && <Link to={`/issues/${id}/edit`}>{t('changeMonth')}</Link>}
      </span>
    </>
  );
}
