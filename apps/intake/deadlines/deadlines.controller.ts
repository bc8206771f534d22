import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { calendarOf } from '#actions/calendar-view.js';
import { DEADLINES } from '#config/deadlines.js';
import { HOLIDAYS, HOLIDAY_STATUS } from '#config/holidays.js';
import { REMINDERS } from '#config/reminders.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { seoulDay } from '#platform/calendar.js';
import { appNow } from '#platform/database.js';
import { GRADES } from '#issues/vocabulary.js';
import { FromQuery, Month, Whole } from '#platform/fields.js';
import { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { CalendarAnswer, DeadlinesAnswer } from './deadline-answers.js';

class YearQuery {
  @FromQuery()
  @Whole({ min: 1900, max: 2199, optional: true, description: '공휴일의 연도(기본 올해)' })
  year?: number;
}

class MonthQuery {
  @Month({ optional: true, description: '기본 이번 달' })
  month?: string;
}

/** The rules of time as they are in force, and what they come to. */
@ApiTags('기한·상향 보고')
@Controller('api/v1')
export class DeadlinesController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Get('deadlines')
  @Endpoint({ summary: '기한·회신 요청·상향 보고 기준과 공휴일', returns: DeadlinesAnswer })
  async deadlines(@Query() query: YearQuery) {
    const year = query.year ?? Number(seoulDay(await appNow(this.source.manager)).slice(0, 4));
    return {
      endOfDay: DEADLINES.endOfDay,
      office: DEADLINES.office,
      sayAt: REMINDERS.sayAt,
      releasedAbove: REMINDERS.escalation.byItselfTo,
      grades: GRADES.map((grade) => ({
        grade,
        ...DEADLINES.byGrade[grade],
        reminders: REMINDERS.byGrade[grade],
        escalation: REMINDERS.escalation.byGrade[grade],
        followUpWeeks: REMINDERS.followUp.weeks[grade],
      })),
      officeClocks: REMINDERS.office,
      longTerm: { ...DEADLINES.longTerm, ...REMINDERS.longTerm },
      year,
      years: Object.keys(HOLIDAYS).map(Number),
      holidayStatus: HOLIDAY_STATUS[year] ?? null,
      holidays: (HOLIDAYS[year] ?? []).map(({ date, name }) => ({ date, name })),
    };
  }

  @Get('calendar')
  @Endpoint({ summary: '달력(기한·점검·확인·예상 시기·휴일)', returns: CalendarAnswer })
  calendar(@Caller() by: Principal, @Query() query: MonthQuery) {
    return readAs(this.source, by, async (tx) =>
      calendarOf(tx, by, query.month ?? seoulDay(await appNow(tx)).slice(0, 7)),
    );
  }
}
