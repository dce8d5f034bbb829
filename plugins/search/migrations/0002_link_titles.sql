-- Names are those of files, and of the page that a message links to and its site.
create or replace function sayings(chat uuid) returns table (
    organization_id uuid, chat_id uuid, seq bigint, rev bigint, sender_id uuid, created_at timestamptz, text text, names text,
    marks text[], speaks boolean)
language sql stable as $$
    select m.organization_id, m.chat_id, m.seq, m.rev, m.sender_id, m.created_at, m.text, nullif(concat_ws(' ', f.names, m.link_site, m.link_title), ''),
        coalesce(f.marks, '{}')
        || case when m.text ~* '\mhttps?://|\mwww\.' then array['link'] else '{}' end
        || case when m.is_pinned then array['pinned'] else '{}' end
        || array(select '#' || lower(tag) from unnest(m.hashtags) as tag),
        not m.is_gone and not m.is_encrypted and m.kind <> 'SYSTEM' and (m.text <> '' or f.names is not null)
    from reading.messages m
    left join lateral (
        select string_agg(f.name, ' ') as names, array_agg(distinct case
            when f.is_voice then 'voice' when f.content_type like 'image/%' then 'image'
            when f.content_type like 'video/%' then 'video' else 'file' end) as marks
        from reading.files f where f.id = any(m.file_ids)) f on true
    where m.chat_id = chat
$$;

-- Chats with links are read anew, from the first of them on.
update indexed_chats i set rev = least(i.rev, p.rev - 1)
from (select chat_id, min(rev) as rev from reading.messages where link_title is not null or link_site is not null group by chat_id) p
where p.chat_id = i.chat_id;
