import { useState } from 'react';
import type { Issue } from '../../api/types.js';
import { choicesOf, useWords } from '../../text/words.js';
import { SwitchField } from '../../ui/choice-field.js';
import { SelectField } from '../../ui/field.js';
import { useJudgementText } from './judgement-text.js';

/** How an issue is responded to: 대응유형, 대응시점, 현안회의 상정. */
export type How = Pick<Issue, 'treatment' | 'mode' | 'agenda'>;

export const HOW_FIELDS = ['treatment', 'mode', 'agenda'] as const;

/** What of it somebody chose, as a decision takes it: only what differs from what stands. */
export function useHow(issue: Issue) {
  const [how, setHow] = useState<How>({
    treatment: issue.treatment,
    mode: issue.mode,
    agenda: issue.agenda,
  });
  const chosen = {
    ...(how.treatment !== issue.treatment && how.treatment !== 'accept' && { treatment: how.treatment }),
    ...(how.mode !== issue.mode && { mode: how.mode }),
    ...(how.agenda !== issue.agenda && { agenda: how.agenda }),
  };
  return { how, setHow, chosen };
}

/** How an accepted risk is treated is the acceptance's, so it is not asked for there. What stands is changed, not taken away. */
export function HowFields({
  stands,
  how,
  onChange,
  errors,
}: {
  stands: How;
  how: How;
  onChange: (how: How) => void;
  errors: Record<string, string | undefined>;
}) {
  const t = useJudgementText();
  const words = useWords();
  return (
    <>
      <div className="form-row">
        {stands.treatment !== 'accept' && (
          <SelectField
            label={t('treatment')}
            choices={choicesOf(words.treatment).filter(({ id }) => id !== 'accept')}
            value={how.treatment}
            onChange={(value) => onChange({ ...how, treatment: value as How['treatment'] })}
            error={errors.treatment}
            optional={stands.treatment === null}
          />
        )}
        <SelectField
          label={t('mode')}
          choices={choicesOf(words.mode)}
          value={how.mode}
          onChange={(value) => onChange({ ...how, mode: value as How['mode'] })}
          error={errors.mode}
          optional={stands.mode === null}
        />
      </div>
      <SwitchField
        label={t('agenda')}
        value={how.agenda}
        onChange={(agenda) => onChange({ ...how, agenda })}
      />
    </>
  );
}
