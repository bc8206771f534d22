import { useEffect } from 'react';
import { actFor, useActingFor } from '../api/acting-for.js';
import { useMe } from '../api/queries.js';
import { defineText } from '../text/i18n.js';
import { useWords } from '../text/words.js';
import { SwitchField } from '../ui/choice-field.js';

const useText = defineText('acting-for', {
  ko: {
    title: '대결·직무대리',
    act: '{{name}}({{position}})을(를) 대신하여 처리',
    help: '켜 두는 동안 처리하는 일은 대신한 것으로 기록됩니다.',
  },
  en: {
    title: 'Deputy',
    act: 'Act for {{name}} ({{position}})',
    help: 'What you do while this is on is on record as done in that name.',
  },
});

/** Whoever stands for somebody says in whose name they act; nothing is there for everybody else. */
export function ActingFor() {
  const t = useText();
  const words = useWords();
  const { standsFor } = useMe();
  const acting = useActingFor();
  const over = acting !== null && !standsFor.some(({ id }) => id === acting);
  useEffect(() => {
    if (over) actFor(null);
  }, [over]);
  if (!standsFor.length) return null;
  return (
    <div className="banner" role="group" aria-label={t('title')}>
      {standsFor.map(({ id, name, position }) => (
        <SwitchField
          key={id}
          label={t('act', { name, position: words.position[position] })}
          help={t('help')}
          value={acting === id}
          onChange={(on) => actFor(on ? id : null)}
        />
      ))}
    </div>
  );
}
