import { Link } from 'react-router';
import type { CalendarEntry, CalendarMonth } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { keyOf, linkOf } from './entries.js';
import { useCalendarText } from './text.js';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const SHOWN = 3;

type Day = CalendarMonth['days'][number];

/** Weeks from Sunday on, as calendars on Korean walls have them; places before the first and after the last day stay empty. */
function weeksOf(days: Day[]): (Day | null)[][] {
  const before = new Date(`${days[0]?.day}T00:00:00Z`).getUTCDay();
  const places = [...Array.from({ length: before }, () => null), ...days];
  while (places.length % 7) places.push(null);
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7));
}

interface MonthGridProps {
  of: CalendarMonth;
  byDay: Map<string, CalendarEntry[]>;
  chosen: string | null;
  onChoose: (day: string | null) => void;
}

/** A real table: read out with its weekdays; on a phone the days that hold something stand below each other. */
export function MonthGrid({ of, byDay, chosen, onChoose }: MonthGridProps) {
  const t = useCalendarText();
  const format = useFormat();
  return (
    <table className="month">
      <caption className="sr-only">{format.month(of.month)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t(weekday)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(of.days).map((week, n) => (
          <tr key={n}>
            {week.map((day, place) =>
              day ? (
                <DayCell
                  key={day.day}
                  day={day}
                  today={of.today === day.day}
                  entries={byDay.get(day.day) ?? []}
                  chosen={chosen === day.day}
                  onChoose={onChoose}
                />
              ) : (
                <td key={place} className="month-none" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayCellProps {
  day: Day;
  today: boolean;
  entries: CalendarEntry[];
  chosen: boolean;
  onChoose: (day: string | null) => void;
}

function DayCell({ day: { day, working, holidays }, today, entries, chosen, onChoose }: DayCellProps) {
  const t = useCalendarText();
  const format = useFormat();
  const look = [
    'month-day',
    working ? '' : 'month-closed',
    chosen ? 'month-chosen' : '',
    entries.length || holidays.length ? '' : 'month-empty',
  ];
  return (
    <td className={look.filter(Boolean).join(' ')} {...(today && { 'aria-current': 'date' })}>
      <p className="month-date">
        <time dateTime={day}>
          <span aria-hidden="true">{Number(day.slice(8))}</span>
          <span className="month-full">{format.day(day)}</span>
        </time>
        {today && <span className="month-today">{t('today')}</span>}
        {holidays.map((name) => (
          <span key={name} className="month-holiday" lang="ko">
            {name}
          </span>
        ))}
      </p>
      {entries.length > 0 && (
        <ul className="month-entries">
          {entries.slice(0, SHOWN).map((one) => (
            <li key={keyOf(one)} className={`month-entry month-${one.kind}`}>
              <Link to={linkOf(one)} title={one.issueTitle}>
                <strong>
                  {t(one.kind)}
                  {one.late && `(${t('late')})`}
                </strong>{' '}
                {one.issueTitle}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {entries.length > SHOWN && (
        <button
          type="button"
          className="month-more"
          aria-expanded={chosen}
          aria-label={`${format.day(day)} ${t('more', { count: entries.length - SHOWN })}`}
          onClick={() => onChoose(chosen ? null : day)}
        >
          {t('more', { count: entries.length - SHOWN })}
        </button>
      )}
    </td>
  );
}
