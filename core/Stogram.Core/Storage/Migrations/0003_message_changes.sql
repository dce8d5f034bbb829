create table core.reactions (
  chat_id uuid not null,
  seq bigint not null,
  user_id uuid not null references core.users,
  emoji text not null,
  created_at timestamptz not null,
  primary key (chat_id, seq, user_id, emoji),
  foreign key (chat_id, seq) references core.messages
);

-- What a message said before each edit.
create table core.message_edits (
  chat_id uuid not null,
  seq bigint not null,
  rev bigint not null,
  content text not null,
  edited_at timestamptz not null,
  primary key (chat_id, seq, rev),
  foreign key (chat_id, seq) references core.messages
);

-- Deleted "for me": personal state, so it has the person's own counter.
create table core.hidden_messages (
  user_id uuid not null references core.users,
  chat_id uuid not null,
  seq bigint not null,
  me_rev bigint not null,
  primary key (user_id, chat_id, seq),
  foreign key (chat_id, seq) references core.messages
);
create index hidden_messages_me on core.hidden_messages (user_id, me_rev);
