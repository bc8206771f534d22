const WEEKDAYS = ['일', '월', '화', '수', '목', '금', '토'];

/** Year, month and date of a day, or null for what is none. */
export function dayParts(day: string): { year: string; month: number; date: number } | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  return found ? { year: found[1] ?? '', month: Number(found[2]), date: Number(found[3]) } : null;
}

/** `2026. 11. 25.(수)`; what is no day is returned as it came. */
export function longDay(day: string): string {
  const found = dayParts(day);
  if (!found) return day;
  const weekday = WEEKDAYS[new Date(Date.UTC(Number(found.year), found.month - 1, found.date)).getUTCDay()];
  return `${found.year}. ${found.month}. ${found.date}.(${weekday})`;
}
