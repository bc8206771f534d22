import type { Language } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import type { Template } from './rules/template.js';
import type { TextName } from './text-names.js';
import { STANDARD_TEXTS } from './texts.js';

export type Texts = (name: TextName, language: Language) => Template;

/** The words that hold now: the office's own where it has some, else the standard ones. */
export async function textsInForce(tx: Tx): Promise<Texts> {
  const rows: { name: TextName; language: Language; title: string; body: string }[] = await tx.query(
    `select * from (select distinct on (name, language) name, language, title, body from notice_texts
       order by name, language, version desc) newest where title is not null`,
  );
  const own = new Map(rows.map((row) => [`${row.name} ${row.language}`, templateOf(row)]));
  return (name, language) => own.get(`${name} ${language}`) ?? STANDARD_TEXTS[language][name];
}

export const templateOf = ({ title, body }: { title: string; body: string }): Template => ({
  title,
  lines: body.split('\n'),
});
