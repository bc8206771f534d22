import { useRead } from '../api/queries.js';
import type { components } from '../api/schema.js';
import { defineText } from '../text/i18n.js';
import { Icon } from '../ui/icon.js';

const useText = defineText('sso-link', {
  ko: { sso: '통합 로그인(SSO)', newTab: '통합 로그인(새 탭에서 로그인한 뒤 돌아오십시오)' },
  en: { sso: 'Single sign-on', newTab: 'Single sign-on (in a new tab; then come back here)' },
});

interface SsoLinkProps {
  /** Where to go on afterwards. */
  next: string;
  /** What is on this page is to stay. */
  newTab?: boolean;
}

/** To the organisation's identity provider, where there is one. */
export function SsoLink({ next, newTab = false }: SsoLinkProps) {
  const t = useText();
  const { data } = useRead<components['schemas']['WaysAnswer']>('/sign-in');
  if (!data?.sso) return null;
  return (
    <a
      className="button button-secondary"
      href={`/api/v1/sign-in/oidc?next=${encodeURIComponent(next)}`}
      {...(newTab && { target: '_blank', rel: 'noreferrer' })}
    >
      {t(newTab ? 'newTab' : 'sso')} {newTab && <Icon name="external" size={16} />}
    </a>
  );
}
