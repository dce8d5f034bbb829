import { type DragEvent, useState } from 'react';
import { attach } from '../shared/uploads/attachments';

/** Files dropped anywhere on the conversation are attached. */
export function useDrop(chatId: string) {
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    on: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      // Also told for everything inside: only leaving the whole counts.
      onDragLeave: (event: DragEvent) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false),
      onDrop: (event: DragEvent) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        for (const file of event.dataTransfer.files) attach(chatId, file);
      },
    },
  };
}
