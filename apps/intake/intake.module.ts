import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ActionRequest } from '#actions/action-request.entity.js';
import { AccessLog } from '#audit/access-log.js';
import { DepartmentResponse } from '#actions/department-response.entity.js';
import { CoreModule } from '#events/core.module.js';
import { Decision } from '#issues/decision.entity.js';
import { Incoming } from '#files/incoming.js';
import { fileStorage, folderOf } from '#files/open-storage.js';
import { Issue } from '#issues/issue.entity.js';
import { KnownTexts } from '#issues/known-texts.js';
import { Department } from '#people/department.entity.js';
import { Sessions } from '#people/sessions.js';
import { Tokens } from '#people/tokens.js';
import { User } from '#people/user.entity.js';
import { View } from '#people/view.entity.js';
import type { Env } from '#platform/env.js';
import { Outbound } from '#platform/outbound.js';
import { Edition } from '#reports/edition.entity.js';
import { Signal } from '#signals/signal.entity.js';
import { RequestsController } from './actions/requests.controller.js';
import { WorkController } from './actions/work.controller.js';
import { DeadlinesController } from './deadlines/deadlines.controller.js';
import { EscalationsController } from './deadlines/escalations.controller.js';
import { ReviewsController } from './deadlines/reviews.controller.js';
import { DeliveriesController } from './deliveries/deliveries.controller.js';
import { WebhooksController } from './deliveries/webhooks.controller.js';
import { CommentsController } from './comments/comments.controller.js';
import { FilesController } from './files/files.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { AccessGuard } from './http/access.guard.js';
import { AnswerInterceptor, Commands } from './http/answer.js';
import { Exports } from './http/export.js';
import { ProblemFilter } from './http/problem.filter.js';
import { Recorder } from './http/recorder.js';
import { sound } from './http/sound.js';
import { ImportsController } from './imports/imports.controller.js';
import { IssueLinksController } from './issues/issue-links.controller.js';
import { IssuesController } from './issues/issues.controller.js';
import { SimilarController } from './issues/similar.controller.js';
import { Registrar } from './issues/registrar.js';
import { WeighingController } from './issues/weighing.controller.js';
import { FollowsController } from './notifications/follows.controller.js';
import { InboxController } from './notifications/inbox.controller.js';
import { NoticeTextsController } from './notifications/notice-texts.controller.js';
import { PreferencesController } from './notifications/preferences.controller.js';
import { DevMailController } from './operations/dev-mail.controller.js';
import { FeedListener } from './operations/feed-listener.js';
import { FeedReader } from './operations/feed-reader.js';
import { HealthController } from './operations/health.controller.js';
import { ParkedController } from './operations/parked.controller.js';
import { StreamController } from './operations/stream.controller.js';
import { AreaContactsController } from './people/area-contacts.controller.js';
import { DeputiesController } from './people/deputies.controller.js';
import { PeopleController } from './people/people.controller.js';
import { SecondFactorController } from './people/second-factor.controller.js';
import { SessionsController } from './people/sessions.controller.js';
import { IdentityProvider } from './people/identity-provider.js';
import { SingleSignOnController } from './people/single-sign-on.controller.js';
import { TokensController } from './people/tokens.controller.js';
import { ViewsController } from './people/views.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { ReorganisationsController } from './reorganisations/reorganisations.controller.js';
import { PoliciesController } from './policies/policies.controller.js';
import { OutlookController } from './reports/outlook.controller.js';
import { BriefsController } from './reports/briefs.controller.js';
import { ChangesController } from './reports/changes.controller.js';
import { CouncilController } from './reports/council.controller.js';
import { EditionsController } from './reports/editions.controller.js';
import { ReportsController } from './reports/reports.controller.js';
import { RestrictedController } from './reports/restricted.controller.js';
import { RoundsController } from './rounds/rounds.controller.js';
import { ClustersController } from './signals/clusters.controller.js';
import { TemplatesController } from './templates/templates.controller.js';
import { WarningsController } from './warnings/warnings.controller.js';
import { FeedsController } from './signals/feeds.controller.js';
import { ScrapController } from './signals/scrap.controller.js';
import { SignalsController } from './signals/signals.controller.js';

const ENTITIES = [
  User,
  Department,
  View,
  Issue,
  Decision,
  Signal,
  ActionRequest,
  DepartmentResponse,
  Edition,
];

const CONTROLLERS = [
  SessionsController,
  TokensController,
  SecondFactorController,
  SingleSignOnController,
  PeopleController,
  AreaContactsController,
  DeputiesController,
  ViewsController,
  ScrapController,
  SignalsController,
  ClustersController,
  FeedsController,
  ImportsController,
  SimilarController,
  WarningsController,
  IssuesController,
  IssueLinksController,
  WeighingController,
  PoliciesController,
  ReorganisationsController,
  RetentionController,
  RequestsController,
  WorkController,
  EscalationsController,
  ReviewsController,
  DeadlinesController,
  FilesController,
  CommentsController,
  TemplatesController,
  BriefsController,
  ChangesController,
  CouncilController,
  ReportsController,
  RestrictedController,
  EditionsController,
  OutlookController,
  RoundsController,
  InboxController,
  PreferencesController,
  FollowsController,
  NoticeTextsController,
  DeliveriesController,
  WebhooksController,
  StreamController,
  ParkedController,
  AuditController,
  HealthController,
  DevMailController,
];

/** The HTTP API. It writes facts and reads views; nothing here waits for a queue. */
@Module({})
export class IntakeModule {
  static with(env: Env): DynamicModule {
    return {
      module: IntakeModule,
      imports: [CoreModule.with(env, ENTITIES)],
      controllers: CONTROLLERS,
      providers: [
        Commands,
        Registrar,
        KnownTexts,
        FeedListener,
        FeedReader,
        { provide: Sessions, inject: [DataSource], useFactory: (source: DataSource) => new Sessions(source) },
        { provide: Tokens, inject: [DataSource], useFactory: (source: DataSource) => new Tokens(source) },
        { provide: Outbound, useFactory: () => new Outbound(env.OUTBOUND_ALLOW) },
        fileStorage(env),
        { provide: Incoming, useFactory: () => Incoming.open(folderOf(env)) },
        { provide: IdentityProvider, useFactory: () => new IdentityProvider(env) },
        AccessGuard,
        {
          provide: AccessLog,
          inject: [DataSource],
          useFactory: (source: DataSource) => new AccessLog(source),
        },
        Recorder,
        Exports,
        { provide: APP_PIPE, useValue: sound },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
