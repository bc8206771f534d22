/** What the API refused, in the reader's language; `errors` say which field is wrong. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    /** e.g. `issue.illegal_transition` */
    readonly code: string,
    message: string,
    readonly errors: { path: string; message: string }[] = [],
    /** 412: what is there now. */
    readonly current?: unknown,
  ) {
    super(message);
  }
}

/** Nobody answered: the network or the server is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

interface ProblemBody {
  type?: string;
  title?: string;
  detail?: string;
  errors?: { path: string; message: string }[];
  current?: unknown;
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const code = body.type?.replace('urn:haechi:problem:', '') ?? 'unknown';
  return new ApiProblem(
    response.status,
    code,
    body.detail ?? body.title ?? `${response.status}`,
    body.errors,
    body.current,
  );
}

/**
 * Errors by field, as a form shows them: those of a list's items by their path, e.g. `signals.0.url`; `rest` belongs to
 * no field that the form has. A problem of its own says in one sentence what the paths would only spell.
 */
export function fieldErrors(error: unknown, fields: readonly string[]) {
  const byField: Record<string, string> = {};
  if (!(error instanceof ApiProblem)) return { byField, rest: error ? [(error as Error).message] : [] };
  const rest: string[] = [];
  for (const { path, message } of error.errors) {
    const field = fields.find((name) => path === name || path.startsWith(`${name}.`));
    if (field) byField[path] ??= message;
    else if (error.code !== 'invalid') rest.splice(0, 1, error.message);
    else rest.push(path ? `${message} (${path})` : message);
  }
  if (!error.errors.length) rest.push(error.message);
  return { byField, rest };
}
