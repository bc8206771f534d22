import type { Assessment, SimilarIssue } from '../../api/types.js';

/** What the stages found, as they write it into their assessment; every part may be missing. */
export interface Findings {
  similar: SimilarIssue[];
  departments: { id: string; name: string; score: number; reasons: string[] }[];
  crisis: { suspected: boolean; reasons: string[] };
  reasons: string[];
  support: string[];
  districts: string[];
}

/** Of the newest assessment of a stage. */
export function findingsOf(assessments: Assessment[], stage: Assessment['stage']): Findings {
  const found = assessments.findLast((one) => one.stage === stage)?.findings as Partial<Findings> | undefined;
  return {
    similar: found?.similar ?? [],
    departments: found?.departments ?? [],
    crisis: { suspected: found?.crisis?.suspected ?? false, reasons: found?.crisis?.reasons ?? [] },
    reasons: found?.reasons ?? [],
    support: found?.support ?? [],
    districts: found?.districts ?? [],
  };
}
