import type { Synced } from './chatState';

/** Larger chats show nobody's. */
export const mostShown = 50;
const mostAtOnce = 500;
const pause = 300;

/** What has arrived here and the server does not know of yet: chat id to seq. */
export function arrived({ chats, meId }: Synced): Record<string, number> {
  const due: [string, number][] = [];
  for (const { chat, mine, messages } of Object.values(chats)) {
    if (chat.memberCount > mostShown || chat.isSaved || chat.lastSeq <= mine.lastDeliveredSeq) continue;
    const newest = messages.findLast(row => row.senderId !== meId);
    if (newest && newest.seq > mine.lastDeliveredSeq) due.push([chat.id, newest.seq]);
  }
  return Object.fromEntries(due.slice(0, mostAtOnce));
}

export interface DeliveryHost {
  synced(): Synced;
  canSend(): boolean;
  say(chats: Record<string, number>): Promise<unknown>;
  said(chats: Record<string, number>): void;
}

/** Acknowledges what has arrived, some at a time; what was not said goes with the next. */
export class Deliveries {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: DeliveryHost) {}

  soon() {
    this.#timer ??= setTimeout(() => void this.#say(), pause);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  async #say() {
    const chats = this.host.canSend() ? arrived(this.host.synced()) : {};
    if (Object.keys(chats).length > 0) {
      await this.host.say(chats).then(() => this.host.said(chats), () => null);
    }
    this.#timer = undefined;
  }
}
