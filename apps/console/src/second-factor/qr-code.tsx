import { encode } from 'uqr';

/** What a camera reads; drawn here, so that the secret goes nowhere else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  // Four modules of margin, as ISO/IEC 18004 wants them.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
