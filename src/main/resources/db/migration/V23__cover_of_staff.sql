-- Whom a professional names to stand in while they are away: no colleague here, so words.
alter table time_off add column cover_name text not null default '' check (length(cover_name) <= 120);
