/** What people call a value, in their language. */
export type Label = Record<'ko' | 'en', string>;

/** A closed vocabulary as people read it. Pure data: the console shows the same words. */
export type Labels<V extends string> = Readonly<Record<V, Label>>;

/** The Korean words alone, for what is written in Korean only. */
export const korean = <V extends string>(labels: Labels<V>): Record<V, string> =>
  Object.fromEntries(Object.entries<Label>(labels).map(([value, { ko }]) => [value, ko])) as Record<
    V,
    string
  >;
