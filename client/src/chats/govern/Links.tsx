import { Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatLink, NewChatLink } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { CopyBox } from '../../shared/ui/CopyBox';
import { IconButton } from '../../shared/ui/IconButton';
import { usePages } from '../../shared/usePages';
import { useTask } from '../../shared/useTask';
import { NewLink } from './NewLink';
import { Rows } from './Rows';
import { sayDate } from './untilWhen';

export function Links({ chatId }: { chatId: string }) {
  const { t } = useTranslation();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<NewChatLink | null>(null);
  const pages = usePages(useCallback(async () => ({ data: await app.session.api.links(chatId), next: null }), [chatId]));
  const task = useTask();
  const revoke = (link: ChatLink) => void task.run(() => app.session.api.revokeLink(chatId, link.id), () => void pages.look());
  const take = (link: NewChatLink) => {
    setMade(link);
    setMaking(false);
    void pages.look();
  };
  return (
    <div className="grid gap-3 pb-4">
      <p className="px-4 text-sm text-ink-2">{t('govern.linksSub')}</p>
      {made && (
        <div className="grid gap-1 px-4">
          <CopyBox label={t('govern.linkMade')} text={made.url} />
          <p className="text-sm text-ink-2">{t('govern.linkOnce')}</p>
        </div>
      )}
      {isMaking ? <NewLink chatId={chatId} onMade={take} onCancel={() => setMaking(false)} />
        : <div className="px-4"><Button className="w-full" onClick={() => setMaking(true)}>{t('govern.newLink')}</Button></div>}
      {task.error !== null && <p role="alert" className="px-4 text-sm text-bad">{sayError(t, task.error)}</p>}
      <Rows label={t('govern.links')} none={t('govern.noLinks')} pages={pages} row={link => <LinkLine key={link.id} link={link} onRevoke={() => revoke(link)} />} />
    </div>
  );
}

function LinkLine({ link, onRevoke }: { link: ChatLink; onRevoke: () => void }) {
  const { t, i18n } = useTranslation();
  const name = link.name ?? t('govern.linkUnnamed', { at: sayDate(link.createdAt, i18n.language) });
  const used = link.maxUses === null ? t('govern.used', { count: link.uses }) : t('govern.usedOf', { uses: link.uses, most: link.maxUses });
  const end = link.expiresAt && (Date.parse(link.expiresAt) < Date.now() ? t('govern.expired') : t('govern.until', { at: sayDate(link.expiresAt, i18n.language) }));
  return (
    <li className="flex min-h-14 items-center gap-2 py-1">
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate font-medium">{name}</span>
        <span className="block text-xs wrap-anywhere text-ink-2">{[used, end, link.needsApproval && t('govern.asks')].filter(Boolean).join(' · ')}</span>
      </span>
      <IconButton icon={Trash2} label={t('govern.revoke', { name })} className="-mr-2" onClick={onRevoke} />
    </li>
  );
}
