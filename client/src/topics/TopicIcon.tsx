import { Hash, MessagesSquare } from 'lucide-react';
import type { Topic } from '../shared/api/types';

const sizes = { md: 'size-10 text-lg', lg: 'size-11.5 text-xl' };

/** Its emoji, or a sign. */
export function TopicIcon({ topic, size = 'lg' }: { topic: Topic | undefined; size?: keyof typeof sizes }) {
  const Sign = topic?.seq === 0 ? MessagesSquare : Hash;
  return (
    <span aria-hidden className={`grid shrink-0 place-items-center rounded-lg bg-accent-soft leading-none text-accent-text ${sizes[size]}`}>
      {topic?.icon ?? <Sign className="size-1/2" strokeWidth={1.8} />}
    </span>
  );
}
