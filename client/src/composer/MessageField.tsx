import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { marksOf, withMarks } from './format';
import { mentionId, mentionsId } from './mentions/MentionList';
import type { Mentions } from './mentions/useMentions';

export interface MessageFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  place: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
  onEscape: () => boolean;
  /** The arrow up in an empty field. */
  onUp: () => void;
  onFiles: (files: FileList) => void;
  mentions?: Mentions | undefined;
}

const most = 180;

export function MessageField({ field, place, label, value, onChange, onSend, onEscape, onUp, onFiles, mentions }: MessageFieldProps) {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = '0';
    element.style.height = `${Math.min(element.scrollHeight, most)}px`;
  }, [field, value]);

  const format = (element: HTMLTextAreaElement, mark: string) => {
    const marked = withMarks({ text: value, from: element.selectionStart, to: element.selectionEnd }, mark);
    onChange(marked.text);
    requestAnimationFrame(() => element.setSelectionRange(marked.from, marked.to));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While an input method composes, Enter takes its suggestion and Escape drops it.
    if (event.nativeEvent.isComposing) return;
    if (mentions?.onKeyDown(event)) return event.preventDefault();
    const mark = marksOf(event);
    if (mark) {
      event.preventDefault();
      format(event.currentTarget, mark);
    }
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onSend();
    }
    if (event.key === 'ArrowUp' && value === '') {
      event.preventDefault();
      onUp();
    }
    if (event.key === 'Escape' && onEscape()) event.preventDefault();
  };

  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };

  return (
    <textarea
      ref={field}
      data-composer={place}
      rows={1}
      aria-label={label}
      placeholder={label}
      value={value}
      enterKeyHint="send"
      onChange={event => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onSelect={mentions?.onMove}
      {...mentions?.found.length && {
        role: 'combobox', 'aria-expanded': true, 'aria-controls': mentionsId, 'aria-activedescendant': mentionId(mentions.active),
      }}
      className="min-h-11.5 min-w-0 flex-1 resize-none bg-transparent py-3 pr-4 leading-snug outline-none placeholder:text-ink-2"
    />
  );
}
