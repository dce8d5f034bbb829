/** A person, as everybody in the organization may see them. Frozen. */
export interface UserView {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** The role in the organization, not in a chat. */
  readonly role: 'OWNER' | 'ADMIN' | 'MEMBER' | 'GUEST';
}

/** A stored message. Frozen. */
export interface MessageView {
  readonly id: string;
  readonly chatId: string;
  /** Counts the messages of its chat, without gaps. */
  readonly seq: number;
  readonly senderId: string;
  readonly type: string;
  readonly content: string | null;
  /** Of a message of a secret chat, which has it in place of `content`. */
  readonly encryptedContent: string | null;
  /** ISO 8601, by the server's clock. */
  readonly createdAt: string;
  readonly extra: Readonly<Record<string, unknown>>;
}
