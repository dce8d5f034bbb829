-- What somebody decided about a chat, for themselves: told to their devices by me_rev. archived_seq is how far the chat
-- had come when it was put away.
alter table core.chat_members
  add column pinned_at timestamptz,
  add column archived_seq bigint,
  add column muted_until timestamptz,
  add column notify text not null default 'ALL' check (notify in ('ALL', 'MENTIONS', 'NONE')),
  add column is_marked_unread boolean not null default false,
  add column last_delivered_seq bigint not null default 0,
  add column last_delivered_at timestamptz,
  -- Where the marks stood before they last moved: the time is exact for what lies between.
  add column read_from_seq bigint not null default 0,
  add column delivered_from_seq bigint not null default 0;
create or replace view core.memberships as
  select m.* from core.chat_members m where m.left_at is null;

-- Whether a chat is still put away. Nothing is written per member when somebody sends: what others have said since, and
-- would be told of, brings it back when it is looked at.
create function core.archived_since(
  chat uuid, person uuid, archived bigint, muted timestamptz, level text, at timestamptz) returns bigint
language sql stable as $$
  select case
    when archived is null or level = 'NONE' or muted > at then archived
    when exists (
      select from (
        select x.created_at from core.messages x
        where x.chat_id = chat and x.seq > archived and x.sender_id <> person
        order by x.seq desc limit 1) newest
      where muted is null or newest.created_at > muted) then null
    else archived
  end
$$;

-- One per person and chat, empty ones too: that it was cleared must reach the other devices.
create table core.drafts (
  user_id uuid not null references core.users,
  chat_id uuid not null references core.chats,
  text text not null,
  reply_to_id uuid,
  written_at timestamptz not null,
  me_rev bigint not null,
  primary key (user_id, chat_id)
);
create index drafts_me on core.drafts (user_id, me_rev);

-- folders_rev is the me_rev of the last change of any folder: they are few and are told all at once.
alter table core.users add column folders_rev bigint not null default 0;
create table core.folders (
  id uuid primary key,
  user_id uuid not null references core.users,
  name text not null,
  position integer not null,
  rules text[] not null default '{}',
  chat_ids uuid[] not null default '{}'
);
create index folders_user on core.folders (user_id, position);

-- In the chat with oneself the recipient is the sender: nobody keeps themselves out.
create or replace function core.reach(sender uuid, recipient uuid) returns table (refusal text) language sql stable as $$
  select case
    when (select true from core.blocks b where b.user_id = sender and b.blocked_id = recipient) then 'Blocked'
    when (select true from core.blocks b where b.user_id = recipient and b.blocked_id = sender) then 'Unreachable'
    else (
      select 'Unreachable' from core.privacy p
      where p.user_id = recipient and recipient <> sender
        and (p.messages = 'NOBODY' or (p.messages = 'CONTACTS' and not exists (
          select from core.acquaintances a where a.user_id = recipient and a.other_id = sender))))
  end
$$;
