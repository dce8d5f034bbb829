import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Score = 0 | 1 | 2 | 3 | 4;

const paint = ['bg-bad', 'bg-bad', 'bg-warn', 'bg-good', 'bg-good'];

/** A measure and no rule: the server asks for length alone. Its word lists come only when somebody types. */
export function StrengthMeter({ password, known }: { password: string; known: readonly string[] }) {
  const { t } = useTranslation();
  const [score, setScore] = useState<Score | null>(null);
  const words = known.join('\n');
  useEffect(() => {
    let current = true;
    if (password) {
      void import('./strength').then(({ strengthOf }) => current && setScore(strengthOf(password, words.split('\n')) as Score), () => undefined);
    }
    return () => {
      current = false;
    };
  }, [password, words]);
  if (!password || score === null) return null;
  return (
    <div className="-mt-2 flex items-center gap-3">
      <span aria-hidden className="grid flex-1 grid-cols-4 gap-1">
        {[1, 2, 3, 4].map(step => (
          <span key={step} className={`h-1 rounded-full transition-colors duration-(--calm) ${step <= Math.max(1, score) ? paint[score] : 'bg-sunken'}`} />
        ))}
      </span>
      <span role="status" aria-label={t('auth.strength')} className="text-sm text-ink-2">{t(`auth.strength${score}`)}</span>
    </div>
  );
}
