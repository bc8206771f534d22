type Filter = Partial<
  Record<
    | 'state'
    | 'grade'
    | 'channel'
    | 'leadDepartmentId'
    | 'expectedMonth'
    | 'overdue'
    | 'impact'
    | 'likelihood',
    string | number
  >
>;

/** The list of open issues that a figure of the dashboard counts. */
export function openIssues(filter: Filter = {}): string {
  const query = new URLSearchParams({ open: 'true' });
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
  return `/issues?${query}`;
}
