import { useEffect, useState } from 'react';
import { call } from '../api/call.js';
import { connectionState, setConnection, useConnection } from '../api/connection.js';
import { draftKeys } from '../api/draft-key.js';
import { keyOf, ME, queryClient, useMe } from '../api/queries.js';
import type { Me } from '../api/types.js';
import { defineText } from '../text/i18n.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { toast } from '../ui/toast.js';
import { SignInForm } from './sign-in-form.js';
import { leave, leaving, signOut } from './sign-out.js';
import { SsoLink } from './sso-link.js';

const useText = defineText('session', {
  ko: {
    endingTitle: '곧 로그아웃됩니다',
    ending:
      '{{left}} 뒤에 로그인이 끝납니다. 계속 사용하시려면 연장해 주십시오. 작성 중인 내용은 보관됩니다.',
    extend: '연장',
    signOut: '로그아웃',
    endedTitle: '다시 로그인해 주십시오',
    ended:
      '로그인 시간이 끝났습니다. 로그인하면 하던 일을 이어서 처리합니다. 작성 중인 내용은 그대로 있습니다.',
    minutes: '{{m}}분 {{s}}초',
    leavingTitle: '작성 중인 내용이 있습니다',
    leaving: '등록하지 않은 내용 {{n}}건이 이 기기에 보관되어 있습니다. 로그아웃하면 지워집니다.',
    leave: '지우고 로그아웃',
    back: '돌아가기',
  },
  en: {
    endingTitle: 'You will be signed out soon',
    ending: 'Your session ends in {{left}}. Extend it to go on; what you are writing is kept.',
    extend: 'Extend',
    signOut: 'Sign out',
    endedTitle: 'Please sign in again',
    ended: 'Your session has ended. Sign in, and what you were doing goes on. Nothing you wrote is lost.',
    minutes: '{{m}} min {{s}} s',
    leavingTitle: 'There is something you have not sent',
    leaving: 'Texts kept on this device and not sent yet: {{n}}. Signing out removes them.',
    leave: 'Remove and sign out',
    back: 'Go back',
  },
});

/** Warned this long before the end. */
const WARNING_MS = 5 * 60_000;

/** Warns before the session ends, and lets whoever it ended for go on where they were. */
export function SessionGuard() {
  const signedOut = useConnection() === 'signed-out';
  useSamePerson();
  const isLeaving = leaving.use();
  if (signedOut) return <Ended />;
  return isLeaving ? <Leaving /> : <Ending />;
}

const stay = () => leaving.set(false);

function Leaving() {
  const t = useText();
  return (
    <Dialog title={t('leavingTitle')} isOpen onClose={stay} alert>
      <div className="stack">
        <p>{t('leaving', { n: draftKeys().length })}</p>
        <div className="dialog-actions">
          <Button onPress={() => void leave()}>{t('leave')}</Button>
          <Button kind="primary" onPress={stay} autoFocus>
            {t('back')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/**
 * All tabs share one session. Whoever comes back to this one may have signed in again in another, and then goes on; when it
 * was somebody else who did, nothing of this person is sent in that name: the page begins anew.
 */
function useSamePerson(): void {
  const { id } = useMe();
  useEffect(() => {
    const look = async () => {
      const now = await call<Me>('GET', ME, { anonymous: true }).catch(() => null);
      if (!now) return;
      if (now.id !== id) location.assign('/');
      else if (connectionState() === 'signed-out') goOn();
    };
    const onFocus = () => void look();
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, [id]);
}

function goOn(): void {
  setConnection('online');
  void queryClient.invalidateQueries();
}

function Ended() {
  const t = useText();
  const me = useMe();
  const title = t('endedTitle');
  // The page's own title tells of what stands there.
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => void (document.title = before);
  }, [title]);
  return (
    <Dialog title={title} isOpen onClose={() => undefined} alert forced>
      <div className="stack">
        <p>{t('ended')}</p>
        <SignInForm email={me.email} onDone={goOn} />
        <SsoLink next="/" newTab />
      </div>
    </Dialog>
  );
}

function Ending() {
  const t = useText();
  const { sessionExpiresAt } = useMe();
  const left = useCountdown(Date.parse(sessionExpiresAt));
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (left !== null && left <= 0) setConnection('signed-out');
  }, [left]);
  const extend = async () => {
    setBusy(true);
    try {
      queryClient.setQueryData(keyOf(ME), await call<Me>('POST', '/sessions/current/extension'));
    } catch (error) {
      toast((error as Error).message, { tone: 'danger' });
    } finally {
      setBusy(false);
    }
  };
  const seconds = Math.max(0, Math.round((left ?? 0) / 1000));
  return (
    <Dialog title={t('endingTitle')} isOpen={left !== null && left > 0} onClose={() => void extend()} alert>
      <div className="stack">
        <p>{t('ending', { left: t('minutes', { m: Math.floor(seconds / 60), s: seconds % 60 }) })}</p>
        <div className="dialog-actions">
          <Button onPress={() => void signOut()}>{t('signOut')}</Button>
          <Button kind="primary" isPending={busy} onPress={() => void extend()} autoFocus>
            {t('extend')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Milliseconds left once the warning is due, null before. */
function useCountdown(end: number): number | null {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    // Timers take at most 24 days, and a computer may sleep: look once a minute, then every second.
    const wait = Math.min(60_000, Math.max(1000, end - WARNING_MS - Date.now()));
    const timer = setTimeout(() => setNow(Date.now()), wait);
    return () => clearTimeout(timer);
  }, [end, now]);
  if (Number.isNaN(end)) return null;
  return end - now <= WARNING_MS ? end - now : null;
}
