import type { ReactNode } from 'react';
import type { ChatState } from '../../shared/sync/chatState';
import type { Piece } from '../../shared/text/formatted/tree';
import { CodeBlock } from './CodeBlock';
import { Hashtag } from './Hashtag';
import { Mention } from './Mention';
import { Spoiler } from './Spoiler';
import { WebLink } from './WebLink';

interface PiecesProps {
  pieces: Piece[];
  members: ChatState['members'];
}

export const Pieces = ({ pieces, members }: PiecesProps): ReactNode =>
  pieces.map((piece, index) => <Shown key={index} piece={piece} members={members} />);

function Shown({ piece, members }: { piece: Piece; members: ChatState['members'] }) {
  const inside = piece.inside.length ? <Pieces pieces={piece.inside} members={members} /> : piece.text;
  switch (piece.kind) {
    case 'text': return piece.text;
    case 'bold': return <strong className="font-semibold">{inside}</strong>;
    case 'italic': return <em>{inside}</em>;
    case 'strikethrough': return <s>{inside}</s>;
    case 'code': return <code className="rounded-tail bg-ink/8 px-1 py-px font-mono text-sm">{piece.text}</code>;
    case 'pre': return <CodeBlock code={piece.text} language={piece.language} />;
    case 'blockquote': return <span role="blockquote" className="my-1 block border-l-3 border-accent/60 pl-2 text-ink-2">{inside}</span>;
    case 'spoiler': return <Spoiler text={piece.text}>{inside}</Spoiler>;
    case 'url': return <WebLink address={piece.text}>{piece.text}</WebLink>;
    case 'text_link': return <WebLink address={piece.url!}>{piece.text}</WebLink>;
    case 'mention': return <Mention name={piece.text} members={members} />;
    case 'hashtag': return <Hashtag tag={piece.text} />;
  }
}
