/** What an event is about; events of one subject are numbered and handled in order. */
export type Subject =
  | `issue:${string}`
  /** 내부 메모 of an issue: numbered apart, so that its own events have no gaps. */
  | `note:${string}`
  | `template:${string}`
  | `signal:${string}`
  | `feed:${string}`
  | `policy:${string}`
  | `reorganisation:${string}`
  | `import:${string}`
  | `report:${string}`
  | `round:${string}`
  | `rule:${string}`
  | `department:${string}`
  | `area-contact:${string}`
  | `deputy:${string}`
  | `user:${string}`
  | `webhook:${string}`
  | `delivery:${string}`
  | `contact:${string}`
  | 'system:retention'
  | 'system:watch'
  | 'system:notify';
export const issueSubject = (id: string): Subject => `issue:${id}`;
export const noteSubject = (issueId: string): Subject => `note:${issueId}`;
export const templateSubject = (id: string): Subject => `template:${id}`;
export const signalSubject = (id: string): Subject => `signal:${id}`;
export const departmentSubject = (id: string): Subject => `department:${id}`;
export const areaContactSubject = (id: string): Subject => `area-contact:${id}`;
export const deputySubject = (id: string): Subject => `deputy:${id}`;
export const ruleSubject = (id: string): Subject => `rule:${id}`;
export const feedSubject = (id: string): Subject => `feed:${id}`;
export const policySubject = (version: string): Subject => `policy:${version}`;
export const reorganisationSubject = (id: string): Subject => `reorganisation:${id}`;
export const retentionSubject: Subject = 'system:retention';
export const importSubject = (id: string): Subject => `import:${id}`;
export const reportSubject = (month: string): Subject => `report:${month}`;
export const roundSubject = (month: string): Subject => `round:${month}`;
export const webhookSubject = (id: string): Subject => `webhook:${id}`;
export const userSubject = (id: string): Subject => `user:${id}`;
export const deliverySubject = (id: string): Subject => `delivery:${id}`;
/** Of a person or a department. */
export const contactSubject = (id: string): Subject => `contact:${id}`;
/** The id within a subject, e.g. an issue's. */
export const subjectId = (subject: string): string => subject.slice(subject.indexOf(':') + 1);
