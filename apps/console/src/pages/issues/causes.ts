type Values = readonly [unknown, unknown];

/** Their old and new value say it; of words it is enough which. */
const VALUES = ['impact', 'likelihood', 'policyVersion', 'grade', 'proposed'] as const;
const WORDS = ['title', 'summary', 'risks'] as const;

export type CauseOfScore =
  | { what: 'value'; field: (typeof VALUES)[number]; values: Values }
  | { what: 'factor'; name: string; values: Values }
  | { what: 'warning'; rule: string }
  | { what: 'signals'; gained: boolean; count: number }
  | { what: 'words'; field: (typeof WORDS)[number] };

/** What of a record of changes led to another score. */
export function causesOf(changes: object): CauseOfScore[] {
  const list = Object.entries(changes as Record<string, Values>);
  return list.flatMap(([name, values]): CauseOfScore[] => {
    const [from, to] = values;
    const value = VALUES.find((one) => one === name);
    const words = WORDS.find((one) => one === name);
    if (value) return [{ what: 'value', field: value, values }];
    if (words) return [{ what: 'words', field: words }];
    if (name.startsWith('factor.')) return [{ what: 'factor', name: name.slice('factor.'.length), values }];
    if (name === 'warning') return [{ what: 'warning', rule: String(to) }];
    if (name === 'signals')
      return [{ what: 'signals', gained: to !== null, count: [to ?? from].flat().length }];
    return [];
  });
}
