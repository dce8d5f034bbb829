import { type ClipboardEvent, type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';

export interface MessageFieldProps {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onChange: (value: string) => void;
  onSend: () => void;
  onEscape: () => boolean;
  /** The arrow up in an empty field. */
  onUp: () => void;
  onFiles: (files: FileList) => void;
}

const most = 180;

export function MessageField({ field, value, onChange, onSend, onEscape, onUp, onFiles }: MessageFieldProps) {
  const { t } = useTranslation();
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = '0';
    element.style.height = `${Math.min(element.scrollHeight, most)}px`;
  }, [field, value]);

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter takes its suggestion and Escape drops it.
    if (event.nativeEvent.isComposing) return;
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
      data-composer
      rows={1}
      aria-label={t('compose.label')}
      placeholder={t('compose.label')}
      value={value}
      enterKeyHint="send"
      onChange={event => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      className="min-h-11.5 min-w-0 flex-1 resize-none bg-transparent py-3 pr-4 leading-snug outline-none placeholder:text-ink-2"
    />
  );
}
