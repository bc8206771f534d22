import type { Report } from '../../api/types.js';
import { useWords } from '../../text/words.js';
import { Badge } from '../../ui/badge.js';
import { Table, type Column } from '../../ui/table.js';
import { Checksum } from './checksum.js';
import { EDITION_TONES, formatsOf, useEditionName, type Edition } from './editions.js';
import { Files } from './files.js';
import { Instant } from '../../ui/instant.js';
import { useReportText } from './text.js';

/** Every edition of the month, the newest first. */
export function EditionTable({ report }: { report: Report }) {
  const t = useReportText();
  const words = useWords();
  const nameOf = useEditionName();
  const columns: Column<Edition>[] = [
    {
      id: 'edition',
      label: t('edition'),
      heads: true,
      cell: (edition) => nameOf(edition),
    },
    {
      id: 'state',
      label: t('state'),
      cell: ({ state }) => (
        <span className="edition-state">
          <Badge tone={EDITION_TONES[state]}>{words.edition[state]}</Badge>
        </span>
      ),
    },
    { id: 'compiledAt', label: t('compiledAt'), cell: ({ compiledAt }) => <Instant at={compiledAt} /> },
    {
      id: 'issuedAt',
      label: t('issuedAt'),
      cell: ({ issuedAt, issuedBy, approval }) => (
        <div className="stack-tight">
          <Instant at={issuedAt} />
          {issuedBy && <span className="small subtle">{issuedBy}</span>}
          {approval && (
            <span className="small subtle">
              {[words.position[approval.position], approval.name, approval.docNo].filter(Boolean).join(' ')}
            </span>
          )}
        </div>
      ),
    },
    { id: 'sentAt', label: t('sentAt'), cell: ({ sentAt }) => <Instant at={sentAt} /> },
    {
      id: 'file',
      label: t('file'),
      cell: (edition) => <Files month={report.month} edition={edition} />,
    },
    { id: 'checksum', label: t('checksum'), cell: (edition) => <Checksums edition={edition} /> },
  ];
  return (
    <Table
      caption={t('editionsCaption')}
      columns={columns}
      rows={report.editions.toReversed()}
      keyOf={({ number }) => String(number)}
    />
  );
}

function Checksums({ edition }: { edition: Edition }) {
  const t = useReportText();
  return (
    <div>
      {formatsOf(edition).map((format) => (
        <Checksum key={format} format={t(format)} value={String(edition.checksums[format])} />
      ))}
    </div>
  );
}
