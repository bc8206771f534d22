/** Seconds to wait before the next try after so many failures; 0 while they are free. */
export function waitAfterFailures(
  failures: number,
  { free, firstSeconds, longestSeconds }: { free: number; firstSeconds: number; longestSeconds: number },
): number {
  if (failures <= free) return 0;
  return Math.min(firstSeconds * 2 ** Math.min(failures - free - 1, 30), longestSeconds);
}
