-- The plugin that posted it, which alone may edit it as such.
alter table core.messages add column posted_by text;
