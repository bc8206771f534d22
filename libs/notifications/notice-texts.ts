import type { Principal } from '#people/principal.js';
import { LANGUAGES, type Language } from '#people/vocabulary.js';
import { appNow, type Tx } from '#platform/database.js';
import { Problem, requireVersion } from '#platform/problem.js';
import { exampleOf } from './examples.js';
import { composeMail } from './mail.js';
import { digest } from './release.js';
import { valuesOf } from './message.js';
import { isNotice } from './notices.js';
import { fill, placesIn, type Template } from './rules/template.js';
import { PLACES, TEXT_NAMES, type Place, type TextName } from './text-names.js';
import { STANDARD_TEXTS } from './texts.js';
import { templateOf, textsInForce } from './texts-in-force.js';

export interface Words {
  title: string;
  body: string;
}

export interface NoticeTextView extends Words {
  name: TextName;
  language: Language;
  /** Whether these are the office's own words. */
  own: boolean;
  places: readonly Place[];
  /** 0 where it was never changed. */
  version: number;
  changedAt: string | null;
  changedBy: string | null;
}

type Row = Omit<NoticeTextView, 'places' | 'own' | 'title' | 'body'> & {
  title: string | null;
  body: string | null;
};

/** The words of every notice in every language, as they are now. */
export async function listNoticeTexts(tx: Tx): Promise<NoticeTextView[]> {
  const rows: Row[] = await tx.query(NEWEST, [null, null]);
  const changed = new Map(rows.map((row) => [`${row.name} ${row.language}`, row]));
  return TEXT_NAMES.flatMap((name) =>
    LANGUAGES.map((language) => viewOf(name, language, changed.get(`${name} ${language}`))),
  );
}

export async function noticeText(tx: Tx, name: TextName, language: Language): Promise<NoticeTextView> {
  const [row]: Row[] = await tx.query(NEWEST, [name, language]);
  return viewOf(name, language, row);
}

const NEWEST = `
select distinct on (t.name, t.language) t.name, t.language, t.version, t.title, t.body, t.changed_at as "changedAt",
  u.name as "changedBy"
from notice_texts t left join users u on u.id = t.changed_by
where ($1::text is null or t.name = $1) and ($2::text is null or t.language = $2)
order by t.name, t.language, t.version desc`;

function viewOf(name: TextName, language: Language, row?: Row): NoticeTextView {
  const standard = STANDARD_TEXTS[language][name];
  return {
    name,
    language,
    title: row?.title ?? standard.title,
    body: row?.body ?? standard.lines.join('\n'),
    own: typeof row?.title === 'string',
    places: PLACES[name],
    version: row?.version ?? 0,
    changedAt: row?.changedAt ?? null,
    changedBy: row?.changedBy ?? null,
  };
}

/** Sets the words of a notice, or without words goes back to the standard. Messages keep the words they were made with. */
export async function setNoticeText(
  tx: Tx,
  by: Principal,
  name: TextName,
  language: Language,
  words: Words | null,
  expected: number | null,
): Promise<NoticeTextView> {
  if (words) refuseUnknownPlaces(name, words);
  await tx.query(`select pg_advisory_xact_lock(hashtext('notice_texts'))`);
  const current = await noticeText(tx, name, language);
  requireVersion(current, expected);
  if (!words && !current.own) return current;
  await tx.query(
    `insert into notice_texts (name, language, version, title, body, changed_by) values ($1, $2, $3, $4, $5, $6)`,
    [name, language, current.version + 1, words?.title ?? null, words?.body ?? null, by.id],
  );
  return noticeText(tx, name, language);
}

/** @throws Problem that names what stands between braces and is no place of this notice */
function refuseUnknownPlaces(name: TextName, words: Words): void {
  const known: readonly string[] = PLACES[name];
  const errors = (['title', 'body'] as const).flatMap((path) => {
    const wrong = placesIn(words[path]).filter((place) => !known.includes(place));
    return wrong.length
      ? [{ path, message: `no_such_place|${wrong.map((place) => `{${place}}`).join(', ')}` }]
      : [];
  });
  if (errors.length) throw new Problem('invalid', {}, { errors });
}

export interface Preview {
  title: string;
  text: string;
  html: string;
}

/** How a mail in these words looks, with an example in its places. */
export async function previewNoticeText(
  tx: Tx,
  name: TextName,
  language: Language,
  words: Words,
  publicUrl: string,
): Promise<Preview> {
  refuseUnknownPlaces(name, words);
  const template: Template = templateOf(words);
  const texts = await textsInForce(tx);
  const reader = { language, publicUrl };
  if (name === 'digest') {
    const entries = (['response.posted', 'request.delivered'] as const).map((one) =>
      exampleEntry(one, texts(one, language), language, publicUrl),
    );
    const desk = { publicUrl, now: await appNow(tx), texts: () => template };
    const { title, body, html } = digest(entries, reader, desk);
    return { title, text: body, html };
  }
  const entry = exampleEntry(name, template, language, publicUrl);
  return { title: entry.title, ...composeMail(entry, reader) };
}

function exampleEntry(name: TextName, template: Template, language: Language, publicUrl: string) {
  const example = exampleOf(language);
  const values =
    name === 'following' || !isNotice(name)
      ? valuesOf('response.posted', example, language, example.department)
      : valuesOf(name, example, language);
  return { ...fill(template, values), link: publicUrl };
}
