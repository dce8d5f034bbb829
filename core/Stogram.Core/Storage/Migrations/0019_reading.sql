-- What plugins may read in SQL, each view by the permission that its comment names: the host grants it to the role of a
-- plugin that asks for it. Names and columns are part of the contract. All organizations are in them, so whoever asks says
-- which one; and nothing in them grants access by itself but reading.readers.
create schema reading;

-- Permission chats.read: who may read which chat now, and messages with a greater seq than after_seq alone.
create view reading.readers as
  select m.organization_id, m.user_id, m.chat_id, m.visible_from_seq as after_seq, m.last_read_seq
  from core.memberships m;

-- Permission chats.read. A private chat has no name but its two people. rev grows with each change of anything in it.
create view reading.chats as
  select c.organization_id, c.id, c.type as kind, c.name, c.low_user_id, c.high_user_id, c.rev, c.active_at
  from core.chats c;

-- Permission messages.read: all that were ever posted. rev is the chat's at the message's last change. Of one that is gone,
-- deleted or over, and of one that is encrypted there is no text.
create view reading.messages as
  select m.organization_id, m.chat_id, m.seq, m.id, m.rev, m.sender_id, m.type as kind,
    case when not g.is_gone then m.content end as text, m.hashtags, m.file_ids, m.extra,
    m.pinned_at is not null as is_pinned, m.is_encrypted, g.is_gone, m.created_at, m.expires_at
  from core.messages m
  cross join lateral (select m.is_deleted or coalesce(m.expires_at <= now(), false) as is_gone) g;

-- Permission messages.read: what somebody deleted for themselves alone.
create view reading.hidden as
  select h.user_id, h.chat_id, h.seq from core.hidden_messages h;

-- Permission messages.read.
create view reading.files as
  select f.organization_id, f.id, f.name, f.content_type, f.size, f.is_voice from core.files f;

-- Permission users.read: whom a viewer may know of, themselves among them. A guest knows those they share a chat with.
create view reading.people as
  select v.id as viewer_id, u.organization_id, u.id, u.username, u.display_name
  from core.users v join core.users u on u.organization_id = v.organization_id
  where u.deactivated_at is null and (v.role <> 'GUEST' or u.id = v.id or exists (
    select from core.acquaintances a where a.user_id = v.id and a.other_id = u.id));
