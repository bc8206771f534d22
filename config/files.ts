/** What may hang on one answer or one comment, and how long what hangs nowhere is kept. */
export const FILES = {
  /** Files that come with one answer or comment. */
  most: 20,
  /** All of them together. */
  mostMegabytes: 200,
  /** Somebody uploaded it and never sent what it belongs to. */
  unattachedHours: 24,
  /** Bytes without a file: a process died between storing and writing down. */
  orphanHours: 1,
} as const;
