import { Bookmark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chatName, faceId, facePicture } from '../shared/chatNames';
import type { ChatState } from '../shared/sync/chatState';
import { Avatar, type AvatarProps } from '../shared/ui/Avatar';

export interface ChatFaceProps {
  state: ChatState;
  meId: string;
  size?: AvatarProps['size'];
  status?: AvatarProps['status'];
}

/** How a chat looks everywhere: its people's picture, its own, or the sign of what one keeps for oneself. */
export function ChatFace({ state, meId, size, status }: ChatFaceProps) {
  const { t } = useTranslation();
  return (
    <Avatar
      id={faceId(state, meId)}
      name={chatName(state, meId, t)}
      picture={facePicture(state, meId)}
      icon={state.chat.isSaved ? Bookmark : undefined}
      size={size}
      square={state.chat.type !== 'PRIVATE'}
      status={status}
    />
  );
}
