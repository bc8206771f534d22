import { useFormat } from '../text/format.js';

/** Day and time, of which neither breaks: in a narrow column one stands below the other. */
export function Instant({ at }: { at: string | null | undefined }) {
  const format = useFormat();
  if (!at) return <span className="subtle">–</span>;
  const text = format.instant(at);
  const gap = text.lastIndexOf(' ');
  return (
    <time dateTime={at}>
      <span className="number">{text.slice(0, gap)}</span>{' '}
      <span className="number">{text.slice(gap + 1)}</span>
    </time>
  );
}
