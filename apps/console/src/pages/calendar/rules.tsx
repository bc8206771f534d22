import { useRead } from '../../api/queries.js';
import type { Deadlines } from '../../api/types.js';
import type { Cycle, Span } from '#config/deadlines.js';
import type { EscalationStep, Moment, ReminderPolicy, Rhythm } from '#config/reminders.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { GradeBadge } from '../../ui/badge.js';
import { Table, type Column } from '../../ui/table.js';
import { Loaded } from '../../ui/waiting.js';
import { useCalendarText } from './text.js';

type Row = Deadlines['grades'][number];

/** The figures in force, as the API has them. */
export function Rules({ year }: { year: number }) {
  const t = useCalendarText();
  const format = useFormat();
  const rules = useRead<Deadlines>(`/deadlines?year=${year}`, { keep: true });
  const columns = useColumns(rules.data);
  return (
    <Loaded of={rules}>
      {({ grades, officeClocks, holidays, holidayStatus }) => (
        <div className="stack">
          <p className="subtle">{t('rulesLead')}</p>
          <Table caption={t('rules')} columns={columns} rows={grades} keyOf={({ grade }) => grade} />
          <p className="small subtle">
            {t('officeClocks', daysOf(officeClocks as ReminderPolicy['office']))}
          </p>
          {holidays.length > 0 && (
            <section className="stack-tight">
              <h3>{t('holidays', { year })}</h3>
              {holidayStatus === 'computed' && <p className="small subtle">{t('computed')}</p>}
              <ul className="month-holidays">
                {holidays.map(({ date, name }) => (
                  <li key={`${date} ${name}`}>
                    <span className="number">{format.day(date)}</span> <span lang="ko">{name}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </div>
      )}
    </Loaded>
  );
}

const daysOf = ({ settlement, review }: ReminderPolicy['office']) => ({
  settlement: settlement.workingDays,
  review: review.workingDays,
});

function useColumns(rules: Deadlines | undefined): Column<Row>[] {
  const t = useCalendarText();
  const words = useWords();
  const positions = words.position;
  const span = (of: object | null): string => {
    const one = of as Span | null;
    if (!one) return '–';
    if (one.kind === 'officeHours') return t('officeHours', { n: one.hours });
    if (one.kind === 'workingDays') return t('workingDays', { n: one.days });
    return t('sameDay', { end: rules?.endOfDay ?? '', until: one.until, late: one.lateUntil });
  };
  const cycle = (of: object): string => {
    const one = of as Cycle;
    return 'everyDays' in one
      ? t('everyDays', { n: one.everyDays })
      : t('everyMonths', { n: one.everyMonths });
  };
  const moment = (one: Moment): string => {
    if ('officeHours' in one) {
      if (one.officeHours === 0) return t('atDeadline');
      return t(one.officeHours < 0 ? 'hoursBefore' : 'hoursAfter', { n: Math.abs(one.officeHours) });
    }
    return t(one.workingDays < 0 ? 'daysBefore' : 'daysAfter', { n: Math.abs(one.workingDays) });
  };
  const rhythm = ({ moments, thenEvery }: Rhythm): string =>
    [...moments.map(moment), ...(thenEvery ? [t('thenEvery', { n: thenEvery })] : [])].join(', ') || '–';
  const steps = (line: readonly EscalationStep[]) => {
    const order = Object.keys(positions);
    const byItself = order.indexOf(rules?.releasedAbove ?? '');
    return line.map(({ after, to }) => (
      <span key={to} className="small">
        {positions[to]}: {moment(after)}
        {order.indexOf(to) <= byItself && ` (${t('automatic')})`}
      </span>
    ));
  };
  return [
    { id: 'grade', label: t('grade'), heads: true, cell: ({ grade }) => <GradeBadge grade={grade} /> },
    { id: 'receipt', label: t('receipt'), cell: ({ acknowledge }) => span(acknowledge) },
    { id: 'answer', label: t('firstAnswer'), cell: ({ answer }) => span(answer) },
    {
      id: 'reminders',
      label: t('reminders'),
      cell: ({ reminders }) => rhythm((reminders as { answer: Rhythm }).answer),
    },
    {
      id: 'line',
      label: t('upTheLine'),
      cell: ({ escalation }) => {
        const { answer } = escalation as { answer: readonly EscalationStep[] };
        return answer.length ? <div className="stack-tight">{steps(answer)}</div> : '–';
      },
    },
    { id: 'cycle', label: t('cycle'), cell: ({ review }) => cycle(review) },
    {
      id: 'followUp',
      label: t('followUp'),
      cell: ({ followUpWeeks }) => (followUpWeeks ? t('weeks', { n: followUpWeeks }) : '–'),
    },
  ];
}
