import type { ReactNode } from 'react';

/** Where an address leads is not told who followed it, and it cannot reach back. */
export const outward = { target: '_blank', rel: 'noopener noreferrer nofollow' } as const;

/** Only what the browser itself takes for an address can be followed; where it leads can be read before. */
export function WebLink({ address, children }: { address: string; children: ReactNode }) {
  if (!URL.canParse(address)) return children;
  return (
    <a
      href={new URL(address).href}
      title={children === address ? undefined : address}
      {...outward}
      className="font-medium text-accent-text underline decoration-1 underline-offset-2"
    >
      {children}
    </a>
  );
}
