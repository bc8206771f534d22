import { Body, Controller, Get, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { answerFollowUp, listFollowUps } from '#issues/follow-up-questions.js';
import { viewIssue } from '#issues/issue-view.js';
import { listDueReviews, reviewIssue, reviewsOf } from '#issues/reviews.js';
import {
  GRADES,
  OUTCOMES,
  RECURRED,
  REVIEW_OUTCOMES,
  type Grade,
  type Recurred,
  type ReviewOutcome,
} from '#issues/vocabulary.js';
import { REVIEW_COLUMNS, reviewsToExport } from '#issues/export-reviews.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Day, Flag, FromQuery, Id, Instant, OneOf, Text } from '#platform/fields.js';
import type { Repeatable } from '#platform/idempotency.js';
import { Commands, Reply } from '../http/answer.js';
import { Caller, IfMatch, PathId, Repeat, type Authenticated } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import { exporting, Exports } from '../http/export.js';
import { Cursor, Limit, listing, Sort } from '../http/listing.js';
import { IssueAnswer } from '../issues/issue-answers.js';

const nullable = { nullable: true } as const;

class DueReviewAnswer {
  @Id()
  issueId: string;

  @Text({ max: 20 })
  issueNumber: string;

  @Text({ max: 300 })
  issueTitle: string;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @Id(nullable)
  leadDepartmentId: string | null;

  @Text({ max: 200, ...nullable })
  handlerName: string | null;

  @Day()
  reviewDueOn: string;

  @Flag({ description: '오늘이거나 지남' })
  due: boolean;

  @Flag({ description: '지남' })
  overdue: boolean;

  @Instant(nullable)
  lastReviewedAt: string | null;
}

const REVIEW_SORTS = ['reviewDueOn', '-reviewDueOn'] as const;

/** Which of them, in which order. */
class ReviewSelection {
  @Sort(REVIEW_SORTS)
  sort?: (typeof REVIEW_SORTS)[number];

  @FromQuery()
  @Flag({ optional: true })
  overdue?: boolean;

  @OneOf(GRADES, { optional: true })
  grade?: Grade;

  @Day({ optional: true, description: '이 날까지' })
  until?: string;
}

class ReviewFilter extends ReviewSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

class ReviewExportQuery extends exporting(ReviewSelection, REVIEW_COLUMNS) {}

class ReviewAnswer {
  @Id()
  id: string;

  @Id()
  reviewedBy: string;

  @Text({ max: 200 })
  reviewedByName: string;

  @Text({ max: 200, ...nullable })
  onBehalfOfName: string | null;

  @Instant()
  reviewedAt: string;

  @Day({ ...nullable, description: '점검하기로 한 날' })
  dueOn: string | null;

  @OneOf(GRADES, nullable)
  grade: string | null;

  @OneOf(REVIEW_OUTCOMES)
  outcome: string;

  @Text({ max: 4000 })
  note: string;

  @Day({ description: '다음 점검일' })
  nextOn: string;
}

class NewReviewBody {
  @Text({ max: 4000, description: '점검 내용' })
  note: string;

  @OneOf(REVIEW_OUTCOMES)
  outcome: ReviewOutcome;

  @Day({ optional: true, nullable: true, description: '다음 점검일; 없으면 중요도에 따라' })
  nextOn?: string | null;
}

class FollowUpQuestionAnswer {
  @Id()
  id: string;

  @Id()
  issueId: string;

  @Text({ max: 20 })
  issueNumber: string;

  @Text({ max: 300 })
  issueTitle: string;

  @OneOf(GRADES, nullable)
  issueGrade: string | null;

  @OneOf(OUTCOMES, nullable)
  outcome: string | null;

  @Id(nullable)
  leadDepartmentId: string | null;

  @Instant(nullable)
  closedAt: string | null;

  @Text({ max: 200, ...nullable })
  closedByName: string | null;

  @Day()
  askOn: string;

  @Instant(nullable)
  askedAt: string | null;

  @Flag({ description: '확인할 때가 됨' })
  due: boolean;

  @Instant(nullable)
  answeredAt: string | null;

  @Text({ max: 200, ...nullable })
  answeredByName: string | null;

  @Text({ max: 200, ...nullable })
  onBehalfOfName: string | null;

  @OneOf(RECURRED, nullable)
  recurred: string | null;

  @Text({ max: 4000, ...nullable })
  note: string | null;

  @Flag({ description: '답하기 전에 재개됨' })
  dropped: boolean;
}

class FollowUpFilter extends listing('askOn', '-askOn') {
  @FromQuery()
  @Flag({ optional: true, description: '답하지 않은 것' })
  open?: boolean;

  @FromQuery()
  @Flag({ optional: true, description: '확인할 때가 된 것' })
  due?: boolean;

  @Id({ optional: true })
  issueId?: string;
}

class FollowUpAnswerBody {
  @OneOf(RECURRED, { description: 'yes는 이슈를 재개하고, unclear는 다시 묻습니다' })
  recurred: Recurred;

  @Text({ max: 4000, optional: true, nullable: true, description: '재발에는 필수' })
  note?: string | null;
}

/** What comes again: reviews of open issues, and the question after closing. */
@ApiTags('기한·상향 보고')
@Controller('api/v1')
export class ReviewsController {
  constructor(
    @Inject(DataSource) private readonly source: DataSource,
    @Inject(Commands) private readonly commands: Commands,
    @Inject(Exports) private readonly exports: Exports,
  ) {}

  @Get('reviews')
  @Endpoint({ summary: '정기 점검할 이슈', lists: DueReviewAnswer })
  due(@Caller() by: Principal, @Query() query: ReviewFilter) {
    return readAs(this.source, by, (tx) => listDueReviews(tx, by, query));
  }

  @Get('reviews/export')
  @Endpoint({ summary: '정기 점검할 이슈 내려받기(CSV·XLSX)', produces: '*/*' })
  export(@Caller() by: Principal, @Query() query: ReviewExportQuery, @Req() request: Authenticated) {
    return this.exports.file(by, { name: 'reviews', ...reviewsToExport(by, query) }, query, request);
  }

  @Get('issues/:id/reviews')
  @Endpoint({ summary: '정기 점검 내역', lists: ReviewAnswer })
  reviews(@Caller() by: Principal, @PathId() id: string) {
    return readAs(this.source, by, async (tx) => ({ items: await reviewsOf(tx, by, id), nextCursor: null }));
  }

  @Post('issues/:id/reviews')
  @Endpoint({ summary: '정기 점검', status: 201, returns: IssueAnswer })
  review(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: NewReviewBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await reviewIssue(tx, by, id, body, version);
      return new Reply(201, await viewIssue(tx, by, id));
    });
  }

  @Get('follow-up-questions')
  @Endpoint({ summary: '종결 후 재발 여부 확인', lists: FollowUpQuestionAnswer })
  followUps(@Caller() by: Principal, @Query() query: FollowUpFilter) {
    return readAs(this.source, by, (tx) => listFollowUps(tx, by, query));
  }

  @Post('issues/:id/follow-up-answer')
  @Endpoint({ summary: '재발 여부 회신(재발이면 재개)', returns: IssueAnswer })
  answer(
    @Caller() by: Principal,
    @PathId() id: string,
    @Repeat() repeat: Repeatable | null,
    @IfMatch({ required: false }) version: number | null,
    @Body() body: FollowUpAnswerBody,
  ) {
    return this.commands.run(repeat, async (tx) => {
      await answerFollowUp(tx, by, id, body, version);
      return new Reply(200, await viewIssue(tx, by, id));
    });
  }
}
