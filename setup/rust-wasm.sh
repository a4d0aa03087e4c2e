#!/usr/bin/env bash
# Makes a Rust available that builds for wasm32-unknown-unknown, and one for the native build. Skips what is there.
#   1. the Rust on PATH, when it is new enough, with `rustup target add`;
#   2. else Debian's rustc-web packages, whose wasm standard library is built once from their sources.
# With the argument "check": a formatter and a linter for the native Rust too, no wasm.
set -euo pipefail
. "$(dirname "$0")/toolchain-env.sh"

# Any Rust that fits will do for the native build, so one with the wasm target serves both.
rust_there() { (rustup_rust && has_wasm_std rustc) || { debian_rust && has_wasm_std "$DEBIAN_RUSTC"; }; }

# limited SECONDS CMD...: CMD, ended after that time where the machine has timeout (macOS has not).
limited() {
  if command -v timeout >/dev/null; then timeout "$@"; else shift && "$@"; fi
}

by_rustup() {
  [ "${AIMS_RUST:-own}" = own ] && command -v rustup >/dev/null || return 1
  if ! rustup_rust; then
    TRY=1 run_logged rustup-toolchain "Installing Rust $RUST_VERSION by rustup: about 1 minute" \
      limited 600 rustup toolchain install "$RUST_VERSION" --profile minimal -c rustfmt -c clippy || return 1
    rustup_rust || return 1
  fi
  # Where rustup's server is out of reach this ends within seconds; the time limit is for a hanging connection.
  TRY=1 run_logged rustup-target "Adding Rust's $WASM_TARGET target by rustup: a few seconds" \
    limited 300 rustup target add "$WASM_TARGET" || return 1
  # With the library's sources the release is a quarter smaller; without them it works all the same.
  has_rust_src rustc || TRY=1 run_logged rustup-src "Adding Rust's library sources by rustup: a few seconds" \
    limited 300 rustup component add rust-src || true
  has_wasm_std rustc
}

by_debian() {
  [ "${AIMS_RUST:-debian}" = debian ] && command -v apt-get >/dev/null || return 1
  local packages=() p lld
  for p in rustc-web cargo-web rust-web-src rust-web-llvm; do
    dpkg -s "$p" >/dev/null 2>&1 || packages+=("$p")
  done
  if [ ${#packages[@]} -gt 0 ]; then
    run_logged apt-rust "Installing Debian's Rust (${packages[*]}): about 1 minute" apt_install "${packages[@]}" || return 1
  fi
  # The linker has its own package, whose name changes with LLVM's version; the link tells it.
  lld=$(readlink /usr/bin/rust-lld) || return 1
  if [ ! -x "/usr/bin/$lld" ]; then
    run_logged apt-lld "Installing Debian's $lld: a few seconds" apt_install "$lld" || return 1
  fi
  rustc_ok "$DEBIAN_RUSTC" || { say "Debian's $("$DEBIAN_RUSTC" --version) is older than $RUST_MIN"; return 1; }
  has_wasm_std "$DEBIAN_RUSTC" && return
  run_logged seed-std "Building the wasm standard library once, from Debian's sources: about 40 seconds" \
    bash "$AIMS_ROOT/setup/rust-wasm.sh" seed || return 1
  has_wasm_std "$DEBIAN_RUSTC"
}

# Builds the standard library as a dependency of an empty crate and puts it where rustc looks for it.
# Run as "rust-wasm.sh seed", in a process of its own: within a condition `set -e` would not stop it at an error.
seed() {
  tmp=$(mktemp -d)
  trap 'rm -rf "$tmp"' EXIT
  libdir=$(wasm_libdir "$DEBIAN_RUSTC")
  use_debian_rust
  mkdir "$tmp/src" "$tmp/lib"
  printf '[package]\nname = "seed"\nversion = "0.0.0"\nedition = "2021"\n' >"$tmp/Cargo.toml"
  : >"$tmp/src/lib.rs"
  cd "$tmp"
  # Bitcode is what lets a later build link with LTO; proc_macro and test are for wasm-bindgen-test.
  RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Cembed-bitcode=yes -Copt-level=z" CARGO_TARGET_DIR=$tmp/target \
    cargo build --release --target "$WASM_TARGET" \
    -Zbuild-std=std,panic_abort,panic_unwind,test,proc_macro -Zbuild-std-features=optimize_for_size
  cp "target/$WASM_TARGET"/release/deps/*.rlib lib/
  rm -f lib/libseed-*.rlib
  compgen -G "lib/libstd-*.rlib" >/dev/null
  "$DEBIAN_RUSTC" -vV >"lib/$AIMS_STAMP"
  chmod -R a+rX lib
  # Copy beside the goal first, then swap by renaming: an interrupted run leaves no half library.
  # shellcheck disable=SC2016  # the dollars are the inner shell's
  as_root bash -euc '
    libdir=$1 from=$2
    mkdir -p "$(dirname "$libdir")"
    rm -rf "$libdir.new" "$libdir.old"
    cp -r "$from" "$libdir.new"
    chown -R root:root "$libdir.new"
    if [ -e "$libdir" ]; then mv -T "$libdir" "$libdir.old"; fi
    mv -T "$libdir.new" "$libdir"
    rm -rf "$libdir.old"
  ' seed "$libdir" "$tmp/lib"
}

# One at a time: of two runs, the one that waited finds the work done.
mkdir -p "$AIMS_CACHE"
lock() {
  if command -v flock >/dev/null; then
    exec 9>"$AIMS_CACHE/rust.lock"
    flock 9
  fi
}

ensure_wasm() {
  if rust_there; then return; fi
  lock
  if rust_there || by_rustup || by_debian; then return; fi
  die "no Rust for $WASM_TARGET could be set up. Install one of these and run the command again:
  - rustup (rustup.rs), Rust $RUST_MIN or newer, then: rustup target add $WASM_TARGET
  - on Debian, as root: apt-get install rustc-web cargo-web rust-web-src rust-web-llvm"
}

checkers_there() { (use_native && cargo fmt --version && cargo clippy --version) >/dev/null 2>&1; }

ensure_checkers() {
  if checkers_there; then return; fi
  # Without any Rust so far, the one that builds wasm is the native one as well.
  if ! (rustup_rust) && ! debian_rust; then ensure_wasm; fi
  lock
  if (rustup_rust); then
    rustup_rust
    run_logged rustup-check "Adding rustfmt and clippy by rustup: a few seconds" rustup component add rustfmt clippy || true
  elif command -v apt-get >/dev/null; then
    run_logged apt-check "Installing Debian's rustfmt and clippy: a few seconds" apt_install rustfmt-web rust-web-clippy || true
  fi
  checkers_there || die "rustfmt and clippy are needed; with rustup: rustup component add rustfmt clippy"
}

case "${1:-wasm}" in
  wasm) ensure_wasm ;;
  check) ensure_checkers ;;
  seed) seed ;;
  *) die "usage: $0 [check]" ;;
esac
