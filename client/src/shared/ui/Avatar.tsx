import type { LucideIcon } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Status } from '../api/types';
import { useFace } from '../pictures/Faces';
import { hueOf, initials } from '../text/initials';

export interface AvatarProps {
  id: string;
  name: string;
  size?: '2xs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' | undefined;
  /** People are round, groups are rounded squares. */
  square?: boolean;
  /** Their own picture, as the wire names it. */
  picture?: string | null | undefined;
  /** Stands for what has neither a picture nor a name of its own. */
  icon?: LucideIcon | undefined;
  /** A dot for whoever is here. */
  status?: Status | null | undefined;
}

const sizes = {
  '2xs': 'size-5.5 text-2xs',
  xs: 'size-8.5 text-xs',
  sm: 'size-9 text-sm',
  md: 'size-10 text-md',
  lg: 'size-11.5 text-lg',
  xl: 'size-22 text-xl',
};
const corners = { '2xs': 'rounded-sm', xs: 'rounded-sm', sm: 'rounded-md', md: 'rounded-md', lg: 'rounded-lg', xl: 'rounded-xl' };

const dots = { ONLINE: 'bg-online', AWAY: 'bg-warn', DND: 'bg-bad' };

export function Avatar({ id, name, size = 'lg', square = false, picture, icon: Icon, status }: AvatarProps) {
  const face = useFace(picture);
  const shape = square ? corners[size] : 'rounded-full';
  const hue = { '--h': hueOf(id) } as CSSProperties;
  return (
    <span
      aria-hidden
      style={hue}
      className={`${Icon ? 'bg-accent text-on-accent' : 'avatar-paint'} relative grid shrink-0 place-items-center font-semibold select-none ${sizes[size]} ${shape}`}
    >
      {face ? <img src={face} alt="" draggable={false} className={`size-full object-cover ${shape}`} /> : Icon ? <Icon className="size-1/2" strokeWidth={1.8} /> : initials(name)}
      {status && status !== 'OFFLINE' && <span data-status={status} className={`absolute -right-0.5 -bottom-0.5 size-3.25 rounded-full border-2 border-surface ${dots[status]}`} />}
    </span>
  );
}
