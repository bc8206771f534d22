import { useMay, useRead } from '../../api/queries.js';
import type { components } from '../../api/schema.js';

type Statistics = components['schemas']['IssueStatisticsAnswer'];

/** Open issues by lead department, for whoever may see statistics; null until known. */
export function useOpenIssues() {
  const may = useMay();
  const { data } = useRead<Statistics>(may('GET /issues/statistics') ? '/issues/statistics' : null);
  if (!data) return null;
  const byId = new Map(data.departments.map((one) => [one.departmentId, one]));
  return (id: string): { open: number; overdue: number } => byId.get(id) ?? { open: 0, overdue: 0 };
}

export const openIssuesOf = (id: string, more = '') => `/issues?open=true&leadDepartmentId=${id}${more}`;
