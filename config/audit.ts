/** How the record of who saw and did what is kept. */
export interface AuditPolicy {
  sealEveryMs: number;
  anchorEveryMs: number;
  /** Reads, exports, sign-ins and refusals go after so many months; never fewer than twelve. */
  keepAccessMonths: number;
}

export const AUDIT: AuditPolicy = {
  sealEveryMs: 500,
  anchorEveryMs: 60_000,
  // 개인정보의 안전성 확보조치 기준 제8조: 접속기록 1년 이상, 5만명 이상·고유식별정보·민감정보는 2년 이상. Changes of rights are events and stay for good.
  keepAccessMonths: 24,
};
