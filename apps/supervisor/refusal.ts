/** What a person can put right: shown as one line. */
export class Refusal extends Error {}

/** One line for whatever stopped us; the rest is in the logs. */
export function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  const isAboutFile = code && path && /^E[A-Z]+$/.test(code);
  return isAboutFile ? `쓸 수 없습니다 / cannot use: ${path} (${code})` : error.message;
}
