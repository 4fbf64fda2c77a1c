# Sourced by ./run and ./test: installs what is missing and builds. Needs bash and Debian's apt-get only.
# Every function prints what it does in one line and sends the details to build/setup.log.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$top/build/setup.log
mkdir -p "$top/build"
jobs=$(nproc)

