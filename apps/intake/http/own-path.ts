/** Stands for our own address, whatever that is; no name can be this one. */
const OWN = 'http://own.invalid';

/** Where to go on after signing in: a path of ours, whatever was asked for; home where it was anything else. */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > 2000 || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(asked))
    return '/';
  if (!URL.canParse(asked, OWN)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, OWN);
  // `/.//elsewhere.example` is a path only until its dots are gone.
  return origin === OWN && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
