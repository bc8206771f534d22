const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** Of small letters, capitals, digits and signs so many kinds. */
export const kindsOf = (password: string): number => KINDS.filter((kind) => kind.test(password)).length;

/** Shorter names are parts of too many good passwords. */
const LEAST_NAME = 4;

/**
 * Whether it is what others would try first: known from leaks, also with figures or signs around it or written again and again, one
 * and the same letter, or little more than the name of whose it is.
 */
export function looksFamiliar(
  password: string,
  names: readonly string[],
  leaked: ReadonlySet<string>,
): boolean {
  const lower = password.toLowerCase();
  const core = lower.replaceAll(/^[\d\W_]+|[\d\W_]+$/gu, '');
  const once = unitOf(lower);
  const tried = [lower, core, once, unitOf(core)];
  if (new Set(lower).size < 4 || tried.some((one) => one !== '' && leaked.has(one))) return true;
  return names
    .map((name) => name.toLowerCase().replaceAll(/\s/gu, ''))
    .some((name) => name.length >= LEAST_NAME && lower.replaceAll(name, '').length < LEAST_NAME + 2);
}

/** `abcabc` is `abc` written twice. */
function unitOf(text: string): string {
  const place = (text + text).indexOf(text, 1);
  return text.slice(0, place > 0 ? place : text.length);
}
