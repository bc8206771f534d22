import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer, Json } from './api.js';

const REF = '#/components/schemas/';
/** How the validator knows them. */
const NAME = 'urn:haechi:';
const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Operation {
  verb: string;
  path: string;
  operation: Json;
}

/** The OpenAPI document as it is served, and whether answers keep to it. */
export class Contract {
  readonly operations: Operation[];
  private readonly ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allErrors: true,
  });
  private readonly compiled = new Map<string, ValidateFunction>();

  private constructor(readonly document: Json) {
    (addFormats as unknown as (ajv: Ajv2020) => void)(this.ajv);
    this.ajv.addVocabulary(['example']);
    for (const [name, schema] of Object.entries(document.components.schemas))
      this.ajv.addSchema(closed(schema), `${NAME}${name}`);
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      VERBS.filter((verb) => (item as Json)[verb]).map((verb) => ({
        verb: verb.toUpperCase(),
        path,
        operation: (item as Json)[verb],
      })),
    );
  }

  private static known?: Promise<Contract>;

  /** What every intake of this build serves: asked for once. */
  static of(url: string): Promise<Contract> {
    this.known ??= fetch(`${url}/api/openapi.json`).then(
      async (response) => new Contract(await response.json()),
    );
    return this.known;
  }

  /** The operation a request meant; what is written out in a path wins over what is a parameter. */
  find(verb: string, url: string): Operation | undefined {
    const path = url.split('?')[0]!;
    const fits = (one: Operation): boolean =>
      new RegExp(`^${one.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
    const found = this.operations.filter((one) => one.verb === verb && fits(one));
    return found.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  }

  /** What is wrong with an answer; null when it is what the document says. */
  complaint(verb: string, url: string, { status, headers, body }: Answer): string | null {
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const operation = this.find(verb, url)?.operation;
    if (status >= 400)
      return type === 'application/problem+json' ? this.problem(status, url, body) : `${status} as ${type}`;
    if (!operation) return `${status} from what is not documented`;
    const described = operation.responses[status];
    if (!described) return `undocumented status ${status}`;
    if (!described.content)
      return body === '' ? null : `a body where none is documented: ${JSON.stringify(body)}`;
    const media = described.content[type] ?? described.content['*/*'];
    if (!media) return `undocumented type ${type}`;
    return typeof body === 'string' ? null : this.misfit(media.schema, body);
  }

  private problem(status: number, url: string, body: Json): string | null {
    if (body.status !== status) return `status ${body.status} in a ${status}`;
    // What is too long to read has no address yet.
    if (status !== 431 && body.instance !== url.split('?')[0]) return `instance ${body.instance}`;
    return this.misfit({ $ref: `${REF}ProblemBody` }, body);
  }

  private misfit(schema: Json, body: Json): string | null {
    const key = JSON.stringify(schema);
    let validate = this.compiled.get(key);
    if (!validate) {
      validate = this.ajv.compile(closed(schema));
      this.compiled.set(key, validate);
    }
    return validate(body) ? null : this.ajv.errorsText(validate.errors);
  }
}

/** Every field of an answer is documented: what the document does not name must not be there. */
function closed(node: Json): Json {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  if (node.$ref) return { $ref: node.$ref.replace(REF, NAME) };
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isSchema = copy.type === 'object' && 'properties' in copy && !('additionalProperties' in copy);
  return isSchema ? { ...copy, additionalProperties: false } : copy;
}
