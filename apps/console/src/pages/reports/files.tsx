import { BASE } from '../../api/call.js';
import { useDownload } from '../../ui/download.js';
import { Icon } from '../../ui/icon.js';
import { fileOf, formatsOf, useEditionName, type Edition } from './editions.js';
import { useReportText } from './text.js';

/** One edition as files, each named for whoever hears but does not see the row. */
export function Files({ month, edition }: { month: string; edition: Edition }) {
  const t = useReportText();
  const nameOf = useEditionName();
  const download = useDownload();
  return (
    <div className="row report-files">
      {formatsOf(edition).map((format) => (
        <a
          key={format}
          className="report-file"
          href={BASE + fileOf(month, edition.number, format)}
          onClick={(event) => {
            event.preventDefault();
            download(fileOf(month, edition.number, format));
          }}
          aria-label={t('fileOf', { edition: nameOf(edition), format: t(format) })}
        >
          <Icon name="download" size={16} />
          {t(format)}
        </a>
      ))}
    </div>
  );
}
