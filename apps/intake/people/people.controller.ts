import { Body, Controller, Delete, Get, Inject, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { SIGNING_IN } from '#config/signing-in.js';
import { Writes } from '#events/write.js';
import { listDepartments, placeUnder, viewDepartment } from '#people/departments.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { suggestFor } from '#people/suggest-for.js';
import { changeUser, signOutEverywhere } from '#people/change-user.js';
import { colleagues, createUser, listUsers, viewUser } from '#people/users.js';
import { LANGUAGES, POSITIONS, ROLES, type Language, type Position, type Role } from '#people/vocabulary.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Amount, Day, Flag, Id, ListOf, OneOf, Part, Secret, Text, Whole } from '#platform/fields.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

const PASSWORD_DUE = '이 비밀번호를 본인이 바꾸기 전에는 다른 일을 할 수 없게 함';

class MandateAnswer {
  @Text({ max: 500 })
  goal: string;

  @ListOf('text', { max: 50 })
  indicators: string[];
}

class DepartmentAnswer {
  @Id()
  id: string;

  @Whole({ min: 1, max: 100_000 })
  no: number;

  @Text({ max: 100 })
  name: string;

  @Day()
  validFrom: string;

  @Day({ nullable: true })
  validTo: string | null;

  @Id({ nullable: true })
  successorId: string | null;

  @Id({ nullable: true, description: '상위 부서: 이 부서가 받은 요청을 함께 봄' })
  parentId: string | null;

  @Flag({ description: '주관부서로 제안할 수 있음' })
  leadEligible: boolean;

  @ListOf(() => MandateAnswer, { max: 100 })
  mandate: MandateAnswer[];

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class ParentBody {
  @Id({ nullable: true, description: '상위 부서. null: 없음' })
  parentId: string | null;

  @Text({ max: 2000 })
  reason: string;
}

class SuggestionBody {
  @Text({ max: 20_000 })
  text: string;
}

class DepartmentName {
  @Id()
  id: string;

  @Text({ max: 100 })
  name: string;
}

class SuggestionAnswer {
  @Part(() => DepartmentName)
  department: DepartmentName;

  @Amount({ min: 0, max: 1e6 })
  score: number;

  @ListOf('text', { max: 50 })
  reasons: string[];
}

class SuggestionsAnswer {
  @ListOf(() => SuggestionAnswer, { max: 1000 })
  items: SuggestionAnswer[];
}

class NewUserBody {
  @Text({ max: 200, pattern: /^[^\s@]+@[^\s@]+$/ })
  email: string;

  @Text({ max: 100 })
  name: string;

  @OneOf(ROLES)
  role: Role;

  @OneOf(POSITIONS, { optional: true })
  position?: Position;

  @OneOf(POSITIONS, {
    optional: true,
    nullable: true,
    description: '전결 위임: 이 직위까지의 결정을 위임받음',
  })
  delegatedPosition?: Position | null;

  @Id({ optional: true, nullable: true, description: '실·국 담당자에게는 필수' })
  departmentId?: string | null;

  @OneOf(LANGUAGES, { optional: true })
  language?: Language;

  @Secret({ max: 1000, description: `${SIGNING_IN.password.minLength}자 이상` })
  password: string;

  @Flag({ optional: true, description: PASSWORD_DUE })
  passwordDue?: boolean;
}

class UserChangeBody {
  @Text({ max: 100, optional: true })
  name?: string;

  @OneOf(ROLES, { optional: true })
  role?: Role;

  @OneOf(POSITIONS, { optional: true })
  position?: Position;

  @OneOf(POSITIONS, { optional: true, nullable: true, description: '전결 위임' })
  delegatedPosition?: Position | null;

  @Id({ optional: true, nullable: true })
  departmentId?: string | null;

  @OneOf(LANGUAGES, { optional: true })
  language?: Language;

  @Flag({ optional: true, description: 'false: 사용 중지, 곧바로 로그아웃됨' })
  active?: boolean;

  @Secret({ max: 1000, optional: true, description: '새 비밀번호. 모든 기기에서 로그아웃됨' })
  password?: string;

  @Flag({ optional: true, description: PASSWORD_DUE })
  passwordDue?: boolean;
}

class UserAnswer {
  @Id()
  id: string;

  @Text({ max: 200 })
  email: string;

  @Text({ max: 100 })
  name: string;

  @OneOf(ROLES)
  role: string;

  @OneOf(POSITIONS)
  position: string;

  @OneOf(POSITIONS, { nullable: true })
  delegatedPosition: string | null;

  @Id({ nullable: true })
  departmentId: string | null;

  @OneOf(LANGUAGES)
  language: string;

  @Flag()
  active: boolean;

  @Flag({ description: '2단계 인증 사용' })
  secondFactor: boolean;

  @Flag({ description: '받은 비밀번호를 아직 바꾸지 않음' })
  passwordDue: boolean;

  @Whole({ min: 1, max: 1e9 })
  version: number;
}

class ColleagueAnswer {
  @Id()
  id: string;

  @Text({ max: 100 })
  name: string;

  @OneOf(POSITIONS)
  position: string;
}

class ColleaguesAnswer {
  @ListOf(() => ColleagueAnswer, { max: 10_000 })
  items: ColleagueAnswer[];
}

class DepartmentListing extends listing('no', '-no') {}
class UserListing extends listing('email', '-email') {}

@ApiTags('부서·사용자')
@Controller('api/v1')
export class PeopleController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get('departments')
  @Endpoint({ summary: '실·본부·국 목록', lists: DepartmentAnswer })
  departments(@Caller() by: Principal, @Query() query: DepartmentListing) {
    return readAs(this.source, by, (tx) => listDepartments(tx, query));
  }

  @Get('colleagues')
  @Endpoint({ summary: '같은 부서 사람', returns: ColleaguesAnswer })
  colleagues(@Caller() by: Principal) {
    return readAs(this.source, by, async (tx) => ({ items: await colleagues(tx, by) }));
  }

  @Get('departments/:id')
  @Endpoint({ summary: '실·본부·국 조회', returns: DepartmentAnswer })
  department(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewDepartment(tx, id));
  }

  @Put('departments/:id/parent')
  @Endpoint({ summary: '상위 부서 지정·해제', returns: DepartmentAnswer })
  place(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: ParentBody,
  ) {
    return this.writes.run(async (tx) => {
      await placeUnder(tx, by, id, body, version);
      return viewDepartment(tx, id);
    });
  }

  @Post('departments/suggestions')
  @Endpoint({ summary: '소관 부서 제안', returns: SuggestionsAnswer })
  suggestions(@Caller() by: Principal, @Body() { text }: SuggestionBody) {
    return readAs(this.source, by, async (tx) => ({ items: await suggestFor(tx, text) }));
  }

  @Get('users')
  @Endpoint({ summary: '사용자 목록', lists: UserAnswer })
  users(@Caller() by: Principal, @Query() query: UserListing) {
    return readAs(this.source, by, (tx) => listUsers(tx, query));
  }

  @Post('users')
  @Endpoint({ summary: '사용자 등록', status: 201, returns: UserAnswer })
  create(@Caller() by: Principal, @Repeat() repeat: Repeatable | null, @Body() body: NewUserBody) {
    return this.commands.run(repeat, async (tx) => new Reply(201, await createUser(tx, by, body)));
  }

  @Get('users/:id')
  @Endpoint({ summary: '사용자 조회', returns: UserAnswer })
  user(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewUser(tx, id));
  }

  @Patch('users/:id')
  @Endpoint({ summary: '사용자 정보 변경·사용 중지·비밀번호 재설정', returns: UserAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: UserChangeBody,
  ) {
    return this.writes.run((tx) => changeUser(tx, by, id, body, version));
  }

  @Delete('users/:id/sessions')
  @Endpoint({ summary: '모든 기기에서 로그아웃시키기', status: 204 })
  async signOut(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    await this.writes.run((tx) => signOutEverywhere(tx, by, id, version));
  }
}
