import { useNavigation } from '../app/navigation';
import { type Piece, usePieces } from '../plugins/registry';
import { sections } from './sections';

export function useSection() {
  const { path } = useNavigation();
  return sections.find(section => path === `/settings/${section.path}`);
}

/** One that a plugin has added; gone with it. */
export function useAddedSection() {
  const { path } = useNavigation();
  return usePieces('settings.section@1').find(piece => path === `/settings/${addedPath(piece)}`);
}

export const addedPath = ({ plugin, contribution }: Piece<'settings.section@1'>) => `plugin/${plugin}/${contribution.id}`;
