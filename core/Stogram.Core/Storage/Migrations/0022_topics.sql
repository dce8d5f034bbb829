-- A group that is shown by topics. What was said up to topics_from_seq, and what names none, is of the general one, which
-- has the number 0. Off, all is one list again; everything stays, for when it is switched on the next time.
alter table core.chats
  add column has_topics boolean not null default false,
  add column topics_from_seq bigint;

create table core.topics (
  chat_id uuid not null references core.chats,
  -- Of the line that tells of it.
  seq bigint not null,
  rev bigint not null,
  name text not null,
  icon text,
  is_closed boolean not null default false,
  pinned_at timestamptz,
  created_by uuid not null references core.users,
  created_at timestamptz not null,
  primary key (chat_id, seq)
);

alter table core.messages add column topic_seq bigint;
create index messages_topic on core.messages (chat_id, topic_seq, seq) where topic_seq is not null;
