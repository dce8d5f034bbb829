-- Rights are words: POST, SEND_FILES, ADD_PEOPLE, PIN, DELETE_OTHERS, BAN, CHANGE_INFO. Members have the chat's, admins
-- their own or, where none are named, all.
alter table core.chats add column member_rights text[] not null default '{POST,SEND_FILES}';
update core.chats set member_rights = case type when 'CHANNEL' then '{}'::text[] else '{POST,SEND_FILES,PIN}' end
where type <> 'GROUP';
create index chats_avatar on core.chats (avatar_file_id) where avatar_file_id is not null;

alter table core.chat_members
  add column own_rights text[],
  add column title text,
  add column read_only_until timestamptz,
  add column banned_until timestamptz;
create index chat_members_banned on core.chat_members (chat_id, user_id) where banned_until is not null;

create function core.rank_of(role text) returns integer language sql immutable parallel safe as
  $$ select case role when 'OWNER' then 0 when 'ADMIN' then 1 else 2 end $$;
-- Owner, admins, then everybody in the order of their accounts: how a list of members is read.
create index chat_members_listed on core.chat_members (chat_id, core.rank_of(role), user_id) where left_at is null;

-- GroupRights.Of says the same to C#.
create function core.rights_of(
  member_rights text[], role text, own_rights text[], read_only_until timestamptz, at timestamptz) returns text[]
language sql immutable parallel safe as $$
  select case
    when role = 'OWNER' or (role = 'ADMIN' and own_rights is null)
      then '{POST,SEND_FILES,ADD_PEOPLE,PIN,DELETE_OTHERS,BAN,CHANGE_INFO}'::text[]
    when role = 'ADMIN' then own_rights
    when read_only_until > at then '{}'
    else member_rights end
$$;

create or replace view core.memberships as
  select m.* from core.chat_members m where m.left_at is null;
