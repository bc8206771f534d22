import { Body, Controller, Delete, Get, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { SIGNING_IN } from '#config/signing-in.js';
import { recordAccess } from '#audit/access-log.js';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { changeOwnPassword } from '#people/change-user.js';
import {
  endSession,
  extendSession,
  listSessions,
  signIn,
  signOut,
  viewHolder,
  viewSession,
} from '#people/sessions.js';
import { LANGUAGES, POSITIONS, ROLES, type Role } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { Problem } from '#platform/problem.js';
import { Flag, Id, Instant, ListOf, OneOf, Text } from '#platform/fields.js';
import { ACCESS } from '../http/access.js';
import { cookieName } from '../http/access.guard.js';
import { Caller, PathId, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { askedFor } from '../http/recorder.js';
import { hasMailbox } from '../operations/mailbox.js';

class SignInBody {
  @Text({ max: 200 })
  email: string;

  @Text({ max: 1000 })
  password: string;
}

class PasswordBody {
  @Text({ max: 1000, description: '지금 비밀번호' })
  current: string;

  @Text({ max: 1000, description: `새 비밀번호(${SIGNING_IN.password.minLength}자 이상)` })
  password: string;
}

class SessionAnswer {
  @Id()
  id: string;

  @Instant()
  createdAt: string;

  @Instant({ description: '마지막 사용(1분 단위)' })
  seenAt: string;

  @Instant()
  expiresAt: string;

  @Text({ max: 60, nullable: true })
  address: string | null;

  @Text({ max: 300, nullable: true, description: '브라우저' })
  agent: string | null;

  @Flag({ description: '지금 쓰는 로그인' })
  current: boolean;
}

class SessionsAnswer {
  @ListOf(() => SessionAnswer, { max: 10_000 })
  items: SessionAnswer[];
}

class RepresentedAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @OneOf(POSITIONS)
  position: string;

  @OneOf(POSITIONS, { nullable: true })
  delegatedPosition: string | null;
}

export class MeAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;

  @Text({ max: 200 })
  email: string;

  @OneOf(ROLES)
  role: string;

  @Id({ nullable: true })
  departmentId: string | null;

  @Text({ max: 100, nullable: true })
  departmentName: string | null;

  @OneOf(POSITIONS)
  position: string;

  @OneOf(POSITIONS, { nullable: true, description: '전결 위임: 이 직위까지의 결정을 위임받음' })
  delegatedPosition: string | null;

  @OneOf(LANGUAGES)
  language: string;

  @ListOf(() => RepresentedAnswer, { max: 100, description: '오늘 대신하는 사람' })
  standsFor: RepresentedAnswer[];

  @ListOf('text', { max: 1000, description: '쓸 수 있는 경로' })
  permissions: string[];

  @Instant({ description: '로그인 만료 시각' })
  sessionExpiresAt: string;

  @Flag({ description: '/dev/mail에서 보낸 메일을 볼 수 있음' })
  mailbox: boolean;
}

/** The routes that the access table opens to a role. */
const permissions = (role: Role): string[] =>
  Object.entries(ACCESS)
    .filter(([, access]) => access === 'anyone' || (access !== 'public' && access.includes(role)))
    .map(([route]) => route);

@ApiTags('로그인')
@Controller('api/v1')
export class SessionsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Post('sessions')
  @Endpoint({ summary: '로그인', status: 204 })
  async create(
    @Body() { email, password }: SignInBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const agent = request.headers['user-agent'] ?? null;
    const life = { hours: this.env.SESSION_HOURS, idleMinutes: this.env.SESSION_IDLE_MINUTES };
    const { token, waitSeconds } = await this.writes.run(async (tx) => {
      const made = await signIn(tx, { email, password, address: request.ip, agent }, life);
      // Never the address as it was typed: now and then that is a password.
      const by = made.userId ? { id: made.userId } : null;
      const kind = made.token ? 'signed-in' : 'sign-in-refused';
      await recordAccess(tx, [{ ...askedFor(request), by, kind }]);
      return made;
    });
    if (waitSeconds) throw new Problem('session.too_many', {}, { retryAfterSeconds: waitSeconds });
    if (!token) throw new Problem('session.wrong');
    this.giveCookie(reply, token);
  }

  @Delete('sessions/current')
  @Endpoint({ summary: '로그아웃', status: 204 })
  async remove(
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.writes.run(async (tx) => {
      await signOut(tx, request.token!);
      await recordAccess(tx, [{ ...askedFor(request), kind: 'signed-out' }]);
    });
    void reply.clearCookie(cookieName(this.env), this.cookie());
  }

  @Get('me')
  @Endpoint({ summary: '내 정보', returns: MeAnswer })
  read(@Caller() by: Principal, @Req() request: Authenticated): Promise<MeAnswer> {
    return readAs(this.source, by, (tx) => this.me(tx, by, request));
  }

  @Post('sessions/current/extension')
  @Endpoint({ summary: '로그인 연장', returns: MeAnswer })
  async extend(
    @Caller() by: Principal,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeAnswer> {
    const token = request.token!;
    const me = await this.writes.run(async (tx) => {
      await extendSession(tx, token, this.env.SESSION_HOURS);
      return this.me(tx, by, request);
    });
    this.giveCookie(reply, token);
    return me;
  }

  @Get('me/sessions')
  @Endpoint({ summary: '로그인한 기기', returns: SessionsAnswer })
  sessions(@Caller() by: Principal, @Req() request: Authenticated) {
    return readAs(this.source, by, async (tx) => ({ items: await listSessions(tx, by.id, request.token!) }));
  }

  @Delete('me/sessions/:id')
  @Endpoint({ summary: '다른 기기 로그아웃', status: 204 })
  async end(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => endSession(tx, by.id, id));
  }

  @Put('me/password')
  @Endpoint({ summary: '비밀번호 변경(다른 기기는 로그아웃됨)', status: 204 })
  async password(
    @Caller() by: Principal,
    @Req() request: Authenticated,
    @Body() body: PasswordBody,
  ): Promise<void> {
    await this.writes.run((tx) => changeOwnPassword(tx, by, request.token!, body));
  }

  private async me(tx: Tx, by: Principal, { token, tokenExpiresAt }: Authenticated) {
    const session = token ? await viewSession(tx, token) : await viewHolder(tx, by, tokenExpiresAt!);
    const mailbox = hasMailbox(this.env);
    // As whom the question was asked changes nothing of who asks.
    const { onBehalfOf: _, standsFor = [], ...person } = by;
    return {
      ...person,
      standsFor,
      ...session,
      permissions: permissions(by.role),
      mailbox,
    };
  }

  private giveCookie(reply: FastifyReply, token: string): void {
    void reply.setCookie(cookieName(this.env), token, {
      ...this.cookie(),
      maxAge: this.env.SESSION_HOURS * 3600,
    });
  }

  private cookie() {
    const secure = Boolean(this.env.PUBLIC_URL?.startsWith('https:'));
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}
