import { useTranslation } from 'react-i18next';
import type { Piece } from '../plugins/registry';
import { SlotPiece } from '../plugins/Slot';
import { titled } from '../plugins/titled';
import { SectionPane } from './SectionPane';

const nothing = Object.freeze({});

/** A section of the settings that a plugin fills. */
export function PluginSection({ piece }: { piece: Piece<'settings.section@1'> }) {
  const { t, i18n } = useTranslation();
  return (
    <SectionPane title={titled(piece).title}>
      <SlotPiece
        key={`${piece.plugin}/${piece.contribution.id}/${i18n.language}`}
        piece={piece}
        props={nothing}
        otherwise={<p className="py-6 text-center text-ink-2">{t('slots.goneSub')}</p>}
      />
    </SectionPane>
  );
}
