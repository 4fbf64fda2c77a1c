# Sourced by ./run and ./test: installs what is missing and builds. Needs bash and Debian's apt-get only.
# Every function prints what it does in one line and sends the details to build/setup.log.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$top/build/setup.log
mkdir -p "$top/build"
jobs=$(nproc)

build_packages=(g++ cmake ninja-build ccache mold pkg-config libboost1.81-dev libboost-json1.81-dev libsqlite3-dev libpq-dev
  libsodium-dev libfido2-dev libcjose-dev libjansson-dev libcurl4-openssl-dev libfmt-dev libcli11-dev libhowardhinnant-date-dev libtomlplusplus-dev libcadical-dev zlib1g-dev
  libzip-dev libpugixml-dev libxlsxwriter-dev
  libcairo2-dev libpango1.0-dev libqrencode-dev fonts-inter fonts-ebgaramond
  tzdata ca-certificates)
test_packages=(libssl-dev postgresql haproxy nginx-light wrk python3-aiosmtpd openssl libgtest-dev libgmock-dev libical-dev python3-icalendar python3-vobject chromium fonts-dejavu-core poppler-utils zbar-tools)

step() { printf '\033[2m·\033[0m %s\n' "$*"; }

fail() {
  printf '%s\n' "$1" >&2
  [ -s "$log" ] && { printf 'The last lines of %s:\n' "$log"; tail -n 15 "$log"; } >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else fail "Packages must be installed as root: run this as root, or install sudo."; fi
}

missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf '%s\n' "$package"
  done
}

# need PACKAGE...: installs those of the Debian packages that are missing.
need() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} = 0 ] && return
  step "Installing ${#missing[@]} Debian packages: ${missing[*]}"
  { as_root apt-get update -q &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" tzdata; } \
    >>"$log" 2>&1 </dev/null || fail "Debian packages could not be installed: ${missing[*]}."
}

node_major() { "$1" --version 2>/dev/null | sed -n 's/^v\([0-9]*\)\..*/\1/p'; }

# Puts a folder with Node.js 18 or newer and its npm first on the PATH, if there is one.
find_node() {
  local candidate major
  for candidate in "$(command -v node || true)" /usr/bin/node; do
    [ -x "$candidate" ] && [ -x "$(dirname "$candidate")/npm" ] || continue
    major=$(node_major "$candidate")
    [ "${major:-0}" -ge 18 ] && { PATH=$(dirname "$candidate"):$PATH; return 0; }
  done
  return 1
}

# Debian's own where none is there that is new enough. (tzdata is brought up to date with every installation:
# zones change their rules at short notice.)
need_node() {
  find_node && return
  need nodejs npm
  find_node || fail "Node.js 18 or newer with npm is needed; found $(node --version 2>/dev/null || echo none)."
}

# The hash of the names and contents of all files below the given folders and files.
hash_of() { find "$@" -type f ! -name generated.ts ! -name .kontor -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-64; }

# up_to_date STAMP HASH: whether STAMP holds HASH.
up_to_date() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }

web_packages() {
  local hash stamp=$top/web/node_modules/.kontor
  hash=$(hash_of "$top/web/package.json" "$top/web/package-lock.json")
  up_to_date "$stamp" "$hash" && return
  step "Installing the npm packages of the web application"
  (cd "$top/web" && npm ci --no-audit --no-fund) >>"$log" 2>&1 </dev/null || fail "npm could not install the packages of web/."
  printf '%s' "$hash" >"$stamp"
}

web_types() { node "$top/tools/wire.mjs" --typescript "$top/web/src/shared/api/generated.ts" >>"$log" 2>&1 || fail "The API's types could not be generated."; }

build_web() {
  local hash stamp=$top/web/dist/.kontor
  need_node
  web_packages
  hash=$(hash_of "$top/web/src" "$top/web/public" "$top/web"/*.ts "$top/web"/*.js "$top/web/index.html" "$top/web/package-lock.json" "$top/src/wire/messages.json" "$top/tools/wire.mjs" "$top/tools/wire")
  web_types
  up_to_date "$stamp" "$hash" && return
  step "Building the web application"
  (cd "$top/web" && npm run --silent build) >>"$log" 2>&1 </dev/null || fail "The web application could not be built."
  printf '%s' "$hash" >"$stamp"
}

# build_preset PRESET [TARGET...]: configures once and builds what is not up to date.
build_preset() {
  local preset=$1 hash stamp name; shift
  local target=() parts=(src verify cmake tools CMakeLists.txt CMakePresets.json web/dist)
  [ "$preset" = release ] || parts+=(tests)
  for name in "$@"; do target+=(--target "$name"); done
  stamp=$top/build/$preset/.kontor-${1:-all}
  hash=$(cd "$top" && hash_of "${parts[@]}")
  up_to_date "$stamp" "$hash" && [ -e "$top/build/$preset/${1:-build.ninja}" ] && return
  step "Building Kontor ($preset)"
  [ -f "$top/build/$preset/build.ninja" ] ||
    (cd "$top" && cmake --preset "$preset") >>"$log" 2>&1 || fail "CMake could not configure $preset."
  (cd "$top" && cmake --build "build/$preset" -j "$jobs" "${target[@]}") >>"$log" 2>&1 || fail "Kontor ($preset) could not be built."
  printf '%s' "$hash" >"$stamp"
}
