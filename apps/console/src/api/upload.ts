import { FILES } from '#config/files.js';
import { useCallback, useEffect, useRef, useState } from 'react';
import { currentLanguage, defineText } from '../text/i18n.js';
import { BASE, newKey } from './call.js';
import { signedInAgain } from './connection.js';
import { problemOf, Unreachable } from './problem.js';
import type { FileVersion } from './types.js';

const text = defineText('upload', {
  ko: { away: '전송이 끊겼습니다.', many: '한 번에 {{most}}개까지 붙일 수 있습니다.' },
  en: { away: 'The transfer broke off.', many: 'At most {{most}} files can be attached.' },
});

/** A file on its way, or one that was refused. */
export interface Sending {
  key: string;
  file: File;
  /** Of 1; null: refused. */
  part: number | null;
  error: string | null;
}

/**
 * Sends a file and says how far it is: `fetch` cannot tell. @throws ApiProblem what the API refused · Unreachable
 */
async function send(
  file: File,
  replaces: string | undefined,
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<FileVersion> {
  const form = new FormData();
  if (replaces) form.append('replaces', replaces);
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  const response = await new Promise<Response>((resolve, reject) => {
    request.open('POST', `${BASE}/files`);
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.addEventListener('progress', ({ loaded, total }) => onPart(total ? loaded / total : 0));
    request.addEventListener('load', () =>
      resolve(new Response(request.responseText || null, { status: request.status })),
    );
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => reject(new Unreachable(text.say('away'))));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
  if (response.status === 401) {
    await signedInAgain();
    return send(file, replaces, onPart, signal);
  }
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as FileVersion;
}

const tooMany = (file: File): Sending => ({
  key: newKey(),
  file,
  part: null,
  error: text.say('many', { most: FILES.most }),
});

/** What is being sent, each by itself: one that is refused holds up no other. */
export function useUploads(onDone: (file: FileVersion) => void) {
  const [list, setList] = useState<Sending[]>([]);
  const leaving = useRef(new Map<string, AbortController>());
  const done = useRef(onDone);
  useEffect(() => void (done.current = onDone));
  useEffect(() => {
    const open = leaving.current;
    return () => open.forEach((one) => one.abort());
  }, []);

  const change = (key: string, part: Partial<Sending>) =>
    setList((before) => before.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const remove = useCallback((key: string) => {
    leaving.current.get(key)?.abort();
    setList((before) => before.filter((one) => one.key !== key));
  }, []);

  const start = (file: File, replaces?: string) => {
    const key = newKey();
    const leave = new AbortController();
    leaving.current.set(key, leave);
    setList((before) => [...before, { key, file, part: 0, error: null }]);
    void send(file, replaces, (part) => change(key, { part }), leave.signal)
      .then((sent) => {
        done.current(sent);
        setList((before) => before.filter((one) => one.key !== key));
      })
      .catch((error: Error & { errors?: { message: string }[] }) =>
        change(key, { part: null, error: error.errors?.[0]?.message ?? error.message }),
      )
      .finally(() => leaving.current.delete(key));
  };

  return {
    list,
    busy: list.some(({ part }) => part !== null),
    remove,
    /** @param taken how many are there already */
    add: (files: File[], taken = 0) => {
      const room = FILES.most - taken - list.filter(({ part }) => part !== null).length;
      for (const [n, file] of files.entries()) {
        if (n < room) start(file);
        else setList((before) => [...before, tooMany(file)]);
      }
    },
    replace: (file: File, replaces: string) => start(file, replaces),
  };
}
export type Uploads = ReturnType<typeof useUploads>;
