import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportDocument } from '#reports/document.js';
import { crowdedReport } from '#reports/fixture.js';
import { RENDER } from '#reports/formats.js';
import { outlineOf } from '#reports/outline.js';
import { typstInput } from '#reports/pdf.js';
import type { Format } from '#reports/vocabulary.js';

/** Of one round, by format. */
export interface Made {
  ms: Record<Format, number>;
  bytes: Record<Format, number>;
}

export interface Wish {
  what: 'bare' | 'all';
  issues: number;
}

/** A process of its own, as the pipeline is one: makes the report of so many issues, and says how long it took. */
process.on('message', ({ what, issues }: Wish) => {
  const doc = crowdedReport(issues);
  if (what === 'bare') process.send!({ bareMs: bareTypst(typstInput(outlineOf(doc))) });
  else void inEveryFormat(doc).then((made) => process.send!(made));
});

async function inEveryFormat(doc: ReportDocument): Promise<Made> {
  const made = { ms: {}, bytes: {} } as Made;
  for (const [format, render] of Object.entries(RENDER)) {
    const begun = performance.now();
    made.bytes[format as Format] = (await render(outlineOf(doc), doc.issues)).length;
    made.ms[format as Format] = performance.now() - begun;
  }
  return made;
}

/** The same pages by a compiler that is loaded and has seen nothing yet, in one size, with no child around it. */
function bareTypst(input: string): number {
  const { outline, fonts } = JSON.parse(input) as { outline: unknown; fonts: string[] };
  const folder = new URL('../../libs/reports/', import.meta.url);
  const begun = performance.now();
  const compiler = NodeCompiler.create({
    workspace: folder.pathname,
    fontArgs: [{ fontBlobs: fonts.map((path) => readFileSync(path)) }],
  });
  compiler.pdf(
    {
      mainFileContent: readFileSync(new URL('report.typ', folder), 'utf8'),
      inputs: {
        outline: JSON.stringify(outline),
        summary: '[10.5, 0.62, 0, 1]',
        details: '[10.5, 0.62, 0, 1]',
        flows: 'no',
      },
    },
    { pdfStandard: 'ua-1' },
  );
  return performance.now() - begun;
}
