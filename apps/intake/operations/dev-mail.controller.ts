import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { escapeHtml } from '#notifications/mail.js';
import { Env } from '#platform/env.js';
import { isUuid } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';
import { hasMailbox } from './mailbox.js';

interface Mail {
  id: string;
  to: string;
  title: string;
  at: string;
  html: string;
}

interface MailItem {
  id: string;
  to: string;
  title: string;
  at: Date;
}

/** The mailbox of an installation without a mail server: everything that would have been sent. Embedded mode only. */
@ApiExcludeController()
@Controller('dev')
export class DevMailController {
  constructor(
    @Inject(Env) private readonly env: Env,
    @Inject(DataSource) private readonly source: DataSource,
  ) {}

  @Get('mail')
  @Header('content-type', 'text/html; charset=utf-8')
  async list(): Promise<string> {
    this.requireEmbedded();
    const mails: Mail[] = await this.source.query(`${MAIL} order by l.created_at desc, l.id desc limit 200`);
    const rows = mails.map(
      ({ id, at, to, title }) =>
        `<tr><td>${escapeHtml(at)}</td><td>${escapeHtml(to)}</td><td><a href="/dev/mail/${id}">${escapeHtml(title)}</a></td></tr>`,
    );
    return page(
      rows.length
        ? `<table><thead><tr><th scope="col">보낸 때</th><th scope="col">받는 사람</th><th scope="col">제목</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
        : '<p>아직 보낸 메일이 없습니다. 요청사항이 실·국에 발송되면 여기에 나타납니다.</p>',
    );
  }

  @Get('mail.json')
  async items(): Promise<{ items: MailItem[] }> {
    this.requireEmbedded();
    return { items: await this.source.query(ITEMS) };
  }

  @Get('mail/:id')
  @Header('content-type', 'text/html; charset=utf-8')
  async read(@Param('id') id: string): Promise<string> {
    this.requireEmbedded();
    const [mail]: Mail[] = isUuid(id) ? await this.source.query(`${MAIL} and l.id = $1`, [id]) : [];
    if (!mail) throw new Problem('not-found');
    return mail.html;
  }

  private requireEmbedded(): void {
    if (!hasMailbox(this.env)) throw new Problem('not-found');
  }
}

const MAIL = `
select l.id, u.name || ' <' || u.email || '>' as to, l.title, l.html,
  to_char(l.created_at at time zone 'Asia/Seoul', 'YYYY. FMMM. FMDD. HH24:MI') as at
from deliveries l join users u on u.id = l.recipient_id where l.channel = 'mail' and l.state = 'sent'`;

const ITEMS = `
select l.id, u.name || ' <' || u.email || '>' as to, l.title, l.created_at as at
from deliveries l join users u on u.id = l.recipient_id where l.channel = 'mail' and l.state = 'sent'
order by l.created_at desc, l.id desc limit 200`;

const page = (body: string): string => `<!doctype html><html lang="ko"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>보낸 메일함</title><style>
body{margin:2rem auto;max-width:60rem;padding:0 1rem;font:1rem/1.6 'Pretendard GOV','Malgun Gothic',sans-serif;color:#1d1d1d}
table{border-collapse:collapse;width:100%}th,td{padding:.6rem .5rem;border-bottom:1px solid #d8d8d8;text-align:left;vertical-align:top}
th{background:#eef2f7}a{color:#0b50d0}td:first-child{white-space:nowrap}</style></head>
<body><h1>보낸 메일함</h1><p>메일 서버를 설정하지 않아(SMTP_URL) 보낼 메일을 여기에 모읍니다.</p>${body}</body></html>`;
