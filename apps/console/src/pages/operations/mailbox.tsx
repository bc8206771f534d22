import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../api/queries.js';
import { ApiProblem, problemOf } from '../../api/problem.js';
import { useFormat } from '../../text/format.js';
import { useAddress } from '../../ui/address.js';
import { LinkButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Panel } from '../../ui/panel.js';
import { Empty, Loaded } from '../../ui/waiting.js';
import { useOperationsText } from './text.js';
import './operations.css';

interface Mail {
  id: string;
  /** 안전총괄실 담당 <department@haechi.local> */
  to: string;
  title: string;
  at: string;
}

/** Mail is written by the notifier, of which the live stream does not tell. */
const LOOK_MS = 10_000;

/** Lies beside the API: an installation with a mail server has none. */
async function readMails(signal: AbortSignal): Promise<Mail[]> {
  const response = await fetch('/dev/mail.json', { signal });
  if (!response.ok) throw await problemOf(response);
  return ((await response.json()) as { items: Mail[] }).items;
}

export default function Mailbox() {
  const t = useOperationsText();
  const mails = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => readMails(signal),
    refetchInterval: ({ state }) => (state.error ? false : LOOK_MS),
  });
  const isAway = mails.error instanceof ApiProblem && mails.error.status === 404;
  return (
    <Page title={t('mailbox')} lead={t('mailboxLead')}>
      {isAway ? <NoMailbox /> : <Loaded of={mails}>{(items) => <Mails mails={items} />}</Loaded>}
    </Page>
  );
}

function NoMailbox() {
  const t = useOperationsText();
  const may = useMay();
  return (
    <Panel title={t('mails')}>
      <Empty
        title={t('noMailbox')}
        action={may('GET /deliveries') && <LinkButton href="/deliveries">{t('toDeliveries')}</LinkButton>}
      >
        {t('noMailboxWhy')}
      </Empty>
    </Panel>
  );
}

function Mails({ mails }: { mails: Mail[] }) {
  const t = useOperationsText();
  const { get, set } = useAddress();
  const shown = mails.find(({ id }) => id === get('mail')) ?? mails[0];
  if (!shown)
    return (
      <Panel title={t('mails')}>
        <Empty title={t('noMails')}>{t('noMailsWhy')}</Empty>
      </Panel>
    );
  return (
    <div className="mailbox">
      <Panel title={t('mails')} aside={mails.length}>
        <ul className="mail-list">
          {mails.map((mail) => (
            <MailRow
              key={mail.id}
              mail={mail}
              isShown={mail === shown}
              onShow={() => set({ mail: mail.id }, { replace: true })}
            />
          ))}
        </ul>
      </Panel>
      <Panel
        title={t('mail')}
        actions={
          <LinkButton small icon="external" href={`/dev/mail/${shown.id}`} target="_blank">
            {t('newTab')}
          </LinkButton>
        }
      >
        <p className="small subtle">
          {t('to')}: {shown.to}
        </p>
        <iframe
          key={shown.id}
          className="mail"
          sandbox=""
          src={`/dev/mail/${shown.id}`}
          title={t('mailOf', { title: shown.title })}
        />
      </Panel>
    </div>
  );
}

function MailRow({ mail, isShown, onShow }: { mail: Mail; isShown: boolean; onShow: () => void }) {
  const format = useFormat();
  const [name] = mail.to.split(' <');
  return (
    <li>
      <button type="button" className="mail-row" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
        <span className="mail-title">{mail.title}</span>
        <span className="small subtle">
          {name} · {format.instant(mail.at)}
        </span>
      </button>
    </li>
  );
}
