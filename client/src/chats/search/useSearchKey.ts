import { useEffect } from 'react';
import { useNavigation } from '../../app/navigation';
import { useIsFilled } from '../../plugins/registry';

/** Control or command and K, from anywhere. */
export function useSearchKey() {
  const { go } = useNavigation();
  const isOn = useIsFilled('sidebar.search@1');
  useEffect(() => {
    if (!isOn) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      go('/search');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [isOn]);
}
