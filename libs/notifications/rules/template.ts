/** The words of a notice. In each line `{name}` is replaced by what it stands for; a line with nothing to put in is left out. */
export interface Template {
  title: string;
  lines: readonly string[];
}

export type Values = Readonly<Record<string, string | null>>;

export interface Message {
  title: string;
  lines: string[];
}

// `{?name}` prints nothing: its line stands only where there is such a thing.
const PLACE = /\{(\??)([^{}\n]*)\}/gu;

/** The names between braces, each once. */
export const placesIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(PLACE), ([, , name]) => name!.trim())),
];

/** A template with its values in their places. Values are put in as they are: what is between braces in them stays so. */
export function fill({ title, lines }: Template, values: Values): Message {
  return {
    title: put(title, values).replaceAll(/\s+/gu, ' ').trim(),
    lines: lines
      .filter((line) => placesIn(line).every((name) => values[name]))
      .flatMap((line) => put(line, values).split('\n')),
  };
}

const put = (text: string, values: Values): string =>
  text.replaceAll(PLACE, (_, silent: string, name: string) => (silent ? '' : (values[name.trim()] ?? '')));
