import { evaluationRow, resultsOf } from './annex-outlook.js';
import { trendChart } from './charts.js';
import { onAgenda } from './decisions.js';
import { detailsOf, issueItems } from './details.js';
import { NO_LINES, type ReportDocument, type ReportIssue } from './document.js';
import { authorsOf } from './outline.js';
import { plainText } from './plain-text.js';
import { issueRow, summaryOf } from './summary.js';
import type { ChangeOfWhole } from './vocabulary.js';

/** All that a report of this month prints of an issue, whatever its place. */
export function printedIssue(month: string): (issue: ReportIssue) => string {
  return (given) => {
    // Of editions compiled before there were forecasts, both are missing.
    const issue = plainText({ ...given, reasons: given.reasons ?? [], forecast: given.forecast ?? null });
    return JSON.stringify([
      issueRow(issue, 0, month),
      issueItems(issue, month.slice(0, 4)),
      evaluationRow(issue, 0),
      // Asked of a superior, and counted in the annex.
      [onAgenda(issue), issue.channel, issue.impact, issue.likelihood],
    ]);
  };
}

/** What a report prints besides its issues and what is counted of them. Its number and day are every edition's own. */
export function printedWhole(given: ReportDocument): Record<ChangeOfWhole, string> {
  const doc = plainText({ ...given, issues: [], ownLines: NO_LINES });
  const { opening, remarks, policyNo, consulted } = { ...NO_LINES, ...given.ownLines };
  return {
    opening: opening ?? '',
    remarks: remarks.join('\n'),
    policyNo: policyNo ?? '',
    consulted: consulted.join('\n'),
    rest: JSON.stringify([
      summaryOf(doc),
      detailsOf(doc),
      resultsOf(doc),
      trendChart(doc.figures.trend).description,
      authorsOf(doc.sheet ?? {}, '', doc.preparedOn),
    ]),
  };
}
