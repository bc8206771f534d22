/** What a template may take from the request it answers, by the names people write. */
export const TEMPLATE_PLACES = {
  number: ['이슈번호', 'number'],
  issue: ['이슈명', 'issue'],
  grade: ['중요도', 'grade'],
  department: ['부서', 'department'],
  request: ['요청사항', 'request'],
  due: ['회신기한', 'due'],
  today: ['오늘', 'today'],
} as const;
export type TemplatePlace = keyof typeof TEMPLATE_PLACES;
export type TemplateValues = Record<TemplatePlace, string>;

const PLACE = /\{([^{}\n]{1,20})\}/g;
const BY_NAME = new Map(
  Object.entries(TEMPLATE_PLACES).flatMap(([place, names]) =>
    names.map((name) => [name as string, place as TemplatePlace]),
  ),
);

/** The text with what is known in its places; what has no value is left for the writer to see. */
export const fillTemplate = (text: string, values: TemplateValues): string =>
  text.replaceAll(PLACE, (whole, name: string) => {
    const place = BY_NAME.get(name.trim());
    return (place && values[place]) || whole;
  });

/** Places that nothing is known for: a slip of the pen, most likely. */
export const unknownPlaces = (text: string): string[] =>
  [...new Set(Array.from(text.matchAll(PLACE), ([, name]) => name!.trim()))].filter(
    (name) => !BY_NAME.has(name),
  );
