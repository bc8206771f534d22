import type { Api, Json } from './api.js';
import { eventually } from './city.js';
import { nonsense } from './words.js';

/** What an officer registers; resembles nothing else, so that no stage stops at a likely duplicate. */
export const anIssue = (more: object = {}): Json => ({
  title: nonsense(),
  summary: nonsense(12),
  channel: 'press',
  ...more,
});

/** Weighs little: stays with the office, nobody decides. */
export const light = { impact: 1, likelihood: 1 };
/** Weighs so much that a person decides. */
export const heavy = { impact: 4, likelihood: 4 };
/** Goes to the departments by itself once an officer has named them. */
export const middling = { impact: 3, likelihood: 3 };

/** The issue once the pipeline has done what it can. */
export const settled = (api: Api, id: string): Promise<Json> =>
  eventually(
    `issue ${id} leaves processing`,
    async () => {
      const issue = await api.get(`/issues/${id}`);
      return issue.state !== 'processing' && issue;
    },
    60_000,
  );

/** An issue with its requests at the departments. */
export async function atWork(officer: Api, departmentIds: string[], more: object = {}): Promise<Json> {
  const requests = departmentIds.map((departmentId) => ({ text: nonsense(4), departmentId }));
  const { id } = await officer.post(
    '/issues',
    anIssue({ ...middling, requests, leadDepartmentId: departmentIds[0], ...more }),
  );
  const issue = await settled(officer, id);
  if (issue.stage !== 'act') throw new Error(`stands in ${issue.stage} (${issue.state})`);
  return issue;
}
