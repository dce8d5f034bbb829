import { hueOf } from '@stogram/client/shared/text/initials';
import type { CSSProperties } from 'react';

export const PluginIcon = ({ id, name }: { id: string; name: string }) => (
  <span
    aria-hidden
    style={{ '--h': hueOf(id) } as CSSProperties}
    className="avatar-paint grid size-11 shrink-0 place-items-center rounded-md font-semibold select-none"
  >
    {[...name][0]?.toLocaleUpperCase()}
  </span>
);
