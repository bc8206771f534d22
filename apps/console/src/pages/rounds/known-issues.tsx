import { Link } from 'react-router';
import { REMARKS, type RemarkStand } from '#rounds/vocabulary.js';
import type { Round } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { GradeBadge } from '../../ui/badge.js';
import { SelectField, TextField } from '../../ui/field.js';
import type { RemarkDraft } from './answer-draft.js';
import { useWhen } from './items-table.js';
import { useRoundText } from './text.js';

interface KnownProps {
  issues: NonNullable<Round['expected']>;
  remarks: Record<string, RemarkDraft>;
  onChange: (remarks: Record<string, RemarkDraft>) => void;
  errors: Partial<Record<string, string>>;
}

/** What is expected already, each to be confirmed or corrected with a line. */
export function KnownIssues({ issues, remarks, onChange, errors }: KnownProps) {
  const t = useRoundText();
  const words = useWords();
  const when = useWhen();
  if (!issues.length) return <p className="subtle">{t('knownNone')}</p>;
  const sent = Object.entries(remarks).filter(([, { stands }]) => stands !== null);
  return (
    <div className="stack">
      <p className="small subtle">{t('knownHelp')}</p>
      <ul className="stack round-known">
        {issues.map(({ issueId, number, title, grade, expectedMonth, expectedOn, reason }) => {
          const remark = remarks[issueId] ?? { stands: null, text: '' };
          const set = (part: Partial<RemarkDraft>) =>
            onChange({ ...remarks, [issueId]: { ...remark, ...part } });
          const at = sent.findIndex(([id]) => id === issueId);
          return (
            <li key={issueId} className="stack-tight">
              <span className="row">
                <Link to={`/issues/${issueId}`}>{title}</Link>
                <GradeBadge grade={grade} />
              </span>
              <span className="small subtle">
                {[number, when({ expectedMonth, expectedOn }), reason].filter(Boolean).join(' · ')}
              </span>
              <SelectField
                compact
                label={t('stands', { title })}
                choices={REMARKS.map((id) => ({ id, label: words.remark[id] }))}
                value={remark.stands}
                optional={t('noRemark')}
                onChange={(stands) => set({ stands: stands as RemarkStand | null })}
              />
              {remark.stands === 'otherwise' && (
                <TextField
                  label={t('otherwise', { title })}
                  maxLength={1000}
                  required
                  value={remark.text}
                  onChange={(text) => set({ text })}
                  error={errors[`remarks.${at}.text`]}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
