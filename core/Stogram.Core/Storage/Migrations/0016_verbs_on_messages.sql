alter table core.messages add column quote jsonb;
create index messages_pinned on core.messages (chat_id, seq) where pinned_at is not null;
create index messages_expiring on core.messages (expires_at) where expires_at is not null and not is_deleted;
create index messages_quoting on core.messages (chat_id, reply_to_seq) where quote is not null;
create index if not exists message_files_message on core.message_files (chat_id, seq);

-- Seconds that a message of this chat lives; for good where it is null.
alter table core.chats add column expires_in integer check (expires_in > 0);

-- Not in the chat yet: nobody but the sender sees them, and they get their number when they are due.
create table core.scheduled_messages (
  id uuid not null,
  chat_id uuid not null references core.chats,
  organization_id uuid not null,
  sender_id uuid not null references core.users,
  request jsonb not null,
  file_ids uuid[] not null default '{}',
  due_at timestamptz not null,
  failure jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (chat_id, id)
);
create index scheduled_messages_due on core.scheduled_messages (due_at) where failure is null;
create index scheduled_messages_sender on core.scheduled_messages (sender_id, chat_id, due_at);
create index scheduled_messages_id on core.scheduled_messages (id);
create index scheduled_messages_files on core.scheduled_messages using gin (file_ids);
