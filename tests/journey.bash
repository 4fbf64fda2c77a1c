#!/usr/bin/env bash
# Starts the real server on data of its own and walks through the application in a real browser.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=$(mktemp -d)
words=$data/words
# A mail server, which ends with its input; its first line is its port.
mkfifo "$data/end"
/usr/bin/python3 "$top/tests/net/smtp_server.py" plain <"$data/end" >"$data/mails" &
exec 3>"$data/end"
post=
for _ in $(seq 100); do
  post=$(head -n 1 "$data/mails" 2>/dev/null || true)
  [ -n "$post" ] && break
  sleep 0.1
done
"${KONTOR_BINARY:-$top/build/release/kontor}" start --facts "$top/missions/california-2025" --data "$data/data" --port 0 \
  --providers-at-private-addresses \
  --mail-server "smtp-plain://127.0.0.1:$post" >"$words" 2>&1 3>&- &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; exec 3>&-; rm -rf "$data"' EXIT

address=
for _ in $(seq 600); do
  address=$(sed -n 's/^ *Open *\(http[^ ]*\).*/\1/p' "$words")
  [ -n "$address" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$words"; exit 1; }
  sleep 0.1
done
[ -n "$address" ] || { cat "$words"; exit 1; }
cd "$top/web"
KONTOR_ADDRESS=$address KONTOR_MAILS=$data/mails node tests/journey/run.mjs "$@"
