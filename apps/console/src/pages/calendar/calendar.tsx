import { CALENDAR_KINDS } from '#actions/calendar-kinds.js';
import { useRead } from '../../api/queries.js';
import type { CalendarEntry, CalendarMonth } from '../../api/types.js';
import { monthFromNow, useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/field.js';
import { Fold } from '../../ui/fold.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Loaded } from '../../ui/waiting.js';
import { Entries } from './entries.js';
import { MonthGrid } from './month-grid.js';
import { Rules } from './rules.js';
import { useCalendarText } from './text.js';
import '../reviews/reviews.css';
import './calendar.css';

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

function moved(month: string, by: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const count = year * 12 + of - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** 달력: what the month holds for whoever looks. */
export default function Calendar() {
  const t = useCalendarText();
  const format = useFormat();
  const { get, set } = useAddress();
  const asked = get('month');
  const month = asked && MONTH.test(asked) ? asked : monthFromNow(0);
  const kind = get('kind');
  const of = useRead<CalendarMonth>(`/calendar?month=${month}`, { keep: true });
  const go = (to: string) => set({ month: to === monthFromNow(0) ? null : to, day: null });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button icon="left" onPress={() => go(moved(month, -1))}>
            {t('previous')}
          </Button>
          <Button isDisabled={month === monthFromNow(0)} onPress={() => go(monthFromNow(0))}>
            {t('thisMonth')}
          </Button>
          <Button icon="right" onPress={() => go(moved(month, 1))}>
            {t('next')}
          </Button>
        </>
      }
    >
      <Panel
        title={format.month(month)}
        actions={
          <SelectField
            label={t('kinds')}
            compact
            choices={CALENDAR_KINDS.map((id) => ({ id, label: t(id) }))}
            optional={t('all')}
            value={kind}
            onChange={(one) => set({ kind: one, month: asked })}
          />
        }
      >
        <Loaded of={of}>{(shown) => <Month of={shown} kind={kind} />}</Loaded>
      </Panel>
      <Fold title={t('rules')} level={2}>
        <Rules year={Number(month.slice(0, 4))} />
      </Fold>
    </Page>
  );
}

function Month({ of, kind }: { of: CalendarMonth; kind: string | null }) {
  const t = useCalendarText();
  const format = useFormat();
  const { get, set } = useAddress();
  const day = get('day');
  const entries = kind ? of.entries.filter((one) => one.kind === kind) : of.entries;
  const byDay = new Map<string, CalendarEntry[]>();
  for (const one of entries) if (one.on) byDay.set(one.on, [...(byDay.get(one.on) ?? []), one]);
  const undated = entries.filter(({ on }) => on === null);
  const chosen = day !== null && of.days.some((one) => one.day === day) ? day : null;
  return (
    <div className="stack">
      <MonthGrid of={of} byDay={byDay} chosen={chosen} onChoose={(one) => set({ day: one })} />
      {chosen && (
        <section className="stack-tight" aria-live="polite">
          <h3>{t('dayOf', { day: format.day(chosen) })}</h3>
          {byDay.get(chosen)?.length ? (
            <Entries entries={byDay.get(chosen)!} />
          ) : (
            <p className="subtle">{t('noneOf')}</p>
          )}
        </section>
      )}
      {undated.length > 0 && (
        <section className="stack-tight">
          <h3>{t('noDay')}</h3>
          <Entries entries={undated} />
        </section>
      )}
      {of.occasions.length > 0 && (
        <Fold title={t('occasions')}>
          <ul className="clock-list">
            {of.occasions.map(({ id, title, from, to }) => (
              <li key={`${id} ${from}`}>
                <span lang="ko">{title}</span>
                <span className="small subtle">
                  {format.day(from)}
                  {to !== from && ` ~ ${format.day(to)}`}
                </span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}
