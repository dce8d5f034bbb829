import { useNavigation } from '../app/navigation';
import { sections } from './sections';

export function useSection() {
  const { path } = useNavigation();
  return sections.find(section => path === `/settings/${section.path}`);
}
