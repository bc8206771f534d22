import type { Outcome } from '#issues/vocabulary.js';

/** What is no risk of ours: a report is about what managers may have to answer for. */
export const LEFT_OUT = ['not-a-risk', 'not-ours', 'duplicate', 'crisis'] satisfies Outcome[];

/** Whether the issue of this alias is told of in the month (a parameter or column) it is expected in; confidential or not. */
export const toldIn = (issue: string, month: string): string =>
  `${issue}.expected_month = ${month} and ${issue}.grade is not null and ${issue}.stage in ('act', 'closed')
    and coalesce(${issue}.outcome not in (${LEFT_OUT.map((outcome) => `'${outcome}'`).join(', ')}), true)`;
