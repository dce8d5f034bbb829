import { useEffect, useMemo, useState } from 'react';
import type { Preview } from '../../shared/api/types';
import { app } from '../../shared/app';
import { firstLink } from '../../shared/text/firstLink';

/** Nobody asks for an address that is still being typed. */
const pauseMs = 700;
const most = 50;
const known = new Map<string, Preview | null>();

app.session.onLost(() => known.clear());

/** What will be shown of the link in a text; declined once, it stays so until another link is there. */
export function useLink(text: string, isOn: boolean) {
  const link = useMemo(() => (isOn ? firstLink(text) : null), [text, isOn]);
  const [found, setFound] = useState<{ link: string; preview: Preview | null } | null>(null);
  const [declined, setDeclined] = useState<string | null>(null);
  const isDeclined = link !== null && link === declined;

  useEffect(() => {
    if (link === null || isDeclined) return;
    let isCurrent = true;
    const look = async () => {
      const preview = known.has(link) ? known.get(link)! : await app.session.api.preview(link);
      known.set(link, preview);
      if (known.size > most) known.delete(known.keys().next().value!);
      if (isCurrent) setFound({ link, preview });
    };
    const timer = setTimeout(() => look().catch(() => null), known.has(link) ? 0 : pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [link, isDeclined]);

  return {
    preview: !isDeclined && found?.link === link ? found?.preview ?? null : null,
    isDeclined,
    decline: () => setDeclined(link),
  };
}
