import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export const LANGUAGES = ['ko', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const STORED = 'haechi:language';

function firstLanguage(): Language {
  const chosen = localStorage.getItem(STORED);
  if (chosen === 'ko' || chosen === 'en') return chosen;
  return navigator.language.startsWith('en') ? 'en' : 'ko';
}

await i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'ko',
  keySeparator: false,
  nsSeparator: false,
  // React escapes what it renders.
  interpolation: { escapeValue: false },
});

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'ko');

export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  void i18next.changeLanguage(language);
}

/** Tells the document, for screen readers and hyphenation, whenever the language changes. */
export function followLanguage(): void {
  i18next.on('languageChanged', tellDocument);
  tellDocument();
}
function tellDocument(): void {
  document.documentElement.lang = currentLanguage();
}

export function useLanguage(): Language {
  useTranslation();
  return currentLanguage();
}

type Texts = Record<string, string>;
type Say<T extends Texts> = (key: keyof T & string, values?: Record<string, string | number>) => string;

/**
 * The texts of one part of the console, in both languages; a key that one of them lacks does not compile.
 * @returns a hook for components; `say` for what is outside of them
 */
export function defineText<T extends Texts>(name: string, texts: { ko: T; en: { [K in keyof T]: string } }) {
  for (const language of LANGUAGES) i18next.addResourceBundle(language, name, texts[language]);
  const say: Say<T> = (key, values) => i18next.t(key, { ns: name, ...values });
  const useText = (): Say<T> => {
    // Renders anew when the language changes.
    useTranslation(name);
    return say;
  };
  return Object.assign(useText, { say });
}
