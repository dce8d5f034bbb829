-- A channel and the group in which its posts are talked about know of each other.
alter table core.chats add column linked_chat_id uuid references core.chats on delete set null;

-- How far the two are in step: up to which revision of the channel the group has its posts, and up to which revision of the
-- group the channel knows how often they were answered. Whoever brings them on holds the row while waiting for a chat, so
-- who wants both takes it first.
create table core.discussions (
  chat_id uuid primary key references core.chats on delete cascade,
  group_id uuid not null unique references core.chats on delete cascade,
  organization_id uuid not null references core.organizations,
  -- Of the copies, so that the same post is copied once, under an id that nobody can know before.
  key uuid not null,
  -- What was posted before has no copy.
  from_seq bigint not null,
  posted_rev bigint not null,
  counted_rev bigint not null,
  followed_at timestamptz not null
);

-- Of a post, its copy in the discussion; of the copy, the post.
alter table core.messages
  add column twin_chat_id uuid,
  add column twin_seq bigint;
create unique index messages_twin on core.messages (twin_chat_id, twin_seq, chat_id) where twin_chat_id is not null;
