#!/usr/bin/env bash
# Starts the real server on data of its own and walks through the application in a real browser.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
data=$(mktemp -d)
words=$data/words
"$top/build/release/kontor" start --facts "$top/missions/california-2025" --data "$data/data" --port 0 >"$words" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$data"' EXIT

address=
for _ in $(seq 600); do
  address=$(sed -n 's/^ *Open *\(http[^ ]*\).*/\1/p' "$words")
  [ -n "$address" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$words"; exit 1; }
  sleep 0.1
done
[ -n "$address" ] || { cat "$words"; exit 1; }
cd "$top/web"
KONTOR_ADDRESS=$address node tests/journey/run.mjs "$@"
