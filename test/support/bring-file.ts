import type { Answer, Api, Json } from './api.js';
import type { File } from './upload.js';

/** Uploads a file as a browser does. */
export async function bring(
  by: Api,
  { name, bytes }: File,
  { replaces, headers = {} }: { replaces?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const form = new FormData();
  if (replaces) form.append('replaces', replaces);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const response = await fetch(`${by.url}/api/v1/files`, {
    method: 'POST',
    headers: { cookie: by.cookie, ...headers },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** What must be taken. */
export async function brought(by: Api, file: File, replaces?: string): Promise<Json> {
  const { status, body } = await bring(by, file, replaces ? { replaces } : {});
  if (status > 201) throw new Error(`${file.name}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** The bytes of a file with all that a browser is told of them. */
export async function content(
  by: Api,
  id: string,
  query = '',
): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const response = await fetch(`${by.url}/api/v1/files/${id}/content${query}`, {
    headers: { cookie: by.cookie },
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
