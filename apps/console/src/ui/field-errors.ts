import { useState } from 'react';
import { fieldErrors } from '../api/problem.js';

/**
 * What was refused, by field, until that field is changed: what is right again is no longer called wrong.
 * @param values what stands in the fields, by the same names
 */
export function useFieldErrors(error: unknown, fields: readonly string[], values: object) {
  const [refused, setRefused] = useState({ error, values });
  if (refused.error !== error) setRefused({ error, values });
  const { byField, rest } = fieldErrors(error, fields);
  const stillThere = ([path]: [string, string]) => {
    const field = path.split('.')[0] as keyof typeof values;
    return refused.error !== error || values[field] === refused.values[field];
  };
  return { byField: Object.fromEntries(Object.entries(byField).filter(stillThere)), rest };
}
