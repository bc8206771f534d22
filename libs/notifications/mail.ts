import type { Language } from '#people/vocabulary.js';
import type { Message } from './message.js';

const OPEN = { ko: '시정 리스크 관리에서 열기', en: 'Open in Haechi' };
const FOOT = {
  ko: '※ 이 메일은 시정 리스크 관리에서 자동으로 보냈습니다. 공식 문서의 시행은 전자결재를 따릅니다.',
  en: '※ Sent by Haechi. Formal documents go through e-approval.',
};

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A message as mail: plain text, and HTML that survives Outlook (tables and inline styles only). */
export function composeMail(
  { title, lines }: Message,
  link: string,
  language: Language,
): { text: string; html: string } {
  const text = [title, '', ...lines, '', `${OPEN[language]}: ${link}`, '', FOOT[language], ''].join('\n');
  const font = `font-family:'Pretendard GOV','Malgun Gothic',sans-serif`;
  const rows = lines
    .map(
      (line) =>
        `<tr><td style="padding:4px 0;font-size:16px;line-height:1.6;color:#1d1d1d">${escapeHtml(line)}</td></tr>`,
    )
    .join('');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="margin:0;padding:24px;background:#f4f5f6;${font}"><table role="presentation" width="600" align="center" cellpadding="0" cellspacing="0" style="width:600px;max-width:100%;background:#ffffff;border:1px solid #d8d8d8"><tr><td style="padding:24px;${font}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td style="padding:0 0 12px;font-size:19px;font-weight:bold;color:#052b57">${escapeHtml(title)}</td></tr>${rows}
<tr><td style="padding:20px 0 8px"><a href="${escapeHtml(link)}" style="font-size:16px;color:#0b50d0">${OPEN[language]}</a></td></tr>
<tr><td style="padding:12px 0 0;font-size:13px;color:#555;border-top:1px solid #e6e8ea">${FOOT[language]}</td></tr></table></td></tr></table></body></html>`;
  return { text, html };
}
