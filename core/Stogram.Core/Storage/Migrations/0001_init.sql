create table core.organizations (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  sign_up text check (sign_up in ('OPEN', 'INVITE', 'CLOSED')),
  created_at timestamptz not null
);

create table core.users (
  id uuid primary key,
  organization_id uuid not null references core.organizations,
  username text not null,
  normalized_username text not null unique,
  email text not null,
  normalized_email text not null unique,
  email_confirmed boolean not null default false,
  password_hash text,
  security_stamp text,
  concurrency_stamp text,
  two_factor_enabled boolean not null default false,
  lockout_end timestamptz,
  lockout_enabled boolean not null default true,
  access_failed_count integer not null default 0,
  display_name text not null,
  bio text,
  avatar_file_id uuid,
  status text not null default 'OFFLINE' check (status in ('ONLINE', 'OFFLINE', 'AWAY', 'DND')),
  last_seen_at timestamptz,
  role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER', 'GUEST')),
  is_operator boolean not null default false,
  me_rev bigint not null default 0,
  created_at timestamptz not null,
  deactivated_at timestamptz
);
create index users_organization on core.users (organization_id, id);

create table core.user_claims (
  id integer generated always as identity primary key,
  user_id uuid not null references core.users on delete cascade,
  claim_type text,
  claim_value text
);
create index user_claims_user on core.user_claims (user_id);

create table core.user_logins (
  login_provider text not null,
  provider_key text not null,
  provider_display_name text,
  user_id uuid not null references core.users on delete cascade,
  primary key (login_provider, provider_key)
);
create index user_logins_user on core.user_logins (user_id);

create table core.user_tokens (
  user_id uuid not null references core.users on delete cascade,
  login_provider text not null,
  name text not null,
  value text,
  primary key (user_id, login_provider, name)
);

create table core.sessions (
  id uuid primary key,
  user_id uuid not null references core.users on delete cascade,
  organization_id uuid not null references core.organizations,
  device text not null,
  ip text,
  generation integer not null default 1,
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_user on core.sessions (user_id) where revoked_at is null;

create table core.chats (
  id uuid primary key,
  organization_id uuid not null references core.organizations,
  type text not null check (type in ('PRIVATE', 'GROUP', 'CHANNEL')),
  name text,
  description text,
  avatar_file_id uuid,
  is_secret boolean not null default false,
  history_visible boolean not null default true,
  low_user_id uuid references core.users,
  high_user_id uuid references core.users,
  last_seq bigint not null default 0,
  rev bigint not null default 0,
  member_count integer not null default 0,
  created_at timestamptz not null,
  active_at timestamptz not null,
  check ((type = 'PRIVATE') = (low_user_id is not null and high_user_id is not null))
);
create unique index chats_private on core.chats (organization_id, low_user_id, high_user_id, is_secret)
  where type = 'PRIVATE';

create table core.chat_members (
  chat_id uuid not null references core.chats,
  user_id uuid not null references core.users,
  organization_id uuid not null references core.organizations,
  role text not null check (role in ('OWNER', 'ADMIN', 'MEMBER')),
  rev bigint not null,
  joined_at timestamptz not null,
  left_at timestamptz,
  visible_from_seq bigint not null default 0,
  last_read_seq bigint not null default 0,
  last_read_at timestamptz,
  me_rev bigint not null default 0,
  primary key (chat_id, user_id)
);
create index chat_members_user on core.chat_members (user_id, chat_id) where left_at is null;
create index chat_members_rev on core.chat_members (chat_id, rev);

-- Who may see a chat now. Every read and write of a chat goes through here: REST, hub, sync, files, plugins.
create view core.memberships as
  select m.* from core.chat_members m where m.left_at is null;

create table core.messages (
  chat_id uuid not null references core.chats,
  seq bigint not null,
  id uuid not null,
  organization_id uuid not null,
  rev bigint not null,
  sender_id uuid not null references core.users,
  type text not null,
  content text,
  reply_to_seq bigint,
  forwarded_from jsonb,
  pinned_at timestamptz,
  file_ids uuid[] not null default '{}',
  is_encrypted boolean not null default false,
  encrypted_content text,
  is_edited boolean not null default false,
  is_deleted boolean not null default false,
  is_silent boolean not null default false,
  mentions uuid[] not null default '{}',
  hashtags text[] not null default '{}',
  expires_at timestamptz,
  extra jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (chat_id, seq),
  unique (chat_id, id)
);
create index messages_id on core.messages (id);
create index messages_rev on core.messages (chat_id, rev);

create table core.files (
  id uuid primary key,
  organization_id uuid not null references core.organizations,
  owner_id uuid not null references core.users,
  name text not null,
  size bigint not null,
  content_type text not null,
  path text not null,
  created_at timestamptz not null
);

create table core.message_files (
  file_id uuid not null references core.files,
  chat_id uuid not null,
  seq bigint not null,
  primary key (file_id, chat_id, seq),
  foreign key (chat_id, seq) references core.messages
);
