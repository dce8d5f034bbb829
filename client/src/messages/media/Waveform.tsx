const bars = 42;

/** The loudest of each stretch, as many as there is room for. */
function fit(peaks: number[]): number[] {
  if (peaks.length <= bars) return peaks;
  return Array.from({ length: bars }, (_, bar) =>
    Math.max(...peaks.slice(Math.floor((bar * peaks.length) / bars), Math.floor(((bar + 1) * peaks.length) / bars))));
}

/** What has been heard is stronger. Without peaks a line says the same. */
export function Waveform({ peaks, share }: { peaks: number[] | null; share: number }) {
  if (!peaks?.length) {
    return (
      <span aria-hidden className="my-2.5 block h-1 overflow-hidden rounded-full bg-current/25">
        <span className="block h-full origin-left bg-accent" style={{ transform: `scaleX(${share})` }} />
      </span>
    );
  }
  const shown = fit(peaks);
  return (
    <span aria-hidden className="flex h-7 items-center gap-px">
      {shown.map((peak, at) => (
        <span key={at} className={`min-w-0 flex-1 rounded-full ${at < share * shown.length ? 'bg-accent' : 'bg-current/30'}`} style={{ height: `${12 + (peak / 255) * 88}%` }} />
      ))}
    </span>
  );
}
