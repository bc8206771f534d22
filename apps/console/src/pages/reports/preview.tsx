import { BASE } from '../../api/call.js';
import type { Report } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { Button, LinkButton } from '../../ui/button.js';
import { useDownload } from '../../ui/download.js';
import { SelectField } from '../../ui/field.js';
import { Panel } from '../../ui/panel.js';
import { fileOf, formatsOf, newestOf, useEditionName } from './editions.js';
import { useReportText } from './text.js';

/** The report as its readers see it: the newest edition, or the one the address names. */
export function Preview({ report }: { report: Report }) {
  const t = useReportText();
  const format = useFormat();
  const nameOf = useEditionName();
  const { get, set } = useAddress();
  const download = useDownload();
  const { month, editions } = report;
  const shown = editions.find(({ number }) => String(number) === get('edition')) ?? newestOf(report);
  if (!shown) return null;
  const html = BASE + fileOf(month, shown.number, 'html');
  // What is a page only the PDF knows; a browser that shows none, as on phones, shows the report in one piece.
  const canShowPages = navigator.pdfViewerEnabled && formatsOf(shown).includes('pdf');
  const asPages = canShowPages && get('view') !== 'whole';
  const pages = shown.pages === null ? [] : [t('pages', { count: shown.pages })];
  return (
    <Panel
      title={t('preview')}
      aside={[nameOf(shown), ...pages].join(' · ')}
      actions={
        <>
          {editions.length > 1 && (
            <SelectField
              label={t('choose')}
              compact
              choices={editions
                .toReversed()
                .map((edition) => ({ id: String(edition.number), label: nameOf(edition) }))}
              value={String(shown.number)}
              onChange={(edition) => set({ edition }, { replace: true })}
            />
          )}
          {canShowPages && (
            <SelectField
              label={t('view')}
              compact
              choices={[
                { id: 'pages', label: t('view.pages') },
                { id: 'whole', label: t('view.whole') },
              ]}
              value={asPages ? 'pages' : 'whole'}
              onChange={(view) => set({ view: view === 'whole' ? view : null }, { replace: true })}
            />
          )}
          <LinkButton icon="external" href={html} target="_blank">
            {t('newTab')}
          </LinkButton>
          {formatsOf(shown)
            .filter((one) => one === 'pdf' || one === 'hwpx')
            .map((one) => (
              <Button key={one} icon="download" onPress={() => download(fileOf(month, shown.number, one))}>
                {t('download', { format: t(one) })}
              </Button>
            ))}
        </>
      }
    >
      <div className="report-preview">
        {/* Loaded anew when its bytes are other ones. Nothing in the page may run; readers of PDF start in no sandbox. */}
        <iframe
          key={`${String(shown.checksums.html)} ${asPages ? 1 : 0}`}
          {...(asPages
            ? { src: `${BASE}${fileOf(month, shown.number, 'pdf')}?shown=true#view=FitH` }
            : { sandbox: '', src: html })}
          title={t('previewOf', { month: format.month(month), edition: nameOf(shown) })}
        />
      </div>
    </Panel>
  );
}
