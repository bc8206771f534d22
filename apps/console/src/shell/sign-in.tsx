import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { setConnection } from '../api/connection.js';
import { queryClient } from '../api/queries.js';
import { chooseLanguage, defineText, useLanguage } from '../text/i18n.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/waiting.js';
import { SSO_REFUSAL_LABELS, type SsoRefusal } from '#people/vocabulary.js';
import { SignInForm } from './sign-in-form.js';
import { SsoLink } from './sso-link.js';
import { useShellText } from './text.js';
import mark from '../haechi.svg';

const useText = defineText('sign-in', {
  ko: {
    title: '로그인',
    lead: '정치·언론·감사·민원에서 잠재 위험을 먼저 찾아 대응합니다.',
    hint: '처음이시면 npm start가 출력한 계정으로 로그인하십시오(.data/accounts.json에도 있습니다).',
    ledger: '이 시스템은 업무 대장입니다. 공식 시행·결재는 전자결재시스템에서 합니다.',
  },
  en: {
    title: 'Sign in',
    lead: 'Finds latent risks in politics, press, audit and complaints, and acts before they break out.',
    hint: 'New here? Use the accounts that npm start printed (also in .data/accounts.json).',
    ledger: 'This is the working ledger; formal acts stay in the e-approval system.',
  },
});

const isRefusal = (code: string | null): code is SsoRefusal =>
  code !== null && Object.hasOwn(SSO_REFUSAL_LABELS, code);

export default function SignIn() {
  const t = useText();
  const shell = useShellText();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const language = useLanguage();
  useEffect(() => {
    document.title = `${t('title')} · ${shell('app')}`;
  }, [t, shell, language]);
  const next = params.get('next') ?? '/';
  const refused = params.get('refused');
  const done = () => {
    queryClient.clear();
    setConnection('online');
    // Never off to another site.
    void navigate(next.startsWith('/') && !next.startsWith('//') ? next : '/', { replace: true });
  };
  return (
    <main className="gate">
      <div className="gate-card">
        <div className="row">
          <img src={mark} width="48" height="48" alt="" />
          <div>
            <h1 className="panel-title">{shell('app')}</h1>
            <p className="small subtle">{shell('haechi')}</p>
          </div>
        </div>
        <p className="subtle">{t('lead')}</p>
        {isRefusal(refused) && <Notice tone="danger">{SSO_REFUSAL_LABELS[refused][language]}</Notice>}
        <SignInForm onDone={done} />
        <SsoLink next={next} />
        <p className="small subtle">{t('hint')}</p>
        <div className="row-apart">
          <p className="small subtle" style={{ flex: 1 }}>
            {t('ledger')}
          </p>
          <Button
            small
            kind="text"
            icon="globe"
            onPress={() => chooseLanguage(language === 'ko' ? 'en' : 'ko')}
          >
            <span lang={language === 'ko' ? 'en' : 'ko'}>{shell('language')}</span>
          </Button>
        </div>
      </div>
    </main>
  );
}
