import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { findSimilar, similarityOf } from '#issues/find-similar.js';
import type { Principal } from '#people/principal.js';
import { readAs } from '#people/read-as.js';
import { Caller } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.js';
import * as bodies from './issue-bodies.js';
import { SimilarIssuesAnswer, SimilarityAnswer } from './similar-answers.js';

/** What is like a text, before anything is saved. */
@ApiTags('이슈')
@Controller('api/v1')
export class SimilarController {
  constructor(@Inject(DataSource) private readonly source: DataSource) {}

  @Post('issues/similar')
  @Endpoint({ summary: '등록 전 유사 이슈 확인', returns: SimilarIssuesAnswer })
  issues(@Caller() by: Principal, @Body() { text }: bodies.SimilarBody) {
    return readAs(this.source, by, async (tx) => ({ items: await findSimilar(tx, by, text) }));
  }

  @Post('similarity')
  @Endpoint({ summary: '두 글의 유사도', returns: SimilarityAnswer })
  compare(@Body() { a, b }: bodies.SimilarityBody) {
    return similarityOf(a, b);
  }
}
