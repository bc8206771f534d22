/** One measured value, with its goal where there is one. */
export interface Line {
  what: string;
  value: string;
  goal?: string;
  met?: boolean;
}

export const notRun = (what: string, why: string, goal?: string): Line => ({
  what,
  value: `not run: ${why}`,
  goal,
});

/** The lines as columns: what, value, goal, met or not. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, value, goal, met }) => [
    what,
    value,
    goal ?? '',
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ]);
  const all = [['measured', 'value', 'goal', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]!.length)));
  const line = (row: string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(all[0]!), widths.map((width) => '-'.repeat(width)).join('  '), ...all.slice(1).map(line)].join(
    '\n',
  );
}
