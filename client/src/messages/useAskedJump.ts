import { useEffect } from 'react';
import { useJumping } from './jumping';

/** Goes where somebody outside the timeline asked to go, once. */
export function useAskedJump(chatId: string | null, go: (seq: number) => void) {
  const to = useJumping(jumping => jumping.to);
  useEffect(() => {
    if (to?.chatId !== chatId) return;
    useJumping.setState({ to: null });
    go(to.seq);
  }, [to, chatId, go]);
}
