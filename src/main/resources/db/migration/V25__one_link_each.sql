-- A form sent twice links a calendar once: what tells the same address or file apart from others,
-- as a hash with its person, since an address is a secret. Those from before have none.
alter table busy_source add column fingerprint bytea;
create unique index on busy_source (person, fingerprint);
