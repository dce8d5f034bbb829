import { Link } from 'wouter';
import { inApp } from '../../app/navigation';
import { useIsFilled } from '../../plugins/registry';

/** Leads to everything that bears it, where there is a search. */
export function Hashtag({ tag }: { tag: string }) {
  if (!useIsFilled('sidebar.search@1')) return <span className="font-medium text-accent-text">{tag}</span>;
  return <Link href={`/search?${new URLSearchParams({ q: tag })}`} state={inApp} className="font-medium text-accent-text hover:underline">{tag}</Link>;
}
