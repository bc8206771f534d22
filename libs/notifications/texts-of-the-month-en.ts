import type { Template } from './rules/template.js';
import type { MonthTextName } from './text-names.js';

export const MONTH_TEXTS_EN: Readonly<Record<MonthTextName, Template>> = {
  'report.compiled': {
    title: '[Monthly report] Draft for {month}',
    lines: ['Edition {edition} of the report for {month} is drafted. Please review.'],
  },
  'report.held': {
    title: '[Monthly report] Draft for {month} on hold',
    lines: ['Edition {edition} of the report for {month} is held back.', '○ Why : {reason}'],
  },
  'report.released': {
    title: '[Monthly report] Draft for {month} released',
    lines: ['Edition {edition} of the report for {month} is not held back any more.', '○ Why : {reason}'],
  },
  'report.resent': {
    title: '[Monthly report] Risks expected in {month} (sent again)',
    lines: ['The report for {month} ({editionName}) is sent to you once more.'],
  },
  'report.review-due': {
    title: '[Monthly report] Review the draft of {month}',
    lines: ['The day of review has come, and edition {edition} of the report for {month} is not issued yet.'],
  },
  'report.issue-due': {
    title: '[Monthly report] Issue the draft of {month}',
    lines: [
      'The report for {month} is due upwards, and edition {edition} is not issued yet. Please issue it.',
    ],
  },
  'report.published': {
    title: '[Monthly report] Risks expected in {month}',
    lines: ['The report for {month} ({editionName}) is published.'],
  },
  'outlook.results-due': {
    title: '[Monthly report] Settle what became of {month}',
    lines: [
      'Please settle what became of the issues expected in {month} (occurred, prevented, eased, did not occur). The next report counts them.',
      '○ Only proposed so far : {unsettled}',
    ],
  },
  'round.asked': {
    title: '[Monthly round] What do you expect of {month}?',
    lines: [
      'Please tell which issues you expect to surface in {month}. If there are none, one click says so.',
      '○ Department : {department}',
      '○ Due : {due}',
    ],
  },
  'round.reminded': {
    title: '[Monthly round, reminder] What do you expect of {month}?',
    lines: [
      'Your department has not answered yet what it expects of {month}. Where there is nothing, please say so.',
      '○ Department : {department}',
      '○ Due : {due}',
    ],
  },
};
