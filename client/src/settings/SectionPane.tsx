import type { ReactNode } from 'react';
import { useNavigation } from '../app/navigation';
import { PaneHead } from '../shared/ui/PaneHead';

export function SectionPane({ title, children }: { title: string; children: ReactNode }) {
  const { back } = useNavigation();
  const leave = () => back('/settings');
  return (
    <section
      aria-label={title}
      className="slide-in flex min-h-0 flex-1 flex-col pt-[env(safe-area-inset-top)]"
      onKeyDown={event => event.key === 'Escape' && !document.querySelector('dialog[open]') && leave()}
    >
      <PaneHead title={title} onBack={leave} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-[max(var(--s5),env(safe-area-inset-bottom))]">
        {children}
      </div>
    </section>
  );
}
