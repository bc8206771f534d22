/** Control and invisible characters, lone surrogates, variation selectors: nothing a report means to say. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\uFE00-\uFE0F]/gu;

/**
 * The same value with every string in it fit for print: one line, composed Hangul (macOS hands over decomposed),
 * no control characters. What text says is left alone.
 */
export function plainText<T>(value: T): T {
  if (typeof value === 'string') {
    return value.replaceAll(/\s+/gu, ' ').replaceAll(UNPRINTABLE, '').normalize('NFC').trim() as T;
  }
  if (Array.isArray(value)) return value.map((entry: unknown) => plainText(entry)) as T;
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, plainText(entry as unknown)]),
    ) as T;
  }
  return value;
}
