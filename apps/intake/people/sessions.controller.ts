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
  noteProven,
  signOut,
  viewHolder,
  viewSession,
  type SessionLife,
} from '#people/sessions.js';
import { holdSecondFactor } from '#people/second-factor.js';
import { prove, signIn } from '#people/sign-in.js';
import { LANGUAGES, POSITIONS, ROLES, type Role } from '#people/vocabulary.js';
import type { Tx } from '#platform/database.js';
import { Env } from '#platform/env.js';
import { wrongField } from '#platform/problem.js';
import { Flag, Id, Instant, ListOf, OneOf, Secret, Text } from '#platform/fields.js';
import { cookieName } from '../http/access.guard.js';
import { ACCESS } from '../http/access.js';
import { Caller, PathId, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { WHILE_DUE } from '../http/in-person.js';
import { askedFor } from '../http/recorder.js';
import { giveSession, takeSession } from '../http/session-cookie.js';
import { hasMailbox } from '../operations/mailbox.js';

class SignInBody {
  @Text({ max: 200 })
  email: string;

  @Secret({ max: 1000 })
  password: string;

  @Text({ max: 40, optional: true, description: '2단계 인증을 쓰면: 인증번호 또는 복구 코드' })
  code?: string;
}

class PasswordBody {
  @Secret({ max: 1000, description: '지금 비밀번호' })
  current: string;

  @Secret({ max: 1000, description: `새 비밀번호(${SIGNING_IN.password.minLength}자 이상)` })
  password: string;
}

class ProofBody {
  @Secret({ max: 1000, description: '지금 비밀번호' })
  password: string;

  @Text({ max: 40, optional: true, description: '2단계 인증을 쓰면: 인증번호 또는 복구 코드' })
  code?: string;
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

  @Flag({ description: '이 역할에 필요한 2단계 인증을 아직 등록하지 않음: 등록 전에는 다른 일을 할 수 없음' })
  secondFactorDue: boolean;

  @Flag({ description: '다른 사람이 정한 비밀번호를 아직 바꾸지 않음: 바꾸기 전에는 다른 일을 할 수 없음' })
  passwordDue: boolean;

  @Flag({ description: '/dev/mail에서 보낸 메일을 볼 수 있음' })
  mailbox: boolean;
}

/** The routes that the access table opens to a role. */
const permissions = (role: Role, due: boolean): string[] =>
  Object.entries(ACCESS)
    .filter(([, access]) => access === 'anyone' || (access !== 'public' && access.includes(role)))
    .map(([route]) => route)
    .filter((route) => !due || WHILE_DUE.has(route));

/** How long a session lasts. */
export const lifeOf = (env: Env): SessionLife => ({
  hours: env.SESSION_HOURS,
  idleMinutes: env.SESSION_IDLE_MINUTES,
});

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
    @Body() { email, password, code }: SignInBody,
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const device = { address: request.ip, agent: request.headers['user-agent'] ?? null };
    const left = request.cookies[cookieName(this.env)];
    const { token, refused } = await this.writes.run(async (tx) => {
      const tried = await signIn(tx, { email, password, code, ...device }, lifeOf(this.env));
      const { userId, second } = tried;
      // Never the address as it was typed: now and then that is a password.
      const by = userId ? { id: userId } : null;
      const asked = tried.refused?.code === 'second_factor.required';
      const kind = tried.token ? 'signed-in' : asked ? 'code-asked' : 'sign-in-refused';
      const detail = { method: 'password', ...(second && { second }) };
      await recordAccess(tx, [{ ...askedFor(request), by, kind, detail }]);
      // Whoever was signed in at this browser before is no longer.
      if (left && tried.token) await signOut(tx, left);
      return tried;
    });
    if (refused) throw refused;
    giveSession(reply, this.env, token!);
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
    takeSession(reply, this.env);
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
    giveSession(reply, this.env, token);
    return me;
  }

  @Post('sessions/current/proof')
  @Endpoint({ summary: '본인 확인', status: 204 })
  async prove(
    @Caller() by: Principal,
    @Req() { ip, token }: Authenticated,
    @Body() { password, code }: ProofBody,
  ): Promise<void> {
    const proof = { password: { field: 'password', value: password }, ...(code !== undefined && { code }) };
    const refused = await this.writes.run(async (tx) => {
      const coded = (await holdSecondFactor(tx, by.id)) === 'on';
      if (coded && code === undefined) throw wrongField('code', 'required');
      const wrong = await prove(tx, by, ip, coded ? proof : { password: proof.password });
      if (!wrong) await noteProven(tx, token!);
      return wrong;
    });
    if (refused) throw refused;
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
    const known = { field: 'current', value: body.current };
    const refused = await this.writes.run(async (tx) => {
      const wrong = await prove(tx, by, request.ip, { password: known });
      if (!wrong) await changeOwnPassword(tx, by, request.token!, body);
      return wrong;
    });
    if (refused) throw refused;
  }

  private async me(tx: Tx, by: Principal, { token, tokenExpiresAt, due = [] }: Authenticated) {
    const session = token ? await viewSession(tx, token) : await viewHolder(tx, by, tokenExpiresAt!);
    const mailbox = hasMailbox(this.env);
    // As whom the question was asked changes nothing of who asks.
    const { onBehalfOf: _, standsFor = [], ...person } = by;
    return {
      ...person,
      standsFor,
      ...session,
      permissions: permissions(by.role, due.length > 0),
      secondFactorDue: due.includes('second_factor.due'),
      passwordDue: due.includes('password.due'),
      mailbox,
    };
  }
}
