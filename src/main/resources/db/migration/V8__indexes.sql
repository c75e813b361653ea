-- read by every professional's page of open needs, and by a firm's checklist
create index need_open on need (id) where state = 'open';
create index on need_parties (firm);
