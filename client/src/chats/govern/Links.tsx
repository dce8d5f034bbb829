import { Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatLink, NewChatLink } from '../../shared/api/govern';
import { app } from '../../shared/app';
import { sayError } from '../../shared/i18n/sayError';
import { Button } from '../../shared/ui/Button';
import { CopyBox } from '../../shared/ui/CopyBox';
import { Dialog } from '../../shared/ui/Dialog';
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
  const [revoking, setRevoking] = useState<ChatLink | null>(null);
  const revoke = (link: ChatLink) => task.run(() => app.session.api.revokeLink(chatId, link.id), () => {
    setRevoking(null);
    void pages.look();
  });
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
      <Rows label={t('govern.links')} none={t('govern.noLinks')} pages={pages} row={link => <LinkLine key={link.id} link={link} onRevoke={() => setRevoking(link)} />} />
      {revoking && <RevokeLink link={revoking} task={task} onConfirm={() => void revoke(revoking)} onClose={() => setRevoking(null)} />}
    </div>
  );
}

const useLinkName = ({ name, createdAt }: ChatLink) => {
  const { t, i18n } = useTranslation();
  return name ?? t('govern.linkUnnamed', { at: sayDate(createdAt, i18n.language) });
};

interface RevokeLinkProps {
  link: ChatLink;
  task: { busy: boolean; error: unknown };
  onConfirm: () => void;
  onClose: () => void;
}

function RevokeLink({ link, task, onConfirm, onClose }: RevokeLinkProps) {
  const { t } = useTranslation();
  const error = task.error === null ? null : sayError(t, task.error);
  return (
    <Dialog title={t('govern.revokeSure', { name: useLinkName(link) })} action={t('govern.revokeDo')} busy={task.busy} error={error} onConfirm={onConfirm} onClose={onClose}>
      <p>{t('govern.revokeWarn')}</p>
    </Dialog>
  );
}

function LinkLine({ link, onRevoke }: { link: ChatLink; onRevoke: () => void }) {
  const { t, i18n } = useTranslation();
  const name = useLinkName(link);
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
