-- What a message shows of the page it links to; null where there is nothing, or nothing yet.
alter table core.messages
  add preview jsonb,
  add hides_preview boolean not null default false;

alter table core.organizations add link_previews boolean not null default true;

-- What was found at an address, good or bad, until it is over. A picture goes with the last message that shows it, and
-- then what was found goes as well.
create table core.link_previews (
  organization_id uuid not null references core.organizations,
  url text not null,
  preview jsonb,
  file_id uuid references core.files on delete cascade,
  -- Somebody is looking; until then that counts without another word.
  claimed_until timestamptz,
  expires_at timestamptz not null,
  primary key (organization_id, url)
);
create index link_previews_file on core.link_previews (file_id) where file_id is not null;
create index link_previews_expires on core.link_previews (expires_at);
