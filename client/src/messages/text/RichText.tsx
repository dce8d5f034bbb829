import { memo, useMemo } from 'react';
import type { ChatState } from '../../shared/sync/chatState';
import { parse } from '../../shared/text/formatted/parse';
import { toTree } from '../../shared/text/formatted/tree';
import { Pieces } from './Pieces';

export interface RichTextProps {
  text: string;
  members: ChatState['members'];
}

/** Each line takes its direction from its own first letter, and what turns the direction ends with the message. */
export const RichText = memo(function RichText({ text, members }: RichTextProps) {
  const pieces = useMemo(() => toTree(parse(text)), [text]);
  return (
    <span dir="auto" className="whitespace-pre-wrap [unicode-bidi:plaintext]">
      <Pieces pieces={pieces} members={members} />
    </span>
  );
});
