#!/usr/bin/env bash
# Finds the Rust toolchains and the tools, and runs a command with them.
#
#   setup/toolchain-env.sh native CMD...   the machine's Rust (rustup's, else Debian's rustc-web)
#   setup/toolchain-env.sh wasm CMD...     a Rust that has the wasm32-unknown-unknown standard library
#   setup/toolchain-env.sh wasmtest CMD... the same, with headless Chromium as the runner of wasm tests
#   setup/toolchain-env.sh release CMD...  that Rust, set for the smallest release (see SMALL below)
#   eval "$(setup/toolchain-env.sh wasm)"  the same settings for your own shell
#
# SMALL=1 (the default) builds the standard library along with a release, without panic texts, wherever the
# toolchain has the library's sources at hand. SMALL=0 uses the ready-made one: about a quarter larger, in half the time.
#
# AIMS_RUST=own or AIMS_RUST=debian allows only the one of the two toolchains; the default is the first that fits.
#
# The other set-up scripts source this file for its functions; sourcing sets no variable but those below.

AIMS_ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
AIMS_CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/aims-readiness
# shellcheck source=setup/versions.env
. "$AIMS_ROOT/setup/versions.env"
DEBIAN_RUSTC=/usr/bin/rustc
# Marks a standard library that rust-wasm.sh put in place, with the compiler it is for.
AIMS_STAMP=aims-readiness-seeded

say() { printf '%s\n' "$*" >&2; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# run_logged NAME TEXT CMD...: says TEXT, runs CMD with its output in a log, shows the log's end if it fails.
# With TRY=1 a failure is no more than the news that another way is taken.
run_logged() {
  local log="$AIMS_CACHE/logs/$1.log" start=$SECONDS
  say "$2 (log: $log)"
  shift 2
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1 </dev/null; then
    if [ "${TRY:-}" = 1 ]; then
      say "  not to be had here"
    else
      say "--- failed after $((SECONDS - start)) s; the last 30 lines of $log:"
      tail -n 30 "$log" >&2
    fi
    return 1
  fi
  say "  done in $((SECONDS - start)) s"
}

# as_root CMD...: runs CMD as root, by sudo when needed.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo "$@"
  else say "needs root, and there is no sudo: $*"; return 1
  fi
}

# apt_install PACKAGE...: installs Debian packages; refreshes the package lists only if they lack one.
apt_install() {
  local p
  for p in "$@"; do
    if ! apt-cache show "$p" >/dev/null 2>&1; then as_root apt-get update -q; break; fi
  done
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" && return
  # The lists may be older than the mirror: once more with fresh ones.
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

# npm_packages build|all: installs the npm packages of package-lock.json; all includes those for tests.
npm_packages() {
  local omit=--include=dev
  [ "$1" = all ] || omit=--omit=dev
  if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt "$NODE_MIN" ]; then
    die "Node $NODE_MIN or newer is needed (nodejs.org)"
  fi
  # Compares what is there with what the lock file says: far faster than asking npm.
  # shellcheck disable=SC2016  # the dollars are JavaScript's
  (cd "$AIMS_ROOT" && node -e '
    const { existsSync, readFileSync } = require("node:fs");
    const read = (f) => JSON.parse(readFileSync(f, "utf8"));
    for (const [path, p] of Object.entries(read("package-lock.json").packages)) {
      if (path === "" || p.optional || (p.dev && process.argv[1] !== "all")) continue;
      if (!existsSync(`${path}/package.json`) || read(`${path}/package.json`).version !== p.version) process.exit(1);
    }' "$1") && return
  # No package here needs its install script. A network time-out is npm's own to retry.
  run_logged "npm-$1" "Installing npm packages ($1): under a minute" \
    npm ci --prefix "$AIMS_ROOT" --ignore-scripts --no-audit --no-fund "$omit"
}

# version_ge A B: A is at least B.
version_ge() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]; }

