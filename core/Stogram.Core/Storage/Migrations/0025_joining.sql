alter table core.chats
  add column is_listed boolean not null default false,
  add column needs_approval boolean not null default false;
create index chats_listed on core.chats (organization_id, id) where is_listed;

create table core.chat_links (
  id uuid primary key,
  chat_id uuid not null references core.chats,
  organization_id uuid not null references core.organizations,
  code_hash bytea not null unique,
  name text,
  needs_approval boolean not null,
  uses integer not null default 0,
  max_uses integer,
  created_by uuid not null references core.users,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz
);
create index chat_links_chat on core.chat_links (chat_id, id);

create table core.join_requests (
  chat_id uuid not null references core.chats,
  user_id uuid not null references core.users,
  link_id uuid references core.chat_links,
  asked_at timestamptz not null,
  primary key (chat_id, user_id)
);
