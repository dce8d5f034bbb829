import type { ReactNode } from 'react';

export interface PageProps {
  title: string;
  text: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, text, actions, children }: PageProps) {
  return (
    <div className="max-w-270">
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          <p className="text-ink-2">{text}</p>
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export const Card = ({ children, className = '' }: { children: ReactNode; className?: string }) => (
  <section className={`overflow-hidden rounded-lg border border-line bg-surface ${className}`}>{children}</section>
);

export const Blank = ({ children }: { children: ReactNode }) => <Card className="flex min-h-80">{children}</Card>;
