import { Body, Controller, Delete, Get, Inject, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { issuePlace, listComments, requestPlace, viewComment } from '#comments/comment-view.js';
import { addComment, changeComment, withdrawComment } from '#comments/comments.js';
import { suggestReaders } from '#comments/who-reads.js';
import { Writes } from '#events/write.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import type { Repeatable } from '#platform/idempotency.js';
import { wrongField } from '#platform/problem.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import {
  CommentAnswer,
  CommentChangeBody,
  CommentListing,
  NewCommentBody,
  ReaderQuery,
  ReadersAnswer,
} from './comment-shapes.js';

@ApiTags('의견')
@Controller('api/v1')
export class CommentsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Commands) private readonly commands: Commands,
  ) {}

  @Get('issues/:id/comments')
  @Endpoint({ summary: '이슈의 내부 메모', lists: CommentAnswer })
  ofIssue(@Caller() by: Principal, @PathId() id: string, @Query() query: CommentListing) {
    return readAs(this.source, by, async (tx) => listComments(tx, by, await issuePlace(tx, by, id), query));
  }

  @Post('issues/:id/comments')
  @Endpoint({ summary: '이슈에 내부 메모 남기기', status: 201, returns: CommentAnswer })
  addToIssue(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @Body() body: NewCommentBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      const place = await issuePlace(tx, by, id);
      if (body.internal === false) throw wrongField('internal', 'always_internal');
      return new Reply(201, await viewComment(tx, by, await addComment(tx, by, place, body)));
    });
  }

  @Get('requests/:id/comments')
  @Endpoint({ summary: '요청사항의 의견', lists: CommentAnswer })
  ofRequest(@Caller() by: Principal, @PathId() id: string, @Query() query: CommentListing) {
    return readAs(this.source, by, async (tx) =>
      listComments(tx, by, await requestPlace(tx, by, id, false), query),
    );
  }

  @Post('requests/:id/comments')
  @Endpoint({ summary: '요청사항에 의견 남기기', status: 201, returns: CommentAnswer })
  addToRequest(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @Body() body: NewCommentBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      const place = await requestPlace(tx, by, id, body.internal ?? false);
      if (place.internal && by.role === 'department') throw wrongField('internal', 'office_only');
      return new Reply(201, await viewComment(tx, by, await addComment(tx, by, place, body)));
    });
  }

  @Get('comments/:id')
  @Endpoint({ summary: '의견 조회', returns: CommentAnswer })
  read(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, (tx) => viewComment(tx, by, id));
  }

  @Patch('comments/:id')
  @Endpoint({ summary: '의견 수정(쓴 사람, 잠시 동안)', returns: CommentAnswer })
  change(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
    @Body() body: CommentChangeBody,
  ) {
    return this.writes.run(async (tx) => {
      await changeComment(tx, by, id, body, version);
      return viewComment(tx, by, id);
    });
  }

  @Delete('comments/:id')
  @Endpoint({ summary: '의견 삭제(흔적은 남음)', returns: CommentAnswer })
  withdraw(
    @Caller() by: Principal,
    @PathId() id: string,
    @IfMatch({ required: true }) version: number | null,
  ) {
    return this.writes.run(async (tx) => {
      await withdrawComment(tx, by, id, version);
      return viewComment(tx, by, id);
    });
  }

  @Get('people')
  @Endpoint({ summary: '의견에서 지정할 수 있는 사람', returns: ReadersAnswer })
  people(@Caller() by: Principal, @Query() { q = '', issueId, requestId, internal = false }: ReaderQuery) {
    if (!issueId && !requestId) throw wrongField('issueId', 'required');
    return readAs(this.source, by, async (tx) => {
      const place = requestId
        ? await requestPlace(tx, by, requestId, internal && by.role !== 'department')
        : await issuePlace(tx, by, issueId!);
      return { items: await suggestReaders(tx, by, place, q) };
    });
  }
}
