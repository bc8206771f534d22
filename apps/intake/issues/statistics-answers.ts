import { CHANNELS, GRADES } from '#issues/vocabulary.js';
import { Free, Id, ListOf, Month, OneOf, Text, Whole } from '#platform/fields.js';

class GridCell {
  @Whole({ min: 1, max: 5 })
  impact: number;

  @Whole({ min: 1, max: 5 })
  likelihood: number;

  @Whole({ min: 1, max: 1e9 })
  count: number;
}

class GradeCount {
  @OneOf(GRADES, { nullable: true })
  grade: string | null;

  @Whole({ min: 1, max: 1e9 })
  count: number;
}

class MonthCount {
  @Month()
  month: string;

  @Whole({ min: 0, max: 1e9 })
  reported: number;

  @Whole({ min: 0, max: 1e9 })
  closed: number;
}

class ChannelCount {
  @OneOf(CHANNELS)
  channel: string;

  @Whole({ min: 0, max: 1e9 })
  open: number;

  @Whole({ min: 0, max: 1e9 })
  total: number;
}

class DepartmentCount {
  @Id()
  departmentId: string;

  @Text({ max: 100 })
  name: string;

  @Whole({ min: 1, max: 1e9 })
  open: number;

  @Whole({ min: 0, max: 1e9 })
  overdue: number;
}

class OutlookMonth {
  @Month()
  month: string;

  @Whole({ min: 0, max: 1e9, description: '중요도가 아직 없는 이슈를 포함' })
  count: number;

  @Whole({ min: 0, max: 1e9 })
  critical: number;

  @Whole({ min: 0, max: 1e9 })
  high: number;

  @Whole({ min: 0, max: 1e9 })
  moderate: number;

  @Whole({ min: 0, max: 1e9 })
  low: number;
}

/** What a dashboard draws. */
export class IssueStatisticsAnswer {
  @Month({ description: '이번 달(서울)' })
  month: string;

  @ListOf(() => GridCell, {
    max: 25,
    description:
      '종결되지 않은 이슈의 영향도 × 발생 가능성. 담당자가 둘 다 입력한 이슈만 셉니다(자동 분석은 두 값을 산출하지 않음).',
  })
  grid: GridCell[];

  @ListOf(() => GradeCount, { max: 5, description: '종결되지 않은 이슈. null: 중요도 미정' })
  grades: GradeCount[];

  @ListOf(() => MonthCount, { max: 12, description: '이번 달까지 열두 달의 등록·종결' })
  trend: MonthCount[];

  @ListOf(() => ChannelCount, { max: 5 })
  channels: ChannelCount[];

  @ListOf(() => DepartmentCount, { max: 1000, description: '종결되지 않은 이슈가 있는 주관부서, 많은 순' })
  departments: DepartmentCount[];

  @ListOf(() => OutlookMonth, { max: 6, description: '이번 달부터 여섯 달, 예상 시기별 종결되지 않은 이슈' })
  outlook: OutlookMonth[];
}

/** How many issues there are by each word. */
export class IssueSummaryAnswer {
  @Whole({ min: 0, max: 1e9 })
  total: number;

  @Free()
  byStage: Record<string, number>;

  @Free()
  byState: Record<string, number>;

  @Free()
  byGrade: Record<string, number>;

  @Free()
  byChannel: Record<string, number>;

  @Whole({ min: 0, max: 1e9 })
  overdue: number;
}
