import { useEffect, useState } from 'preact/hooks';
import type { Bars } from './Bars';

export function useIsOpen(bars: Bars, chatId: string): boolean {
  const [, redraw] = useState(0);
  useEffect(() => bars.watch(() => redraw(count => count + 1)), [bars]);
  return bars.openIn === chatId;
}
