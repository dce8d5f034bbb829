-- What the page that a message links to says of itself, for plugins with permission messages.read.
create or replace view reading.messages as
  select m.organization_id, m.chat_id, m.seq, m.id, m.rev, m.sender_id, m.type as kind,
    case when not g.is_gone then m.content end as text, m.hashtags, m.file_ids, m.extra,
    m.pinned_at is not null as is_pinned, m.is_encrypted, g.is_gone, m.created_at, m.expires_at,
    case when not g.is_gone then m.preview ->> 'site' end as link_site,
    case when not g.is_gone then m.preview ->> 'title' end as link_title
  from core.messages m
  cross join lateral (select m.is_deleted or coalesce(m.expires_at <= now(), false) as is_gone) g;
