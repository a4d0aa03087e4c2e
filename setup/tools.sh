#!/usr/bin/env bash
# Installs the build tools: wasm-bindgen, trunk, and the npm packages a build needs (wasm-opt, esbuild).
# A tool already on PATH in the exact version is used as it is; ours go to a cache folder of their own,
# so that no other version on the machine is overwritten.
set -euo pipefail
. "$(dirname "$0")/toolchain-env.sh"

npm_packages build

# The bindings that the crate generates and the tool that reads them must be of one version.
if [ -e "$AIMS_ROOT/Cargo.lock" ]; then
  locked=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p;}' "$AIMS_ROOT/Cargo.lock")
  [ -z "$locked" ] || [ "$locked" = "$WASM_BINDGEN_VERSION" ] ||
    die "Cargo.lock has wasm-bindgen $locked, setup/versions.env $WASM_BINDGEN_VERSION: make them equal"
fi

use_native

# has_version VERSION TOOL: TOOL on PATH answers "TOOL VERSION", as the whole second word.
has_version() {
  local out
  out=$("$2" --version 2>/dev/null) || return 1
  [ "$(printf '%s\n' "$out" | awk 'NR == 1 { print $2 }')" = "$1" ]
}

# cargo_tool CRATE VERSION HOW_LONG [FLAG...]: builds a tool from source into its own folder.
cargo_tool() {
  local name=$1 version=$2 minutes=$3
  shift 3
  # Built without optimisation: it takes a third of the time, and on a site of this size the tools are not slower for
  # it in any way that matters. One kept target folder lets an interrupted build go on where it stopped.
  # RUSTFLAGS is cleared: a developer's shell may have set it for other builds.
  run_logged "install-$name" "Installing $name $version from source: about $minutes on two cores" \
    env -u RUSTFLAGS CARGO_TARGET_DIR="$AIMS_CACHE/build" CARGO_INCREMENTAL=0 CARGO_PROFILE_DEV_DEBUG=0 \
    cargo install --locked --debug "$@" --root "$(tool_dir "$name" "$version")" "$name@$version"
}

built=
if ! has_version "$WASM_BINDGEN_VERSION" wasm-bindgen || ! has_version "$WASM_BINDGEN_VERSION" wasm-bindgen-test-runner; then
  cargo_tool wasm-bindgen-cli "$WASM_BINDGEN_VERSION" "1 minute"
  built=1
fi
if ! has_version "$TRUNK_VERSION" trunk; then
  # Its default features are an update check and TLS, for downloads and proxies that this project does not use.
  cargo_tool trunk "$TRUNK_VERSION" "2 to 4 minutes" --no-default-features
  built=1
fi
if [ -n "$built" ]; then rm -rf "$AIMS_CACHE/build"; fi
