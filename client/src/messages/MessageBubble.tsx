import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { BelowMessage } from '../plugins/BelowMessage';
import { KindBody } from '../plugins/KindBody';
import { withPlugins } from '../plugins/messageActions';
import { usePieces } from '../plugins/registry';
import { useFailedBy } from '../plugins/transforms/useShown';
import { channelOf, quoteName, senderName } from '../shared/chatNames';
import { isPeoples } from '../shared/rights';
import type { ChatState } from '../shared/sync/chatState';
import { useWishes, withWishes } from '../shared/sync/reactions';
import { hueOf } from '../shared/text/initials';
import { Avatar } from '../shared/ui/Avatar';
import { actionsOf } from './actionsOf';
import { CommentsChip, isDiscussed } from './comments/CommentsChip';
import { ChooseMark } from './choose/ChooseMark';
import { useIsChoosing } from './choose/chosen';
import { BubbleTime } from './BubbleTime';
import { BubbleTools } from './BubbleTools';
import { FailedActions } from './FailedActions';
import { FileList } from './FileList';
import { ForwardedLine } from './ForwardedLine';
import type { Bubble } from './grouping';
import { MessageMenu } from './MessageMenu';
import { PreviewCard } from './PreviewCard';
import { QuoteBox } from './QuoteBox';
import { react } from './react';
import { ReactionChips } from './ReactionChips';
import { RichText } from './text/RichText';
import { ThreadChip } from './thread/ThreadChip';
import { type Delivery, deliveryOf } from './Ticks';
import { useMenu } from './useMenu';

export interface MessageBubbleProps {
  bubble: Bubble;
  state: ChatState;
  meId: string;
  isLit: boolean;
  onJump: (seq: number) => void;
}

export const MessageBubble = memo(function MessageBubble({ bubble, state, meId, isLit, onJump }: MessageBubbleProps) {
  const { t } = useTranslation();
  const actions = actionsOf(bubble, state, meId, t);
  const added = usePieces('message.actions@1');
  const reactions = withWishes(bubble.reactions, useWishes(wishes => wishes[bubble.key]));
  const isChoosing = useIsChoosing(state.chat.id);
  const canAct = actions.length > 0 && !isChoosing;
  const menu = useMenu(canAct);
  const isMine = bubble.senderId === meId;
  const isGroup = state.chat.type !== 'PRIVATE';
  const { pending, stored } = bubble;
  const failedBy = useFailedBy(stored);
  const name = stored ? senderName(state, stored, meId, t) : t('common.you');
  const isOfChannel = stored !== null && channelOf(stored) !== null;
  const text = bubble.content && <RichText text={bubble.content} members={state.members} />;
  return (
    <li
      data-seq={bubble.seq ?? undefined}
      data-key={bubble.key}
      data-lit={isLit || undefined}
      tabIndex={-1}
      {...menu.press}
      className={`group relative flex data-lit:before:lit handy:select-none handy:[-webkit-touch-callout:none] items-end gap-2 outline-none ${isMine ? 'flex-row-reverse' : ''} ${bubble.isFirst ? 'mt-3' : 'mt-0.75'} ${isChoosing ? 'pl-9' : ''}`}
    >
      {isChoosing && stored && <ChooseMark message={stored} />}
      {isGroup && !isMine && <span className="w-8.5 shrink-0">{bubble.isLast && <Avatar id={bubble.senderId} name={name} picture={state.members[bubble.senderId]?.user.avatarUrl} size="xs" />}</span>}
      <div className={`relative grid min-w-0 max-w-[min(var(--bubble-max),82vw)] pane:max-w-[min(var(--bubble-max),100%-var(--s5)*5)] ${isMine ? 'justify-items-end' : 'justify-items-start'}`}>
        <div onClick={menu.onClick} className={`relative flow-root max-w-full min-w-0 px-3 pt-1.75 pb-2 wrap-anywhere shadow-bubble ${shape(bubble, isMine)}`}>
          {isGroup && !isMine && !isOfChannel && bubble.isFirst && (
            <span className="name-paint mb-px block text-sm font-semibold" style={{ '--h': hueOf(bubble.senderId) } as React.CSSProperties}>{name}</span>
          )}
          {stored?.forwardedFrom && <ForwardedLine origin={stored.forwardedFrom} />}
          {bubble.replyTo && bubble.replyTo.seq !== state.part?.seq && <QuoteBox quote={bubble.replyTo} name={quoteName(state, bubble.replyTo, meId, t)} state={state} onJump={onJump} />}
          <FileList files={bubble.files} />
          {stored && !isPeoples(stored) ? <KindBody message={stored} state={state} otherwise={text} /> : text}
          {failedBy !== null && <p className={`text-xs ${isMine ? 'text-mine-meta' : 'text-ink-2'}`}>{t('transform.raw', { plugin: failedBy })}</p>}
          {stored?.preview && <PreviewCard preview={stored.preview} />}
          <BubbleTime bubble={bubble} isMine={isMine} delivery={isMine ? deliveryIn(bubble, state, meId) : null} onMenu={canAct ? menu.openBy : undefined} />
          {stored && reactions.length > 0 && <ReactionChips message={stored} reactions={reactions} />}
        </div>
        {stored?.thread && state.chat.type === 'GROUP' && state.part?.kind !== 'thread' && <ThreadChip root={stored} thread={stored.thread} state={state} meId={meId} />}
        {stored && isDiscussed(stored, state) && <CommentsChip post={stored} />}
        {stored && <BelowMessage message={stored} state={state} />}
        {pending?.failure ? <FailedActions pending={pending} /> : canAct && <BubbleTools actions={actions} isMine={isMine} onMenu={menu.openBy} />}
        {menu.at && (
          <MessageMenu
            at={menu.at}
            actions={stored ? withPlugins(actions, added, stored, state) : actions}
            reacted={reactions.filter(row => row.mine).map(row => row.emoji)}
            onReact={stored ? (emoji, on) => void react(stored, emoji, on, t) : undefined}
            onClose={menu.close}
          />
        )}
      </div>
    </li>
  );
});

function shape({ isFirst }: Bubble, isMine: boolean) {
  if (isMine) return `rounded-lg rounded-br-tail bg-mine text-mine-ink ${isFirst ? '' : 'rounded-tr-tail'}`;
  return `rounded-lg rounded-bl-tail bg-theirs ${isFirst ? '' : 'rounded-tl-tail'}`;
}

function deliveryIn({ pending, stored }: Bubble, state: ChatState, meId: string): Delivery {
  if (pending?.failure) return 'failed';
  if (!stored) return 'sending';
  return deliveryOf(state, stored, meId);
}
