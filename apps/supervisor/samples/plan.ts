import { HOLIDAYS } from '#config/holidays.js';
import { REPORT_SCHEDULE } from '#config/schedule.js';
import { addDays, addMonths, calendar } from '#platform/calendar.js';
import { reportDueOn, resultsDueOn } from '#reports/rules/schedule.js';
import type { Story } from './stories-shape.js';

/** What somebody does on a day. Within a day acts run in this order. */
export const ACTS = [
  'report',
  'decide',
  'acknowledge',
  'respond',
  'review',
  'refuse',
  'close',
  'compile',
  'approve',
  'settle',
] as const;
export type Act =
  | { do: 'report' | 'decide' | 'refuse' | 'close'; story: Story }
  | { do: 'acknowledge' | 'respond' | 'review'; story: Story; request: number }
  | { do: 'compile' | 'approve' | 'settle'; month: string };

const OFFICE_CALENDAR = calendar(HOLIDAYS);

/** All acts by their working day, oldest first; a day that is free moves to the working day before. */
export function plan(stories: Story[], today: string): { day: string; acts: Act[] }[] {
  const days = new Map<string, Act[]>();
  const put = (day: string, act: Act): void => {
    const at = OFFICE_CALENDAR.isWorkingDay(day) ? day : OFFICE_CALENDAR.previousWorkingDay(day);
    days.set(at, [...(days.get(at) ?? []), act]);
  };
  for (const story of stories)
    for (const { daysAgo, act } of actsOf(story)) put(addDays(today, -daysAgo), act);
  for (const { day, act } of reports(stories, today)) put(day, act);
  return [...days]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, acts]) => ({ day, acts: acts.toSorted((a, b) => ACTS.indexOf(a.do) - ACTS.indexOf(b.do)) }));
}

interface Dated {
  daysAgo: number;
  act: Act;
}

const on = (daysAgo: number, act: Act): Dated => ({ daysAgo, act });

function actsOf(story: Story): Dated[] {
  const { reportedDaysAgo, decision, acknowledged = [], responses = [], refusal, closure } = story;
  return [
    on(reportedDaysAgo, { do: 'report', story }),
    ...(decision ? [on(decision.daysAgo, { do: 'decide', story })] : []),
    ...acknowledged.flatMap((one, request) =>
      one ? [on(one.daysAgo, { do: 'acknowledge', story, request })] : [],
    ),
    ...responses.flatMap((one, request) => (one ? [on(one.daysAgo, { do: 'respond', story, request })] : [])),
    ...responses.flatMap((one, request) =>
      one?.review ? [on(one.review.daysAgo, { do: 'review', story, request })] : [],
    ),
    ...(refusal ? [on(refusal.daysAgo, { do: 'refuse', story })] : []),
    ...(closure ? [on(closure.daysAgo, { do: 'close', story })] : []),
  ];
}

/** The monthly reports of the past, each drafted on its day, approved two working days later, its results settled after its month. */
function reports(stories: Story[], today: string): { day: string; act: Act }[] {
  const oldest = Math.max(...stories.map(({ reportedDaysAgo }) => reportedDaysAgo));
  const first = addMonths(addDays(today, -oldest).slice(0, 7), 1);
  const last = today.slice(0, 7);
  const months = Array.from({ length: 24 }, (_, i) => addMonths(first, i)).filter((month) => month <= last);
  return months.flatMap((month): { day: string; act: Act }[] => {
    const { day } = reportDueOn(month, REPORT_SCHEDULE, OFFICE_CALENDAR);
    const settledOn = resultsDueOn(month, REPORT_SCHEDULE, OFFICE_CALENDAR);
    return [
      { day, act: { do: 'compile', month } },
      { day: OFFICE_CALENDAR.addWorkingDays(day, 2), act: { do: 'approve', month } },
      ...(settledOn <= today ? [{ day: settledOn, act: { do: 'settle' as const, month } }] : []),
    ];
  });
}
