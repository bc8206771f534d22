import { useId, useState } from 'react';
import { Link } from 'react-router';
import type { Notice } from '../../api/types.js';
import { useFormat } from '../../text/format.js';
import { useWords } from '../../text/words.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { linkOf } from './notice-link.js';
import { useInboxText } from './text.js';

/** A notice: opening it, or what it is about, reads it. */
export function NoticeItem({
  notice,
  onRead,
  onUnread,
}: {
  notice: Notice;
  onRead: () => void;
  onUnread: () => void;
}) {
  const t = useInboxText();
  const format = useFormat();
  const words = useWords();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const unread = notice.readAt === null;
  const read = () => {
    if (unread) onRead();
  };
  return (
    <li className={unread ? 'notice-item notice-unread' : 'notice-item'}>
      <h3 className="notice-head">
        <button
          type="button"
          className="notice-open"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => {
            setOpen(!isOpen);
            read();
          }}
        >
          {unread && (
            <span className="notice-dot">
              <span className="sr-only">{t('unreadMark')}</span>
            </span>
          )}
          <span className="notice-title">{notice.title}</span>
          <Icon name={isOpen ? 'up' : 'down'} size={16} />
        </button>
      </h3>
      <p id={id} className={isOpen ? 'notice-body prewrap' : 'notice-body notice-folded'}>
        {notice.body}
      </p>
      <div className="notice-foot">
        <time className="small subtle" dateTime={notice.createdAt} title={format.instant(notice.createdAt)}>
          {format.instant(notice.createdAt)} · {format.distance(notice.createdAt)}
        </time>
        <Target notice={notice} onFollow={read} />
        <span className="small subtle">{words.notice[notice.kind]}</span>
        {unread ? (
          <Button small kind="text" icon="check" aria-label={`${t('read')}: ${notice.title}`} onPress={read}>
            {t('read')}
          </Button>
        ) : (
          <Button small kind="text" aria-label={`${t('unreadAgain')}: ${notice.title}`} onPress={onUnread}>
            {t('unreadAgain')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Target({ notice, onFollow }: { notice: Notice; onFollow: () => void }) {
  const t = useInboxText();
  const link = linkOf(notice);
  if (!link) return null;
  const label = `${t(link.label)}: ${notice.title}`;
  return link.isPage ? (
    <Link className="small" to={link.to} onClick={onFollow} aria-label={label}>
      {t(link.label)}
    </Link>
  ) : (
    <a
      className="small"
      href={link.to}
      target="_blank"
      rel="noreferrer"
      onClick={onFollow}
      aria-label={label}
    >
      {t(link.label)} <Icon name="external" size={14} />
    </a>
  );
}
