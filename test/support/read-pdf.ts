import { spawnSync } from 'node:child_process';

export const canReadPdf = spawnSync('pdftotext', ['-v']).status === 0;

/** What pdftotext reads on each page, in the order of the content. */
export function pagesOfPdf(pdf: Buffer): string[] {
  const { stdout } = spawnSync('pdftotext', ['-raw', '-', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 });
  return stdout.toString().split('\f').slice(0, -1);
}
