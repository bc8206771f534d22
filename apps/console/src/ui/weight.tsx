import type { Grade } from '#issues/vocabulary.js';

const BARS = { critical: 4, high: 3, moderate: 2, low: 1 } satisfies Record<Grade, number>;

/** As many bars as a grade weighs: tells grades apart without colour, beside or instead of the word. */
export function Weight({ grade }: { grade: Grade }) {
  return (
    <svg className="weight" width="16" height="12" viewBox="0 0 16 12" aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <rect
          key={bar}
          x={(bar - 1) * 4}
          y={12 - bar * 3}
          width="3"
          height={bar * 3}
          fill="currentColor"
          opacity={bar <= BARS[grade] ? 1 : 0.25}
        />
      ))}
    </svg>
  );
}
