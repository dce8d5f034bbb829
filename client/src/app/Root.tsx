import { lazy, Suspense } from 'react';
import { useStore } from '../shared/sync/store';
import { Logo } from '../shared/ui/Logo';
import { Shell } from './Shell';
import { UpdateBar } from './UpdateBar';

const Welcome = lazy(() => import('./Welcome').then(module => ({ default: module.Welcome })));

export function Root() {
  const phase = useStore(state => state.phase);
  return (
    <>
      {phase === 'ready' && <Shell />}
      {phase === 'signed-out' && <Suspense fallback={<Splash />}><Welcome /></Suspense>}
      {phase === 'starting' && <Splash />}
      <UpdateBar />
    </>
  );
}

const Splash = () => (
  <div className="grid h-full place-items-center">
    <Logo />
  </div>
);
