-- How far each chat is read. rev is the chat's: every change of a message up to it is in the index.
create table indexed_chats (
    chat_id uuid primary key,
    organization_id uuid not null,
    rev bigint not null default 0,
    language text not null
);
create index indexed_chats_organization on indexed_chats (organization_id);

-- What may be found of each message. Its text is not here: answers take it from the message itself, as it is by then.
create table documents (
    chat_id uuid not null,
    seq bigint not null,
    organization_id uuid not null,
    rev bigint not null,
    sender_id uuid not null,
    said_at timestamptz not null,
    -- Words as they are written (with their places) and in the language's base form (without), pairs of letters of
    -- scripts that have no spaces.
    words tsvector not null,
    -- The text in small letters without accents, for parts of words and typing errors.
    folded text not null,
    -- What it has and is, and its hashtags: file, image, video, voice, link, pinned, #tag.
    marks text[] not null,
    primary key (chat_id, seq)
);
-- The chat is part of it: a common word is found in the asker's chats alone, however many others say it.
create index documents_words on documents using gin (chat_id, words, marks, folded gin_trgm_ops)
    with (gin_pending_list_limit = 512);
create index documents_time on documents (chat_id, said_at);

create text search configuration plain (copy = pg_catalog.simple);
alter text search configuration plain alter mapping for hword, hword_part, word with unaccent, simple;
create text search configuration stems_none (copy = pg_catalog.simple);
do $$
declare language text;
begin
    foreach language in array '{danish,dutch,english,finnish,french,german,hungarian,italian,norwegian,portuguese,romanian,russian,spanish,swedish,turkish}'::text[] loop
        execute format('create text search configuration %I (copy = pg_catalog.%I)', 'stems_' || language, language);
        execute format(
            'alter text search configuration %I alter mapping for hword, hword_part, word with unaccent, %I',
            'stems_' || language, language || '_stem');
    end loop;
end $$;

-- Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer: a run of their letters.
create function runs(said text) returns setof text language sql immutable strict parallel safe rows 4 as $$
    select run[1] from regexp_matches(
        said, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', 'g') as run
$$;

create function without_runs(said text) returns text language sql immutable strict parallel safe as $$
    select regexp_replace(
        said, '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]+', ' ', 'g')
$$;

-- Each two letters that stand together, and the last one of each run by itself. Places leave a gap between runs.
create function pairs(said text) returns tsvector language plpgsql immutable strict parallel safe as $$
begin
    -- Most messages have none, and most of this function's time would go into finding that out.
    if octet_length(said) = length(said) then
        return '';
    end if;
    return (
        select coalesce(string_agg(format('''%s'':%s', substr(run, at, 2), least(place, 16383)), ' ')::tsvector, '')
        from (
            select run, at, row_number() over (order by nth, at) + 2 * nth as place
            from (select run, nth from runs(said) with ordinality as r (run, nth)) r, generate_series(1, length(run)) as at) p);
end $$;

create function pairs_asked(term text) returns tsquery language sql immutable strict parallel safe as $$
    select coalesce(string_agg(
        case when length(run) = 1 then format('''%s'':*', run) else (
            select '(' || string_agg(format('''%s''', substr(run, at, 2)), ' <-> ' order by at) || ')'
            from generate_series(1, length(run) - 1) as at) end, ' & ')::tsquery, '')
    from runs(term) as run
$$;

create function folded(said text) returns text language sql stable strict parallel safe as $$
    select lower(unaccent(said))
$$;

-- Base forms have no places: "exact words" are looked for as they are written.
create function words_of(language text, said text) returns tsvector language sql stable strict parallel safe as $$
    select to_tsvector('plain', rest) || strip(to_tsvector(('stems_' || language)::regconfig, rest)) || pairs(said)
    from (select without_runs(said)) as x (rest)
$$;

-- What one term of a search asks for: its words one after the other. With open, more letters may follow the last one.
create function asked(language text, term text, is_exact boolean, is_open boolean) returns tsquery
language sql stable strict parallel safe as $$
    select case
        when is_exact then phraseto_tsquery('plain', rest)
        when is_open then phraseto_tsquery(stems, rest) || to_tsquery('plain', begun)
        else phraseto_tsquery(stems, rest) || phraseto_tsquery('plain', rest)
    end && pairs_asked(term)
    from (
        select ('stems_' || language)::regconfig as stems, rest,
            case when rest ~ '\w' then '''' || replace(replace(rest, '\', '\\'), '''', '''''') || ''':*' else '' end as begun
        from (select without_runs(term)) as x (rest)) as y
$$;

-- A pattern for LIKE in which the words mean what they say.
create function containing(folded text) returns text language sql immutable strict parallel safe as $$
    select '%' || replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

-- What there is to find of the messages of a chat.
create function sayings(chat uuid) returns table (
    organization_id uuid, chat_id uuid, seq bigint, rev bigint, sender_id uuid, created_at timestamptz, text text, names text,
    marks text[], speaks boolean)
language sql stable as $$
    select m.organization_id, m.chat_id, m.seq, m.rev, m.sender_id, m.created_at, m.text, f.names,
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

-- Asked by ./stogram doctor: holds the index against the messages, of chats that are not behind. What is repaired is behind
-- from then on, and read anew.
create function examine(repair boolean) returns table (health text, said text, todo text) language plpgsql as $$
declare
    wrong uuid[];
    missing bigint;
    stray bigint;
begin
    select array_agg(distinct c.chat_id), count(*) filter (where not c.is_stray), count(*) filter (where c.is_stray)
    into wrong, missing, stray
    from (
        select coalesce(s.chat_id, d.chat_id) as chat_id, s.chat_id is null as is_stray
        from (
            select s.chat_id, s.seq, s.rev from indexed_chats i join reading.chats c on c.id = i.chat_id and c.rev = i.rev
            cross join lateral sayings(i.chat_id) s where s.speaks) s
        full join (
            select d.chat_id, d.seq, d.rev from documents d
            left join indexed_chats i on i.chat_id = d.chat_id left join reading.chats c on c.id = d.chat_id
            where i.chat_id is null or c.id is null or c.rev = i.rev) d on d.chat_id = s.chat_id and d.seq = s.seq
        where s.chat_id is null or d.chat_id is null or d.rev <> s.rev) c;
    if wrong is null then
        return query select 'OK', 'the index holds what was said.', null::text;
    elsif repair then
        delete from documents where chat_id = any(wrong);
        update indexed_chats set rev = 0 where chat_id = any(wrong);
        return query select 'OK', format('%s chats are read anew into the index.', cardinality(wrong)), null::text;
    else
        return query select 'PROBLEM', format('%s messages are not in the index as they are, and %s are that are gone.', missing, stray),
            './stogram doctor --repair has their chats read anew.';
    end if;
end $$;
