import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { signIn, signOut } from '#people/sessions.js';
import { ROLES } from '#people/vocabulary.js';
import { Env } from '#platform/env.js';
import { Id, ListOf, OneOf, Text } from '#platform/fields.js';
import { ACCESS } from '../http/access.js';
import { cookieName } from '../http/access.guard.js';
import { Caller, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

class SignInBody {
  @Text({ max: 200 })
  email: string;

  @Text({ max: 1000 })
  password: string;
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

  @ListOf('text', { max: 1000, description: '쓸 수 있는 경로' })
  permissions: string[];
}

/** A person, and the routes that the access table opens to the role. */
const me = ({ id, name, email, role, departmentId }: Principal): MeAnswer => ({
  id,
  name,
  email,
  role,
  departmentId,
  permissions: Object.entries(ACCESS)
    .filter(([, access]) => access === 'anyone' || (access !== 'public' && access.includes(role)))
    .map(([route]) => route),
});

@ApiTags('로그인')
@Controller('api/v1')
export class SessionsController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Env) private readonly env: Env,
  ) {}

  @Post('sessions')
  @Endpoint({ summary: '로그인', status: 204 })
  async create(
    @Body() { email, password }: SignInBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const hours = this.env.SESSION_HOURS;
    const token = await this.writes.run((tx) => signIn(tx, email, password, hours));
    void reply.setCookie(cookieName(this.env), token, { ...this.cookie(), maxAge: hours * 3600 });
  }

  @Delete('sessions/current')
  @Endpoint({ summary: '로그아웃', status: 204 })
  async remove(
    @Req() request: Authenticated,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.writes.run((tx) => signOut(tx, request.token!));
    void reply.clearCookie(cookieName(this.env), this.cookie());
  }

  @Get('me')
  @Endpoint({ summary: '내 정보', returns: MeAnswer })
  read(@Caller() by: Principal): MeAnswer {
    return me(by);
  }

  private cookie() {
    const secure = Boolean(this.env.PUBLIC_URL?.startsWith('https:'));
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}