# rustc_ok RUSTC: it runs and is new enough.
rustc_ok() {
  local v
  v=$("$1" --version 2>/dev/null) || return 1
  v=${v#rustc }
  version_ge "${v%% *}" "$RUST_MIN"
}

wasm_libdir() { "$1" --print target-libdir --target "$WASM_TARGET"; }

# has_wasm_std RUSTC: its wasm target holds a standard library that this very compiler built or came with.
has_wasm_std() {
  local dir
  dir=$(wasm_libdir "$1" 2>/dev/null) || return 1
  compgen -G "$dir/libstd-*.rlib" >/dev/null || return 1
  # A library that rust-wasm.sh seeded is of no use any more once the package was upgraded.
  [ ! -e "$dir/$AIMS_STAMP" ] || [ "$(cat "$dir/$AIMS_STAMP")" = "$("$1" -vV)" ]
}

# has_rust_src RUSTC: the standard library's sources are beside it.
has_rust_src() { [ -e "$("$1" --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock" ]; }

# rustup_rust: the cargo first on PATH is new enough, or rustup holds RUST_VERSION beside an older default.
rustup_rust() {
  [ "${AIMS_RUST:-own}" = own ] || return 1
  if command -v cargo >/dev/null && rustc_ok rustc; then return 0; fi
  if command -v rustup >/dev/null && RUSTUP_AUTO_INSTALL=0 RUSTUP_TOOLCHAIN=$RUST_VERSION rustc_ok rustc; then
    export RUSTUP_TOOLCHAIN=$RUST_VERSION
    return 0
  fi
  return 1
}

debian_rust() { [ "${AIMS_RUST:-debian}" = debian ] && rustc_ok "$DEBIAN_RUSTC"; }

# Puts Debian's compiler first, by a folder of links: all of /usr/bin first would also hide, say, a newer node.
use_debian_rust() {
  local bin=$AIMS_CACHE/debian-rust/bin f
  if [ ! -e "$bin/cargo" ] || [ ! -e "$bin/rustc" ]; then
    mkdir -p "$bin"
    for f in cargo rustc rustdoc rustfmt cargo-fmt cargo-clippy clippy-driver; do ln -sfn "/usr/bin/$f" "$bin/$f"; done
  fi
  PATH=$bin:$PATH
  export PATH RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc
}

use_native() {
  use_tools
  rustup_rust && return
  debian_rust || die "no Rust $RUST_MIN or newer here; run: make setup"
  use_debian_rust
}

use_wasm() {
  use_tools
  if rustup_rust && has_wasm_std rustc; then return; fi
  if ! debian_rust || ! has_wasm_std "$DEBIAN_RUSTC"; then
    die "no Rust with the $WASM_TARGET standard library here; run: make setup"
  fi
  unset RUSTUP_TOOLCHAIN
  use_debian_rust
  # Its own folder: two compilers in one would each throw away what the other built.
  export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$AIMS_ROOT/target/wasm}
}

use_release() {
  # Of two toolchains that would do, the one with the sources makes the smaller file.
  if [ "${SMALL:-1}" = 1 ] && debian_rust && has_wasm_std "$DEBIAN_RUSTC" && has_rust_src "$DEBIAN_RUSTC" &&
    { ! rustup_rust || ! has_rust_src rustc; }; then
    AIMS_RUST=debian
  fi
  use_wasm
  # Set here and not in Cargo.toml, since a wasm library without bitcode, as some packages ship, cannot do it.
  export CARGO_PROFILE_RELEASE_LTO=${CARGO_PROFILE_RELEASE_LTO:-true}
  # For the wasm target alone: RUSTFLAGS could reach build scripts and macros. The receipt's hash runs once per
  # result, so its small form is the right one.
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS='--cfg sha2_backend_soft="compact"'
  if [ "${SMALL:-1}" != 1 ] || ! has_rust_src rustc; then return; fi
  # Other flags than the plain build's; in one folder each would make the other start over.
  [ "${CARGO_TARGET_DIR:-}" != "$AIMS_ROOT/target/wasm" ] || CARGO_TARGET_DIR=
  export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$AIMS_ROOT/target/small}
  export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Zunstable-options -Cpanic=immediate-abort"
}

# shellcheck disable=SC2034  # for browser.sh
CHROMIUM_NAMES=(chromium chromium-browser google-chrome google-chrome-stable)

# find_program NAMED NAME...: NAMED if it is given, else the first NAME on PATH.
find_program() {
  local p
  if [ -n "$1" ]; then command -v "$1"; return; fi
  shift
  for p in "$@"; do command -v "$p" && return; done
  return 1
}

# The wasm toolchain with a headless browser as the runner of its tests.
use_wasmtest() {
  use_wasm
  CHROMEDRIVER=$(find_program "${CHROMEDRIVER:-}" chromedriver) || die "no chromedriver here; run: make setup-test"
  export CHROMEDRIVER CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
  # Guards against a hang, in seconds; a busy machine starts a browser slowly.
  export WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-120}
  export WASM_BINDGEN_TEST_DRIVER_TIMEOUT=${WASM_BINDGEN_TEST_DRIVER_TIMEOUT:-60}
}

# tool_dir NAME VERSION: where this project keeps a tool of its own.
tool_dir() { printf '%s/tools/%s-%s' "$AIMS_CACHE" "$1" "$2"; }

use_tools() {
  local ours
  ours=$(tool_dir wasm-bindgen-cli "$WASM_BINDGEN_VERSION")/bin:$(tool_dir trunk "$TRUNK_VERSION")/bin
  PATH=$AIMS_ROOT/node_modules/.bin:$ours:$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
  export PATH
}

# Run, not sourced: do what the arguments say.
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  set -euo pipefail
  case "${1:-}" in
    native | wasm | wasmtest | release) "use_$1" ;;
    *) die "usage: $0 native|wasm|wasmtest|release [command...]" ;;
  esac
  shift
  if [ $# -gt 0 ]; then exec "$@"; fi
  for v in PATH RUSTC RUSTDOC RUSTUP_TOOLCHAIN CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_LTO RUSTC_BOOTSTRAP \
    CARGO_UNSTABLE_BUILD_STD CARGO_UNSTABLE_BUILD_STD_FEATURES CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS; do
    if [ -n "${!v:-}" ]; then printf 'export %s=%q\n' "$v" "${!v}"; fi
  done
fi
