import { Body, Controller, Delete, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { SIGNING_IN } from '#config/signing-in.js';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { requireFresh } from '#people/sessions.js';
import { addToken, listTokens, revokeToken } from '#people/tokens.js';
import { TOKEN_SCOPES, type TokenScope } from '#people/vocabulary.js';
import { Id, Instant, ListOf, OneOf, Text, Whole } from '#platform/fields.js';
import { Caller, PathId, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

class NewTokenBody {
  @Text({ max: 100, description: '쓰는 시스템이나 용도' })
  name: string;

  @OneOf(TOKEN_SCOPES, { description: 'read 조회만 · write 이 사람이 하는 모든 업무' })
  scope: TokenScope;

  @Whole({ min: 1, max: SIGNING_IN.longestTokenDays })
  expiresInDays: number;
}

class TokenAnswer {
  @Id()
  id: string;

  @Text({ max: 100 })
  name: string;

  @OneOf(TOKEN_SCOPES)
  scope: TokenScope;

  @Instant()
  createdAt: string;

  @Instant()
  expiresAt: string;

  @Instant({ nullable: true, description: '마지막 사용(1분 단위)' })
  usedAt: string | null;
}

class NewTokenAnswer extends TokenAnswer {
  @Text({ max: 200, description: '이 답에서 한 번만 보임' })
  token: string;
}

class TokensAnswer {
  @ListOf(() => TokenAnswer, { max: SIGNING_IN.mostTokens })
  items: TokenAnswer[];
}

/** By which other systems act for a person: `Authorization: Bearer`. */
@ApiTags('로그인')
@Controller('api/v1/tokens')
export class TokensController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get()
  @Endpoint({ summary: '내 API 토큰', returns: TokensAnswer })
  list(@Caller() by: Principal) {
    return readAs(this.source, by, async (tx) => ({ items: await listTokens(tx, by) }));
  }

  /** Takes no Idempotency-Key: an answer with a secret is not kept for a repeat. */
  @Post()
  @Endpoint({
    summary: `API 토큰 발급(로그인이나 본인 확인 뒤 ${SIGNING_IN.freshMinutes}분 안에)`,
    status: 201,
    returns: NewTokenAnswer,
  })
  add(@Caller() by: Principal, @Req() { token }: Authenticated, @Body() body: NewTokenBody) {
    return this.writes.run(async (tx) => {
      await requireFresh(tx, token!);
      return addToken(tx, by, body);
    });
  }

  @Delete(':id')
  @Endpoint({ summary: 'API 토큰 폐기', status: 204 })
  async revoke(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => revokeToken(tx, by, id));
  }
}
