export const TypingDots = () => (
  <span aria-hidden className="inline-flex gap-0.5 pr-1.5 align-middle">
    {[0, 1, 2].map(n => <span key={n} className="typing-dot size-1 rounded-full bg-current" style={{ animationDelay: `${n * 160}ms` }} />)}
  </span>
);
