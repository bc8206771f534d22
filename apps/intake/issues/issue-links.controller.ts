import { Body, Controller, Delete, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { followUp } from '#issues/hand-over.js';
import { useLesson } from '#issues/lessons.js';
import { viewIssue } from '#issues/issue-view.js';
import { unmergeIssue } from '#issues/merge-issues.js';
import type { Principal } from '#people/principal.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { IssueAnswer } from './issue-answers.js';
import { FollowUpBody, LessonUseBody } from './issue-bodies.js';

/** What binds issues to each other. */
@ApiTags('이슈')
@Controller('api/v1/issues')
export class IssueLinksController {
  constructor(@Inject(Commands) private readonly commands: Commands) {}

  @Delete(':id/merge')
  @Endpoint({ summary: '병합 취소', returns: IssueAnswer })
  unmerge(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.commands.run(null, async (tx) => {
      await unmergeIssue(tx, by, id, { expected: version });
      return new Reply(200, await viewIssue(tx, by, id));
    });
  }

  @Post(':id/lesson-uses')
  @Endpoint({ summary: '교훈 활용 기록', returns: IssueAnswer })
  useLesson(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: LessonUseBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await useLesson(tx, by, id, body, version);
      return new Reply(200, await viewIssue(tx, by, id));
    });
  }

  @Post(':id/follow-ups')
  @Endpoint({ summary: '위기의 사후관리 이슈 등록', status: 201, returns: IssueAnswer })
  followUp(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: FollowUpBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      const followUpId = await followUp(tx, by, id, body, version);
      return new Reply(201, await viewIssue(tx, by, followUpId));
    });
  }
}
