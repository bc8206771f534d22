import { HOLIDAYS } from '#config/holidays.js';
import { calendar } from '#platform/calendar.js';

/** Working days of the office. */
export const OFFICE_CALENDAR = calendar(HOLIDAYS);
