-- Who may see what of whom, and who may write to whom. Whatever asks goes through the functions below.
-- Somebody without a row shows everything and is open to everybody.
create table core.privacy (
  user_id uuid primary key references core.users,
  last_seen text not null default 'EVERYBODY' check (last_seen in ('EVERYBODY', 'CONTACTS', 'NOBODY')),
  photo text not null default 'EVERYBODY' check (photo in ('EVERYBODY', 'CONTACTS', 'NOBODY')),
  messages text not null default 'EVERYBODY' check (messages in ('EVERYBODY', 'CONTACTS', 'NOBODY')),
  groups text not null default 'EVERYBODY' check (groups in ('EVERYBODY', 'CONTACTS', 'NOBODY')),
  read_receipts boolean not null default true,
  me_rev bigint not null default 0
);

create table core.blocks (
  user_id uuid not null references core.users,
  blocked_id uuid not null references core.users,
  created_at timestamptz not null,
  primary key (user_id, blocked_id),
  check (user_id <> blocked_id)
);
create index blocks_blocked on core.blocks (blocked_id);

-- From both sides: for what they see of each other it does not matter who blocked whom.
create view core.barriers as
  select user_id, blocked_id as other_id from core.blocks
  union all
  select blocked_id, user_id from core.blocks;

-- The functions are plain SQL, stable and tables, so that PostgreSQL makes them part of the statement that asks.

-- Why the sender cannot write to the recipient; null where they can.
create function core.reach(sender uuid, recipient uuid) returns table (refusal text) language sql stable as $$
  select case
    when (select true from core.blocks b where b.user_id = sender and b.blocked_id = recipient) then 'Blocked'
    when (select true from core.blocks b where b.user_id = recipient and b.blocked_id = sender) then 'Unreachable'
    else (
      select 'Unreachable' from core.privacy p
      where p.user_id = recipient and (p.messages = 'NOBODY' or (p.messages = 'CONTACTS' and not exists (
        select from core.acquaintances a where a.user_id = recipient and a.other_id = sender))))
  end
$$;

-- Those of some people whom somebody cannot add to a group.
create function core.closed_to(adder uuid, people uuid[]) returns table (user_id uuid) language sql stable as $$
  select p.id from unnest(people) as p (id)
  left join core.privacy s on s.user_id = p.id
  where p.id <> adder and (
    s.groups = 'NOBODY'
    or (s.groups = 'CONTACTS' and not exists (
      select from core.acquaintances a where a.user_id = p.id and a.other_id = adder))
    or exists (select from core.blocks b where b.user_id = p.id and b.blocked_id = adder))
$$;

-- Those of some people of whom somebody does not see all. Presence is mutual: who hides it does not see it.
create function core.hidden_from(viewer uuid, people uuid[]) returns table (user_id uuid, presence boolean, photo boolean)
language sql stable as $$
  select h.id,
    h.wall or 'NOBODY' in (h.their_last_seen, h.my_last_seen) or ('CONTACTS' in (h.their_last_seen, h.my_last_seen) and h.stranger),
    h.wall or h.their_photo = 'NOBODY' or (h.their_photo = 'CONTACTS' and h.stranger)
  from (
    select p.id,
      coalesce(theirs.last_seen, 'EVERYBODY') as their_last_seen,
      coalesce(theirs.photo, 'EVERYBODY') as their_photo,
      coalesce(mine.last_seen, 'EVERYBODY') as my_last_seen,
      exists (select from core.barriers b where b.user_id = viewer and b.other_id = p.id) as wall,
      not exists (select from core.acquaintances a where a.user_id = viewer and a.other_id = p.id) as stranger
    from unnest(people) as p (id)
    left join core.privacy theirs on theirs.user_id = p.id
    left join core.privacy mine on mine.user_id = viewer
    where p.id <> viewer) h
  where h.wall or h.their_last_seen <> 'EVERYBODY' or h.their_photo <> 'EVERYBODY' or h.my_last_seen <> 'EVERYBODY'
$$;

-- Those of some people who hide their picture from anybody at all: what is told to many leaves it out.
create function core.not_for_all(people uuid[]) returns table (user_id uuid) language sql stable as $$
  select p.id from unnest(people) as p (id)
  left join core.privacy s on s.user_id = p.id
  where s.photo <> 'EVERYBODY' or exists (select from core.barriers b where b.user_id = p.id)
$$;

-- Those of some people who do not learn how far somebody has read in a private chat, nor that one how far they have.
create function core.quiet_readers(reader uuid, people uuid[]) returns table (user_id uuid) language sql stable as $$
  select p.id from unnest(people) as p (id)
  left join core.privacy theirs on theirs.user_id = p.id
  left join core.privacy mine on mine.user_id = reader
  where not coalesce(theirs.read_receipts, true) or not coalesce(mine.read_receipts, true)
    or exists (select from core.barriers b where b.user_id = reader and b.other_id = p.id)
$$;
