-- The signature itself in place of who had made it: whose keys count may change. It is of the zip's digest. What was signed
-- before is uploaded once more, with its signature.
alter table core.plugin_packages
  add column digest bytea not null generated always as (sha256(zip)) stored,
  add column signature bytea,
  drop column signed_by;
