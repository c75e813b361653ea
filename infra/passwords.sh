#!/usr/bin/env bash
# Gives the three roles their passwords when the database is first made.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -d casewell \
  -v owner="$CASEWELL_DATABASE_OWNER_PASSWORD" \
  -v app="$CASEWELL_DATABASE_APP_PASSWORD" \
  -v worker="$CASEWELL_DATABASE_WORKER_PASSWORD" <<'SQL'
alter role casewell_owner password :'owner';
alter role casewell_app password :'app';
alter role casewell_worker password :'worker';
SQL
