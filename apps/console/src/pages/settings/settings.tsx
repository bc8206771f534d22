import { Link } from 'react-router';
import { useMay, useMe } from '../../api/queries.js';
import { LANGUAGES, chooseLanguage, useLanguage } from '../../text/i18n.js';
import { useWords } from '../../text/words.js';
import { chooseTheme, useThemeChoice } from '../../shell/theme.js';
import { RadioField } from '../../ui/choice-field.js';
import { Icon } from '../../ui/icon.js';
import { Page } from '../../ui/page.js';
import { Facts, Panel } from '../../ui/panel.js';
import { Keyboard } from './keyboard.js';
import { SecondFactor } from './second-factor.js';
import { Security } from './security.js';
import { Session } from './session-panel.js';
import { Tokens } from './tokens.js';
import { useSettingsText } from './text.js';

const LANGUAGE_NAMES = { ko: '한국어', en: 'English' };

/** 환경설정: who I am here, and how I like it on this device. */
export default function Settings() {
  const t = useSettingsText();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <div className="columns">
        <div className="page">
          <Account />
          <Session />
          <Security />
          <SecondFactor />
          <Tokens />
          <Screen />
          <Docs />
        </div>
        <Keyboard />
      </div>
    </Page>
  );
}

function Account() {
  const t = useSettingsText();
  const words = useWords();
  const may = useMay();
  const { name, email, role, position, departmentId, departmentName, language } = useMe();
  const department =
    departmentId && may('GET /departments') ? (
      <Link to={`/departments/${departmentId}`}>{departmentName}</Link>
    ) : (
      departmentName
    );
  return (
    <Panel title={t('account')}>
      <Facts
        facts={[
          [t('name'), name],
          [t('email'), email],
          [t('role'), words.role[role]],
          [t('position'), words.position[position]],
          [t('department'), department],
          [t('messages'), LANGUAGE_NAMES[language]],
        ]}
      />
      <p className="small subtle">{t('accountWhy')}</p>
      <p>
        <Link to="/settings/notifications">{t('notifications')}</Link>
      </p>
    </Panel>
  );
}

function Screen() {
  const t = useSettingsText();
  const language = useLanguage();
  const theme = useThemeChoice();
  return (
    <Panel title={t('screen')}>
      <p className="small subtle">{t('screenWhy')}</p>
      <RadioField
        label={t('language')}
        name="language"
        choices={LANGUAGES.map((id) => ({ id, label: LANGUAGE_NAMES[id] }))}
        value={language}
        onChange={(chosen) => chooseLanguage(chosen === 'en' ? 'en' : 'ko')}
      />
      <RadioField
        label={t('theme')}
        name="theme"
        choices={[
          { id: 'system', label: t('likeSystem') },
          { id: 'light', label: t('light') },
          { id: 'dark', label: t('dark') },
        ]}
        value={theme}
        onChange={(chosen) => chooseTheme(chosen as typeof theme)}
      />
    </Panel>
  );
}

function Docs() {
  const t = useSettingsText();
  return (
    <Panel title={t('system')}>
      <p className="small subtle">{t('systemWhy')}</p>
      <p>
        <a href="/api/docs" target="_blank" rel="noreferrer" className="row">
          {t('docs')} <Icon name="external" size={16} />
        </a>
      </p>
    </Panel>
  );
}
