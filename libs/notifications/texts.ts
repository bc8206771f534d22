import type { Language } from '#people/vocabulary.js';
import type { Template } from './rules/template.js';
import type { TextName } from './text-names.js';
import { TEXTS_EN } from './texts-en.js';
import { TEXTS_KO } from './texts-ko.js';

/** The words of every notice as they come, until an office writes its own. */
export const STANDARD_TEXTS: Readonly<Record<Language, Readonly<Record<TextName, Template>>>> = {
  ko: TEXTS_KO,
  en: TEXTS_EN,
};
