import { Body, Controller, Delete, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Writes } from '#events/write.js';
import {
  endFollow,
  followDepartment,
  followIssue,
  followSubject,
  isFollowing,
  listFollows,
  unfollow,
} from '#notifications/follows.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Flag, Id, Instant, OneOf, Part, Text } from '#platform/fields.js';
import { Caller, PathId } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { listing } from '../http/listing.js';

class FollowListing extends listing('-createdAt', 'createdAt') {}

class SubjectBody {
  @Text({
    max: 100,
    line: true,
    optional: true,
    description: '주제어: 모두 들어 있는 새 이슈를 알려 드립니다.',
  })
  words?: string;

  @Id({ optional: true, description: '저장한 보기: 조건에 맞는 새 이슈를 알려 드립니다.' })
  viewId?: string;
}

class FollowedIssue {
  @Id()
  id: string;

  @Text({ max: 40 })
  number: string;

  @Text({ max: 500 })
  title: string;
}

class FollowedDepartment {
  @Id()
  id: string;

  @Text({ max: 200 })
  name: string;
}

class FollowedView extends FollowedDepartment {
  @Text({ max: 2000, min: 0 })
  query: string;
}

class FollowAnswer {
  @Id()
  id: string;

  @OneOf(['issue', 'department', 'view', 'words'])
  by: string;

  @Part(() => FollowedIssue, { nullable: true })
  issue: FollowedIssue | null;

  @Part(() => FollowedDepartment, { nullable: true })
  department: FollowedDepartment | null;

  @Part(() => FollowedView, { nullable: true })
  view: FollowedView | null;

  @Text({ max: 100, nullable: true })
  words: string | null;

  @Instant()
  createdAt: string;
}

class FollowingAnswer {
  @Flag()
  following: boolean;
}

@ApiTags('관심 등록')
@Controller('api/v1')
export class FollowsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
  ) {}

  @Get('me/following')
  @Endpoint({ summary: '관심 등록한 것', lists: FollowAnswer })
  list(@Caller() by: Principal, @Query() query: FollowListing) {
    return readAs(this.source, by, (tx) => listFollows(tx, by, query));
  }

  @Post('me/following')
  @Endpoint({ summary: '주제어·보기 관심 등록', returns: FollowAnswer })
  followSubject(@Caller() by: Principal, @Body() body: SubjectBody) {
    return this.writes.run((tx) => followSubject(tx, by, body));
  }

  @Delete('me/following/:id')
  @Endpoint({ summary: '관심 등록 해제', status: 204 })
  async end(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => endFollow(tx, by, id));
  }

  @Get('issues/:id/following')
  @Endpoint({ summary: '이슈 관심 등록 여부', returns: FollowingAnswer })
  async isIssueFollowed(@Caller() by: Principal, @PathId() id: string): Promise<FollowingAnswer> {
    return { following: await readAs(this.source, by, (tx) => isFollowing(tx, by, { issueId: id })) };
  }

  @Post('issues/:id/following')
  @Endpoint({ summary: '이슈 관심 등록', returns: FollowAnswer })
  followIssue(@Caller() by: Principal, @PathId() id: string) {
    return this.writes.run((tx) => followIssue(tx, by, id));
  }

  @Delete('issues/:id/following')
  @Endpoint({ summary: '이슈 관심 등록 해제', status: 204 })
  async unfollowIssue(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => unfollow(tx, by, { issueId: id }));
  }

  @Get('departments/:id/following')
  @Endpoint({ summary: '부서 관심 등록 여부', returns: FollowingAnswer })
  async isDepartmentFollowed(@Caller() by: Principal, @PathId() id: string): Promise<FollowingAnswer> {
    return { following: await readAs(this.source, by, (tx) => isFollowing(tx, by, { departmentId: id })) };
  }

  @Post('departments/:id/following')
  @Endpoint({ summary: '부서 관심 등록', returns: FollowAnswer })
  followDepartment(@Caller() by: Principal, @PathId() id: string) {
    return this.writes.run((tx) => followDepartment(tx, by, id));
  }

  @Delete('departments/:id/following')
  @Endpoint({ summary: '부서 관심 등록 해제', status: 204 })
  async unfollowDepartment(@Caller() by: Principal, @PathId() id: string): Promise<void> {
    await this.writes.run((tx) => unfollow(tx, by, { departmentId: id }));
  }
}
