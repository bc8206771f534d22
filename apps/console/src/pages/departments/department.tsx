import { Link, useParams } from 'react-router';
import { useDepartments, useMay, useRead } from '../../api/queries.js';
import type { Department as DepartmentView } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { Empty, Loaded, Notice } from '../../ui/waiting.js';
import { FollowButton } from '../notifications/follow-button.js';
import { AreaContacts } from './area-contacts.js';
import { Below, Place } from './place.js';
import { Eligible, indicatorsOf } from './departments.js';
import './departments.css';
import { openIssuesOf, useOpenIssues } from './open-issues.js';
import { useDepartmentText } from './text.js';

/** One of them: since when it is valid, what it answers for, and the way to its issues and requests. */
export default function Department() {
  const t = useDepartmentText();
  const { id = '' } = useParams();
  const may = useMay();
  const department = useRead<DepartmentView>(`/departments/${id}`);
  const { data } = department;
  return (
    <Page
      title={data?.name ?? t('title')}
      trail={[{ to: '/departments', label: t('title') }]}
      marks={data && <Eligible is={data.leadEligible} />}
      actions={
        data && (
          <>
            {may('POST /departments/:id/following') && <FollowButton of={`/departments/${id}`} />}
            {may('GET /issues') && (
              <LinkButton icon="issues" href={openIssuesOf(id)}>
                {t('toIssues')}
              </LinkButton>
            )}
            {may('GET /requests') && (
              <LinkButton icon="requests" href={`/requests?departmentId=${id}`}>
                {t('toRequests')}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Loaded of={department}>
        {(loaded) => (
          <>
            <About department={loaded} />
            <Mandate department={loaded} />
            {may('GET /departments/:id/area-contacts') && <AreaContacts departmentId={loaded.id} />}
            <Notice>{t('reference')}</Notice>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function About({ department }: { department: DepartmentView }) {
  const t = useDepartmentText();
  const format = useFormat();
  const { all, nameOf } = useDepartments();
  const { id, no, validFrom, validTo, successorId, leadEligible } = department;
  const figures = useOpenIssues()?.(id);
  const from = format.day(validFrom);
  const count = (value: number, to: string) =>
    value ? <Link to={to}>{t('cases', { n: format.count(value) })}</Link> : t('cases', { n: 0 });
  return (
    <Panel title={t('about')}>
      <Facts
        facts={[
          [t('no'), no],
          [
            t('valid'),
            validTo ? t('validUntil', { from, to: format.day(validTo) }) : t('validFrom', { from }),
          ],
          [
            t('successor'),
            successorId && <Link to={`/departments/${successorId}`}>{nameOf(successorId)}</Link>,
          ],
          [t('parent'), <Place key="parent" department={department} />],
          [t('below'), all.some(({ parentId }) => parentId === id) && <Below key="below" of={id} />],
          [t('eligible'), t(leadEligible ? 'eligibleWhy' : 'eligibleNoWhy')],
          [t('open'), figures && count(figures.open, openIssuesOf(id))],
          [t('overdue'), figures && count(figures.overdue, openIssuesOf(id, '&overdue=true'))],
        ]}
      />
    </Panel>
  );
}

function Mandate({ department }: { department: DepartmentView }) {
  const t = useDepartmentText();
  const { mandate } = department;
  return (
    <Panel
      title={t('mandate')}
      aside={t('goalCount', { goals: mandate.length, indicators: indicatorsOf(department) })}
    >
      {mandate.length ? (
        <ol className="goals">
          {mandate.map(({ goal, indicators }) => (
            <li key={goal}>
              <h3 className="goal">{goal}</h3>
              {indicators.length ? (
                <ul className="indicators" aria-label={t('indicators')}>
                  {indicators.map((indicator) => (
                    <li key={indicator}>{indicator}</li>
                  ))}
                </ul>
              ) : (
                <p className="small subtle">{t('noIndicators')}</p>
              )}
            </li>
          ))}
        </ol>
      ) : (
        <Empty title={t('noMandate')} />
      )}
    </Panel>
  );
}
