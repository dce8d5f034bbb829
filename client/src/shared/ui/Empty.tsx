import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyProps {
  icon: LucideIcon;
  title: string;
  text?: string;
  children?: ReactNode;
}

export function Empty({ icon: Icon, title, text, children }: EmptyProps) {
  return (
    <div className="fade-in m-auto grid max-w-80 justify-items-center gap-1 p-6 text-center">
      <span className="mb-3 grid size-16 place-items-center rounded-full bg-accent-soft text-accent-text">
        <Icon aria-hidden size={28} strokeWidth={1.6} />
      </span>
      <p className="font-semibold">{title}</p>
      {text && <p className="text-ink-2">{text}</p>}
      {children && <div className="mt-4">{children}</div>}
    </div>
  );
}
