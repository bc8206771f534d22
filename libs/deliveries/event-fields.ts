/** One field of an event: what it accepts, by JSON Schema, and an example. */
export interface Field<T> {
  schema: object;
  example: T;
  optional?: true;
  /** Never set: makes a field of too few or too many values an error of types. */
  takes?: (value: T) => void;
}

/** The fields of a payload, each of its very type. */
export type Fields<P extends object> = {
  [K in keyof P]-?: undefined extends P[K]
    ? Field<Exclude<P[K], undefined>> & { optional: true }
    : Field<P[K]>;
};

export const id: Field<string> = {
  schema: { type: 'string', format: 'uuid' },
  example: '01938c5e-7d4a-7c31-9f0e-3b6a52d1e8f7',
};
export const month: Field<string> = {
  schema: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
  example: '2026-12',
};
export const day: Field<string> = { schema: { type: 'string', format: 'date' }, example: '2026-11-23' };
export const instant: Field<string> = {
  schema: { type: 'string', format: 'date-time' },
  example: '2026-11-23T09:00:00.000Z',
};
/** After a day, or before it. */
export const workingDays: Field<number> = { schema: { type: 'integer' }, example: 1 };
export const name = (example: string): Field<string> => ({ schema: { type: 'string' }, example });
export const whole: Field<number> = { schema: { type: 'integer', minimum: 1 }, example: 1 };
export const oneOf = <const V extends readonly [string, ...string[]]>(values: V): Field<V[number]> => ({
  schema: { type: 'string', enum: [...values] },
  example: values[0],
});
/** Said or left out. */
export const always: Field<true> = { schema: { const: true }, example: true };
export const listOf = <T>({ schema, example }: Field<T>): Field<T[]> => ({
  schema: { type: 'array', items: schema },
  example: [example],
});
export const orNull = <T>({ schema, example }: Field<T>): Field<T | null> => ({
  schema: { anyOf: [schema, { type: 'null' }] },
  example,
});
export const optional = <T>(field: Field<T>): Field<T> & { optional: true } => ({ ...field, optional: true });
