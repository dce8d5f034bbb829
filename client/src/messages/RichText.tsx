import { linkify } from '../shared/text/linkify';

/** Text is text: nothing in it is read as markup, only http addresses can be followed. */
export const RichText = ({ text }: { text: string }) => (
  <span className="whitespace-pre-wrap">
    {linkify(text).map((piece, index) =>
      piece.kind === 'text' ? piece.text : (
        <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow" className="font-medium text-accent-text underline decoration-1 underline-offset-2">
          {piece.text}
        </a>
      ))}
  </span>
);
