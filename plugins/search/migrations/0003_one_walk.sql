-- The chat as a list of one: && asks for all of the asker's chats in one walk of the index, where = any() walks it once for each.
create index documents_found on documents using gin ((array[chat_id]), words, marks, folded gin_trgm_ops)
    with (gin_pending_list_limit = 512);
-- What an index over an expression holds is known to the planner only once it was looked at.
analyze documents;
drop index documents_words;

-- A pattern for words that begin like this. Letters of whole words are found by their trigrams; a prefix of a tsquery collects
-- whatever the whole server says that begins so.
create function begun(folded text) returns text language sql immutable strict parallel safe as $$
    select '\m' || regexp_replace(folded, '(\W)', '\\\1', 'g')
$$;
