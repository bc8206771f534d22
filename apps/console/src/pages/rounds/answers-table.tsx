import type { Round } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Fold } from '../../ui/fold.js';
import { Table, type Column } from '../../ui/table.js';
import { STANDING_TONES } from './standing-tones.js';
import { useRoundText } from './text.js';

type Department = Round['departments'][number];
export type Answer = Department['answers'][number];

/** Who has answered what. */
export function AnswersTable({ departments }: { departments: Department[] }) {
  const t = useRoundText();
  const columns: Column<Department>[] = [
    { id: 'department', label: t('department'), heads: true, cell: ({ name }) => name },
    { id: 'answer', label: t('answer'), cell: (row) => <Standing department={row} /> },
    {
      id: 'answered',
      label: t('answered'),
      cell: ({ answers: [newest] }) => newest && <AnsweredBy answer={newest} />,
    },
    {
      id: 'remarks',
      label: t('remarks'),
      wide: true,
      cell: ({ answers: [newest, ...earlier] }) => (
        <div className="stack-tight">
          {newest && <Remarks answer={newest} />}
          {earlier.length > 0 && (
            <Fold title={t('earlier', { count: earlier.length })}>
              {earlier.map((one) => (
                <AnswerInWords key={one.version} answer={one} />
              ))}
            </Fold>
          )}
        </div>
      ),
    },
  ];
  return (
    <Table
      caption={t('answers')}
      columns={columns}
      rows={departments}
      keyOf={({ departmentId }) => departmentId}
    />
  );
}

/** Who is still awaited: of forty names a list is read sooner than a table. They are reminded together, which is said once. */
export function Waiting({ departments }: { departments: Department[] }) {
  const t = useRoundText();
  const format = useFormat();
  const reminded = departments
    .flatMap(({ remindedAt }) => remindedAt ?? [])
    .toSorted()
    .at(-1);
  return (
    <div className="stack">
      {reminded && <p className="small subtle">{t('remindedAt', { at: format.instant(reminded) })}</p>}
      <ul className="round-waiting">
        {departments.map(({ departmentId, name, people }) => (
          <li key={departmentId} className="row">
            {name}
            {people === 0 && <Badge tone="danger">{t('nobody')}</Badge>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ department: { standing, answers } }: { department: Department }) {
  const t = useRoundText();
  const words = useWords();
  const [newest] = answers;
  return (
    <div className="row">
      <Badge tone={STANDING_TONES[standing]}>{words.roundStanding[standing]}</Badge>
      {newest?.late && <Badge tone="danger">{t('late')}</Badge>}
    </div>
  );
}

export function AnsweredBy({ answer: { answeredAt, answeredBy, confirmedBy } }: { answer: Answer }) {
  const t = useRoundText();
  const format = useFormat();
  return (
    <div className="stack-tight">
      <span className="number">{format.instant(answeredAt)}</span>
      <span className="small subtle">
        {[
          confirmedBy && `${t('who')} ${confirmedBy.position} ${confirmedBy.name}`,
          t('enteredBy', { name: answeredBy }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

/** What was said on issues that were known, and besides. */
export function Remarks({ answer: { remarks, note } }: { answer: Answer }) {
  const words = useWords();
  return (
    <>
      {remarks.map(({ issueId, title, stands, text }) => (
        <span key={issueId} className="small">
          <Badge tone={stands === 'otherwise' ? 'warning' : 'neutral'}>{words.remark[stands]}</Badge> {title}
          {text && `: ${text}`}
        </span>
      ))}
      {note && <span className="small">※ {note}</span>}
    </>
  );
}

function AnswerInWords({ answer }: { answer: Answer }) {
  const t = useRoundText();
  const words = useWords();
  return (
    <div className="stack-tight">
      <strong className="small">
        {t('version', { version: answer.version })} · {words.roundStanding[answer.kind]}
      </strong>
      <AnsweredBy answer={answer} />
      {answer.items.map(({ signalId, title }) => (
        <span key={signalId} className="small">
          - {title}
        </span>
      ))}
      <Remarks answer={answer} />
    </div>
  );
}
