import { CircleAlert, CircleCheck } from 'lucide-react';
import { useNotice } from '../shared/notice';

/** Floats above the composer, out of the way of what one writes. */
export function NoticeBar() {
  const notice = useNotice(state => state.notice);
  const Icon = notice?.isBad ? CircleAlert : CircleCheck;
  return (
    <div role="status" className="pointer-events-none fixed inset-x-4 bottom-24 z-40 flex justify-center">
      {notice && (
        <p className="fade-in flex max-w-full items-center gap-2 rounded-lg bg-raised px-4 py-2.5 text-sm font-medium shadow-float">
          <Icon aria-hidden size={18} className={`shrink-0 ${notice.isBad ? 'text-bad' : 'text-good-text'}`} />
          {notice.text}
        </p>
      )}
    </div>
  );
}
