import { useTranslation } from 'react-i18next';
import { useNavigation } from '../app/navigation';
import type { Me } from '../shared/api/types';
import { PaneHead } from '../shared/ui/PaneHead';
import type { Section } from './sections';

export function SectionPane({ section, me }: { section: Section; me: Me }) {
  const { t } = useTranslation();
  const { back } = useNavigation();
  const leave = () => back('/settings');
  const { Content, title } = section;
  return (
    <section
      aria-label={t(title)}
      className="slide-in flex min-h-0 flex-1 flex-col pt-[env(safe-area-inset-top)]"
      onKeyDown={event => event.key === 'Escape' && !document.querySelector('dialog[open]') && leave()}
    >
      <PaneHead title={t(title)} onBack={leave} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-[max(var(--s5),env(safe-area-inset-bottom))]">
        <Content me={me} />
      </div>
    </section>
  );
}
