import { Module, type DynamicModule } from '@nestjs/common';
import { CoreModule } from '#events/core.module.js';
import { fileStorage } from '#files/open-storage.js';
import { KnownTexts } from '#issues/known-texts.js';
import type { Env } from '#platform/env.js';
import { Outbound } from '#platform/outbound.js';
import { workers } from '#platform/queues.js';
import { Edition } from '#reports/edition.entity.js';
import { ClusterWorker } from './cluster.worker.js';
import { CompileWorker } from './compile.worker.js';
import { DeadlineRound } from './deadline-round.js';
import { FeedSchedule } from './feed-schedule.js';
import { FileKeeping } from './file-keeping.js';
import { Housekeeping } from './housekeeping.js';
import { ImportWorker } from './import.worker.js';
import { PollWorker } from './poll.worker.js';
import { Issue } from '#issues/issue.entity.js';
import { Decision } from '#issues/decision.entity.js';
import { Relay } from './relay.js';
import { Sealer } from './sealer.js';
import { ReweighWorker } from './reweigh.worker.js';
import { Schedule } from './schedule.js';
import { WarningRound } from './warning-round.js';
import { WatchWorker } from './watch.worker.js';
import { ActWorker } from './stages/act.worker.js';
import { AnalyzeWorker } from './stages/analyze.worker.js';
import { IdentifyWorker } from './stages/identify.worker.js';
import { PrioritizeWorker } from './stages/prioritize.worker.js';
import { TurningDays } from './turning-days.js';

/** Moves issues through the four stages, takes in press feeds, brings signals together, compiles reports. */
@Module({})
export class PipelineModule {
  static with(env: Env): DynamicModule {
    return {
      module: PipelineModule,
      imports: [CoreModule.with(env, [Edition, Issue, Decision]), ...workers(env)],
      providers: [
        KnownTexts,
        Relay,
        Sealer,
        Schedule,
        TurningDays,
        DeadlineRound,
        Housekeeping,
        fileStorage(env),
        FileKeeping,
        IdentifyWorker,
        AnalyzeWorker,
        PrioritizeWorker,
        ActWorker,
        ClusterWorker,
        CompileWorker,
        { provide: Outbound, useFactory: () => new Outbound(env.OUTBOUND_ALLOW) },
        FeedSchedule,
        PollWorker,
        ReweighWorker,
        ImportWorker,
        WarningRound,
        WatchWorker,
      ],
    };
  }
}
