import { Link } from 'react-router';
import type { CalendarEntry } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { Badge, GradeBadge } from '../../ui/badge.js';
import { useCalendarText } from './text.js';
import '../reviews/reviews.css';

export const linkOf = ({ requestId, issueId }: CalendarEntry): string =>
  requestId ? `/requests/${requestId}` : `/issues/${issueId}`;

export const keyOf = ({ kind, issueId, requestId }: CalendarEntry): string =>
  `${kind} ${issueId} ${requestId}`;

/** What falls on a day, in full. */
export function Entries({ entries }: { entries: CalendarEntry[] }) {
  const t = useCalendarText();
  const format = useFormat();
  return (
    <ul className="clock-list">
      {entries.map((one) => (
        <li key={keyOf(one)}>
          <span className="row">
            <Badge tone={one.late ? 'danger' : 'neutral'}>
              {t(one.kind)}
              {one.late && ` · ${t('late')}`}
            </Badge>
            <Link to={linkOf(one)}>{one.issueTitle}</Link>
          </span>
          <span className="row small subtle">
            {one.issueNumber}
            {one.departmentName && ` · ${one.departmentName}`}
            {one.at && ` · ${format.due(one.at)}`}
            {one.grade && <GradeBadge grade={one.grade} />}
          </span>
        </li>
      ))}
    </ul>
  );
}
