import { useMemo } from 'react';
import { encode } from 'uqr';

/** Drawn here: the secret in it must not leave the page. Dark on white in both themes, or cameras fail. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data } = encode(text, { ecc: 'M', border: 2 });
    const dots = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: data.length, path: dots.join('') };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="qr-paint size-52 rounded-md border border-line">
      <path d={path} />
    </svg>
  );
}
