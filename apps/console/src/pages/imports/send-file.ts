import { call } from '../../api/call.js';
import type { Import } from '../../api/types.js';

export interface Chosen {
  file: File;
  kind: Import['kind'];
}

/** Files that were only looked through so far, by their import: to be imported without being chosen again. */
const checked = new Map<string, Chosen>();

export const checkedFile = (id: string): Chosen | undefined => checked.get(id);

/** Sends a file, to be looked through only or to be imported. */
export async function sendFile({ file, kind }: Chosen, dryRun: boolean): Promise<Import> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('dryRun', String(dryRun));
  form.append('file', file);
  const sent = await call<Import>('POST', '/imports', { body: form });
  if (dryRun) checked.set(sent.id, { file, kind });
  return sent;
}
