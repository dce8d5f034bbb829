import { lazy, Suspense } from 'react';
import { app } from '../shared/app';
import { Faces } from '../shared/pictures/Faces';
import { useStore } from '../shared/sync/store';
import { Logo } from '../shared/ui/Logo';
import { Shell } from './Shell';
import { UpdateBar } from './UpdateBar';
import { useBarred } from './useBarred';
import { useErrand } from './useErrand';
import { useFreshMe } from './useFreshMe';

const Welcome = lazy(() => import('./Welcome').then(module => ({ default: module.Welcome })));

const Errand = lazy(() => import('./Errand').then(module => ({ default: module.Errand })));
const RequiredTwoStep = lazy(() => import('../settings/twoStep/RequiredTwoStep').then(module => ({ default: module.RequiredTwoStep })));

export function Root() {
  const phase = useStore(state => state.phase);
  const { errand, finish } = useErrand();
  const { isBarred, pass } = useBarred();
  useFreshMe(phase);
  return (
    <Faces session={app.session}>
      <Suspense fallback={<Splash />}>
        {errand && <Errand {...errand} onDone={finish} />}
        {!errand && phase === 'ready' && (isBarred ? <RequiredTwoStep onDone={pass} /> : <Shell />)}
        {!errand && phase === 'signed-out' && <Welcome />}
        {!errand && phase === 'starting' && <Splash />}
      </Suspense>
      <UpdateBar />
    </Faces>
  );
}

const Splash = () => (
  <div className="grid h-full place-items-center">
    <Logo />
  </div>
);
