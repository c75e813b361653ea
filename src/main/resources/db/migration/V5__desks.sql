-- People are found by the beginning of the name on their card. Anybody reads the card, so its policy
-- is no barrier to the index.
create index staff_card_by_name on staff_card (lower(name) text_pattern_ops, staff)
  where state = 'active';
