import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Quote } from '../shared/api/types';
import { IconButton } from '../shared/ui/IconButton';

export function ReplyBar({ quote, name, onCancel }: { quote: Quote; name: string; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="fade-in flex items-center gap-2 pb-1">
      <div className="min-w-0 flex-1 rounded-tail border-l-3 border-accent bg-accent/10 px-2 py-1 text-sm">
        <p className="truncate font-semibold text-accent-text">{t('compose.replyingTo', { name })}</p>
        <p className="truncate text-ink-2">{quote.quote ? `“${quote.quote.text}”` : quote.content || t('messages.quote')}</p>
      </div>
      <IconButton icon={X} label={t('compose.cancelReply')} onClick={onCancel} />
    </div>
  );
}
