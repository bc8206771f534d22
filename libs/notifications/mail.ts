import type { Language } from '#people/vocabulary.js';
import type { Message } from './rules/template.js';

const WORDS = {
  ko: {
    open: '시정 리스크 관리에서 열기',
    short: '열기',
    foot: '※ 이 메일은 시정 리스크 관리에서 자동으로 보냈습니다. 공식 문서의 시행은 전자결재를 따릅니다.',
    settings: '알림 받는 방법 바꾸기',
    cut: '※ 메일에 담을 수 있는 데까지 실었습니다. 전문은 위 링크에서 볼 수 있습니다.',
  },
  en: {
    open: 'Open in Haechi',
    short: 'Open',
    foot: '※ Sent by Haechi. Formal documents go through e-approval.',
    settings: 'Change how you are notified',
    cut: '※ As much as a mail holds. The whole of it is behind the link above.',
  },
};

/** Where a mail leads, and who reads it. */
export interface Reader {
  language: Language;
  publicUrl: string;
}

export interface Entry extends Message {
  link: string;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Where people choose what they are sent. */
export const settingsLink = (publicUrl: string): string => `${publicUrl}/settings/notifications`;

/** A message as mail: plain text, and HTML that survives Outlook (tables, inline styles, nothing from outside); under it a document, if any. */
export function composeMail(
  entry: Entry,
  reader: Reader,
  document: string | null = null,
): { text: string; html: string } {
  const { title, lines, link } = entry;
  const words = WORDS[reader.language];
  const under = document === null ? [] : fitting(document, words.cut);
  const text = [
    title,
    '',
    ...lines,
    '',
    `${words.open}: ${link}`,
    '',
    ...(under.length ? [RULE, '', ...under, '', RULE, ''] : []),
    ...foot(reader),
    '',
  ].join('\n');
  const body = [
    heading(title),
    ...lines.map(paragraph),
    button(link, words.open),
    ...(under.length ? [rule(), page(under)] : []),
  ].join('');
  return { text, html: letter(title, lines[0] ?? '', body, reader) };
}

const RULE = '─'.repeat(20);

/** Bytes of a document in a mail: mail programs cut what is longer than some 100 KB, which its HTML stays under. */
const MOST = 80_000;

/** The lines of a document, whole ones, and a word about those that were left out. */
function fitting(document: string, cut: string): string[] {
  const lines = document.trimEnd().split('\n');
  let left = MOST;
  const last = lines.findIndex((line) => (left -= Buffer.byteLength(markup(line)) + BREAK.length) < 0);
  return last < 0 ? lines : [...lines.slice(0, last), '', cut];
}

/** Many messages as one mail, in their order. */
export function composeDigest(
  { title, lines }: Message,
  entries: Entry[],
  reader: Reader,
): { text: string; html: string } {
  const words = WORDS[reader.language];
  const parts = entries.flatMap((entry, index) => [
    `${index + 1}. ${entry.title}`,
    ...entry.lines.map((line) => `   ${line}`),
    `   ${words.short}: ${entry.link}`,
    '',
  ]);
  const text = [title, '', ...lines, '', ...parts, ...foot(reader), ''].join('\n');
  const body = [heading(title), ...lines.map(paragraph), ...entries.map((entry) => part(entry, words.short))];
  return {
    text,
    html: letter(title, entries.map((entry) => entry.title).join(' · '), body.join(''), reader),
  };
}

const foot = ({ language, publicUrl }: Reader): string[] => [
  WORDS[language].foot,
  `${WORDS[language].settings}: ${settingsLink(publicUrl)}`,
];

const FONT = `font-family:'Pretendard GOV','Malgun Gothic','Apple SD Gothic Neo',sans-serif`;
const LINE = `${FONT};font-size:16px;line-height:1.6;color:#1d1d1d`;

const row = (style: string, content: string, kind = ''): string =>
  `<tr><td${kind && ` class="${kind}"`} style="${style}">${content}</td></tr>`;

const heading = (title: string): string =>
  row(
    `padding:0 0 12px;${FONT};font-size:19px;line-height:1.4;font-weight:bold;color:#052b57`,
    escapeHtml(title),
    'strong',
  );

const BREAK = '<br>';
// Outlook knows no preserved blanks.
const markup = (line: string): string =>
  escapeHtml(line).replace(/^ +/u, (blanks) => '&nbsp;'.repeat(blanks.length));

const page = (lines: string[]): string =>
  row(
    `padding:12px 0 0;${FONT};font-size:15px;line-height:1.6;color:#1d1d1d`,
    lines.map(markup).join(BREAK),
    'text',
  );

const rule = (): string =>
  row('padding:16px 0 0;border-bottom:1px solid #e6e8ea;font-size:1px;line-height:1px', '&nbsp;', 'rule');

const paragraph = (line: string): string => row(`padding:4px 0;${LINE}`, escapeHtml(line), 'text');

const anchor = (link: string, label: string): string =>
  `<a class="link" href="${escapeHtml(link)}" style="${FONT};font-size:15px;color:#0b50d0">${label}</a>`;

const part = ({ title, lines, link }: Entry, open: string): string =>
  rule() +
  row(`padding:12px 0 2px;${LINE};font-weight:bold`, escapeHtml(title), 'text') +
  lines
    .map((line) =>
      row(`padding:1px 0;${FONT};font-size:15px;line-height:1.55;color:#464c53`, escapeHtml(line), 'faint'),
    )
    .join('') +
  row('padding:4px 0 0', anchor(link, open));

/** Outlook draws the shape, everybody else the padded link. */
function button(link: string, label: string): string {
  const href = escapeHtml(link);
  const shape = `<v:roundrect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:w="urn:schemas-microsoft-com:office:word" href="${href}" style="height:46px;v-text-anchor:middle;width:280px;" arcsize="13%" stroke="f" fillcolor="#0b50d0"><w:anchorlock/><center style="color:#ffffff;${FONT};font-size:16px;font-weight:bold">${label}</center></v:roundrect>`;
  const padded = `<a href="${href}" class="button" style="display:inline-block;padding:11px 24px;background-color:#0b50d0;border-radius:6px;${FONT};font-size:16px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none">${label}</a>`;
  return row(
    'padding:20px 0 8px',
    `<!--[if mso]>${shape}<![endif]--><!--[if !mso]><!-->${padded}<!--<![endif]-->`,
  );
}

// Readers that ignore this show the light colours; those that turn them over by themselves find them declared.
const DARK = `@media (prefers-color-scheme:dark){.page{background-color:#16181b!important}.card{background-color:#1f2226!important;border-color:#3a3f45!important}.text{color:#eceef0!important}.strong{color:#cfe0ff!important}.faint,.small{color:#b6bcc3!important}.link{color:#8db5ff!important}.rule{border-color:#3a3f45!important}}`;

/** `preview` is what a list of mails shows behind the subject. */
function letter(title: string, preview: string, body: string, { language, publicUrl }: Reader): string {
  const words = WORDS[language];
  const small = `${FONT};font-size:13px;line-height:1.6;color:#555555`;
  const ending = `${words.foot}<br><a class="link" href="${escapeHtml(settingsLink(publicUrl))}" style="color:#0b50d0">${words.settings}</a>`;
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${escapeHtml(title)}</title><style>${DARK}</style></head>
<body class="page" style="margin:0;padding:0;background-color:#f4f5f6"><div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(preview)}</div>
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f5f6"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;border:1px solid #d8d8d8"><tr><td style="padding:24px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="word-break:keep-all;overflow-wrap:anywhere">${body}${row(`padding:20px 0 0;border-bottom:1px solid #e6e8ea;font-size:1px;line-height:1px`, '&nbsp;', 'rule')}${row(`padding:12px 0 0;${small}`, ending, 'small')}</table>
</td></tr></table></td></tr></table></body></html>`;
}
