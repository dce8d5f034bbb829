-- Finding ten thousand people by a part of a name: every piece of one to three letters is in the index, by what PostgreSQL
-- has built in, since not every database lets us have pg_trgm.
create function core.grams(text) returns text[] language sql immutable strict parallel safe as $$
  select coalesce(array_agg(distinct substr(t, at, size)), '{}')
  from (select lower($1)) as x (t), generate_series(1, 3) as size, generate_series(1, length(t) - size + 1) as at
$$;

-- The pieces that a text must have if it holds these words.
create function core.asked_grams(text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(distinct substr(t, at, 3)) from (select lower($1)) as x (t), generate_series(1, greatest(length(t) - 2, 1)) as at
$$;

-- Whether somebody may be meant: it has the pieces, in whatever order; who asks looks at the words again. PostgreSQL puts
-- its body in the place of its call, and there it is the indexed expression.
create function core.mentions(display_name text, username text, email text, words text) returns boolean
  language sql immutable parallel safe as $$
  select core.grams($1 || ' ' || $2 || ' ' || $3) @> core.asked_grams($4)
$$;

create index users_grams on core.users using gin (core.grams(display_name || ' ' || username || ' ' || email));
create index users_name on core.users (organization_id, display_name, id);
create index users_role on core.users (organization_id, role, display_name, id);
create index users_deactivated on core.users (organization_id, display_name, id) where deactivated_at is not null;
create index users_reset on core.users (organization_id, display_name, id) where reset_asked_at is not null;

create index audit_log_action on core.audit_log (organization_id, action text_pattern_ops, seq);
create index audit_log_actor on core.audit_log (organization_id, actor_id, seq);
create index invites_recent on core.invites (organization_id, created_at);
