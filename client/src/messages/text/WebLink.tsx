import type { ReactNode } from 'react';

/** Only what the browser itself takes for an address can be followed; where it leads can be read before. */
export function WebLink({ address, children }: { address: string; children: ReactNode }) {
  if (!URL.canParse(address)) return children;
  return (
    <a
      href={new URL(address).href}
      title={children === address ? undefined : address}
      target="_blank"
      rel="noopener noreferrer nofollow"
      className="font-medium text-accent-text underline decoration-1 underline-offset-2"
    >
      {children}
    </a>
  );
}
