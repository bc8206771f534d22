/** The value below which the share `p` of all lies, between two values in proportion. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(place)] ?? below) - below) * (place % 1);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** E.g. `1,234 (1,100–1,300)`: the median of several runs with the least and the most of them. */
export function withSpread(values: readonly number[], digits = 0): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return `${show(median(values), digits)} (${show(least, digits)}–${show(most, digits)})`;
}

export const show = (value: number, digits = 0): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
