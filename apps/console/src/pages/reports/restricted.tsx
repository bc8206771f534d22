import { Link } from 'react-router';
import { BASE } from '../../api/call.js';
import { useRead } from '../../api/queries.js';
import type { components } from '../../api/schema.js';
import { Button, LinkButton } from '../../ui/button.js';
import { GradeBadge } from '../../ui/badge.js';
import { useExport } from '../../ui/export.js';
import { Panel } from '../../ui/panel.js';
import { useReportText } from './text.js';

/** 열람 제한 별책: only for whoever is named on a confidential issue of the month; to everybody else there is nothing here. */
export function Restricted({ month }: { month: string }) {
  const t = useReportText();
  const { save, asking } = useExport();
  const found = useRead<components['schemas']['RestrictedAnswer']>(`/reports/${month}/restricted`);
  const items = found.data?.items ?? [];
  if (!items.length) return null;
  const paper = (format: string): string => `/reports/${month}/restricted/paper?format=${format}`;
  return (
    <Panel
      title={t('restricted')}
      actions={
        <>
          <LinkButton icon="external" href={BASE + paper('html')} target="_blank">
            {t('newTab')}
          </LinkButton>
          {(['pdf', 'hwpx'] as const).map((format) => (
            <Button key={format} icon="download" onPress={() => save(paper(format))}>
              {t('download', { format: t(format) })}
            </Button>
          ))}
        </>
      }
    >
      <p className="subtle">{t('restrictedLead')}</p>
      <ul className="report-points">
        {items.map(({ id, number, title, grade }) => (
          <li key={id}>
            <GradeBadge grade={grade} /> <Link to={`/issues/${id}`}>{`[${number}] ${title}`}</Link>
          </li>
        ))}
      </ul>
      {asking}
    </Panel>
  );
}
