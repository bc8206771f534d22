import { Body, Controller, Delete, Get, Inject, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { SIGNING_IN } from '#config/signing-in.js';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  holdSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  takeSecondFactorAway,
  viewSecondFactor,
} from '#people/second-factor.js';
import { prove, type Proof } from '#people/sign-in.js';
import type { Tx } from '#platform/database.js';
import { Instant, ListOf, Secret, Text, Whole } from '#platform/fields.js';
import { Problem } from '#platform/problem.js';
import { Caller, IfMatch, PathId, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';

const MOST = SIGNING_IN.secondFactor.recoveryCodes;

class SecondFactorAnswer {
  @Instant({ nullable: true, description: '사용 시작. null: 쓰지 않음' })
  since: string | null;

  @Whole({ min: 0, max: MOST })
  recoveryCodesLeft: number;
}

class OwnPasswordBody {
  @Secret({ max: 1000, description: '지금 비밀번호' })
  password: string;
}

class CodeBody {
  @Text({ max: 40, description: '인증 앱의 6자리 인증번호' })
  code: string;
}

class RemovalBody extends OwnPasswordBody {
  @Text({ max: 40, description: '인증번호 또는 복구 코드' })
  code: string;
}

class SecretAnswer {
  @Text({ max: 100, description: '인증 앱에 직접 입력하는 키. 이 답에서 한 번만 보임' })
  secret: string;

  @Text({ max: 500, description: 'QR 코드로 보이는 주소(otpauth://)' })
  uri: string;
}

class RecoveryCodesAnswer {
  @ListOf('text', { max: MOST, description: '한 번씩 쓰는 복구 코드. 이 답에서 한 번만 보임' })
  recoveryCodes: string[];
}

/** Codes of an app besides the password (TOTP). No route takes an Idempotency-Key: an answer with a secret is kept for no repeat. */
@ApiTags('로그인')
@Controller('api/v1')
export class SecondFactorController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get('me/second-factor')
  @Endpoint({ summary: '내 2단계 인증', returns: SecondFactorAnswer })
  view(@Caller() by: Principal) {
    return readAs(this.source, by, (tx) => viewSecondFactor(tx, by.id));
  }

  @Post('me/second-factor')
  @Endpoint({ summary: '2단계 인증 등록 시작', status: 201, returns: SecretAnswer })
  begin(@Caller() by: Principal, @Req() { ip }: Authenticated, @Body() { password }: OwnPasswordBody) {
    return this.proven(by, ip, { password: { field: 'password', value: password } }, {}, (tx) =>
      beginSecondFactor(tx, by),
    );
  }

  @Post('me/second-factor/confirmation')
  @Endpoint({ summary: '2단계 인증 등록 확인(다른 기기는 로그아웃됨)', returns: RecoveryCodesAnswer })
  confirm(@Caller() by: Principal, @Req() request: Authenticated, @Body() { code }: CodeBody) {
    return this.proven(by, request.ip, { code }, { needs: 'begun' }, async (tx) => ({
      recoveryCodes: await confirmSecondFactor(tx, by, request.token!),
    }));
  }

  @Post('me/second-factor/recovery-codes')
  @Endpoint({ summary: '복구 코드 재발급', returns: RecoveryCodesAnswer })
  renew(@Caller() by: Principal, @Req() { ip }: Authenticated, @Body() { password }: OwnPasswordBody) {
    const proof = { password: { field: 'password', value: password } };
    return this.proven(by, ip, proof, { needs: 'on' }, async (tx) => ({
      recoveryCodes: await renewRecoveryCodes(tx, by),
    }));
  }

  @Post('me/second-factor/removal')
  @Endpoint({ summary: '2단계 인증 해제(다른 기기는 로그아웃됨)', status: 204 })
  async remove(
    @Caller() by: Principal,
    @Req() { ip, token }: Authenticated,
    @Body() { password, code }: RemovalBody,
  ): Promise<void> {
    const proof = { password: { field: 'password', value: password }, code };
    await this.proven(by, ip, proof, { needs: 'on' }, (tx) => removeSecondFactor(tx, by, token!));
  }

  @Delete('users/:id/second-factor')
  @Endpoint({ summary: '잃어버린 2단계 인증 해제(모든 기기에서 로그아웃됨)', status: 204 })
  async takeAway(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ): Promise<void> {
    await this.writes.run((tx) => takeSecondFactorAway(tx, by, id, version));
  }

  /** Does what somebody proved to be allowed; what they failed to prove stays counted, though it is refused. */
  private async proven<T>(
    by: Principal,
    address: string,
    proof: Proof,
    { needs }: { needs?: 'on' | 'begun' },
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const done = await this.writes.run(async (tx) => {
      const state = await holdSecondFactor(tx, by.id);
      if (needs === 'begun' && state === 'on') throw new Problem('second_factor.on');
      if (needs && state !== needs) throw new Problem('second_factor.off');
      const refused = await prove(tx, by, address, proof);
      return refused ? { refused } : { refused, result: await work(tx) };
    });
    if (done.refused) throw done.refused;
    return done.result;
  }
}
