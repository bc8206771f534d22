// Runs in a child of its own (pdf.ts): the outline comes in on stdin as JSON, the PDF goes out on stdout.
// Plain JavaScript in one file, because node starts it as it is, under jest too.
import { readFileSync } from 'node:fs';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/**
 * Body sizes in points, the leading of their lines and the tracking of their letters in ems, and the share of the usual gaps around headings; largest first: the summary takes the
 * first that fits one page, the details likewise. No body is smaller: the last ones are set closer, as offices do it.
 */
const SIZES = [
  ...[13, 12.5, 12, 11.5, 11, 10.5].map((size) => [size, 0.62, 0, 1]),
  [10.5, 0.54, -0.02, 0.8],
  [10, 0.52, -0.02, 0.8],
  [10, 0.46, -0.03, 0.6],
  [10, 0.4, -0.04, 0.5],
];

/** What runs over more pages at any size is set in this one. */
const FLOWING = [10.5, 0.62, 0, 1];

/** With more issues than this neither part fits one page, so no size is tried. */
const MOST_ISSUES_TO_FIT = 20;

const { outline, fonts } = await json(process.stdin);
const printed = JSON.stringify(outline);
const source = readFileSync(new URL('./report.typ', import.meta.url), 'utf8');
const compiler = NodeCompiler.create({
  workspace: fileURLToPath(new URL('.', import.meta.url)),
  fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
});

/** Details begin on a page of their own, unless the summary runs over more than one (`flows`): then a page would stay nearly empty. */
function inSizes(summary, details, flows = false) {
  const sizes = { summary: JSON.stringify(summary ?? FLOWING), details: JSON.stringify(details ?? FLOWING) };
  return { mainFileContent: source, inputs: { outline: printed, ...sizes, flows: flows ? 'yes' : 'no' } };
}

function pageOf(label, options) {
  return compiler.query(options, { selector: `<${label}>`, field: 'value' })[0];
}

/** Halves the sizes left, for both parts in the same run: the parts stand on pages of their own. */
function fittingSizes() {
  if (outline.details.filter(({ kind }) => kind === 'issue').length > MOST_ISSUES_TO_FIT)
    return inSizes(undefined, undefined, true);
  const summary = { from: 0, to: SIZES.length };
  // What is not apart is set in the size of the summary.
  const details = { from: 0, to: outline.detailsApart ? SIZES.length : 0 };
  while (summary.from < summary.to || details.from < details.to) {
    const options = inSizes(SIZES[middle(summary)], SIZES[middle(details)]);
    const [page, end] = [pageOf('details', options), pageOf('end', options)];
    narrow(summary, middle(summary), outline.detailsApart ? page === 2 : end === 1);
    narrow(details, middle(details), end === page);
  }
  return inSizes(SIZES[summary.to], SIZES[details.to], summary.to === SIZES.length);
}

function middle({ from, to }) {
  return (from + to) >> 1;
}

function narrow(range, tried, fits) {
  if (range.from >= range.to) return;
  if (fits) range.to = tried;
  else range.from = tried + 1;
}

process.stdout.write(compiler.pdf(fittingSizes(), { pdfStandard: 'ua-1' }));
