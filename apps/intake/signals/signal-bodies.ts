import { CHANNELS, type Channel } from '#issues/vocabulary.js';
import { Flag, FromQuery, Id, ListOf, OneOf, Text } from '#platform/fields.js';
import { CLUSTER_STATES, type ClusterState } from '#signals/clusters.js';
import { SIGNAL_COLUMNS } from '#signals/export-signals.js';
import { SIGNAL_STATES, type SignalState } from '#signals/vocabulary.js';
import { exporting } from '../http/export.js';
import { Cursor, Limit, Sort } from '../http/listing.js';
import { NewSignalBody } from '#signals/signal-body.js';

export class AttachmentBody {
  @Id()
  issueId: string;
}

export class DismissalBody {
  @Text({ max: 4000 })
  reason: string;
}

export class CompanionBody {
  @Id({ description: '함께 묶을 동향' })
  signalId: string;
}

export class QuestionBody {
  @Text({ max: 4000 })
  text: string;
}

/** Most signals of one list. */
export const BATCH = 200;

export class ScrapBody {
  @Text({ max: 400_000, description: '붙여 넣은 글 또는 HTML' })
  text: string;
}

export class SimilarSignalBody {
  @Text({ line: true, max: 500 })
  title: string;

  @Text({ max: 10_000, optional: true, nullable: true })
  body?: string | null;
}

export class SignalListBody {
  @ListOf(() => NewSignalBody, { max: BATCH })
  signals: NewSignalBody[];
}

/** Which signals, and in which order. */
class SignalSelection {
  @Sort(['-createdAt', 'createdAt'])
  sort?: '-createdAt' | 'createdAt';

  @OneOf(SIGNAL_STATES, { optional: true })
  state?: SignalState;

  @OneOf(CHANNELS, { optional: true })
  channel?: Channel;

  @Id({ optional: true, description: '같은 보도 묶음' })
  clusterId?: string;

  @Text({ min: 0, max: 200, optional: true, description: '제목 검색' })
  q?: string;
}

export class SignalFilter extends SignalSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class SignalExportQuery extends exporting(SignalSelection, SIGNAL_COLUMNS) {}

/** Which stories, and in which order. */
class ClusterSelection {
  @Sort(['-receivedAt', 'receivedAt'])
  sort?: '-receivedAt' | 'receivedAt';

  @OneOf(CLUSTER_STATES, { optional: true, description: '기본 waiting: 처리를 기다리는 동향' })
  state?: ClusterState;

  @OneOf(CHANNELS, { optional: true })
  channel?: Channel;

  @Text({ min: 0, max: 200, optional: true, description: '제목 검색' })
  q?: string;

  @FromQuery()
  @Flag({ optional: true, description: 'true: 묶이지 않은 동향도 한 건짜리 묶음으로' })
  lone?: boolean;

  @FromQuery()
  @Flag({ optional: true, description: 'true: 실·국에서 제보한 동향만' })
  reported?: boolean;
}

export class ClusterFilter extends ClusterSelection {
  @Limit()
  limit?: number;

  @Cursor()
  cursor?: string;
}

export class ClusterExportQuery extends exporting(ClusterSelection, SIGNAL_COLUMNS) {}
