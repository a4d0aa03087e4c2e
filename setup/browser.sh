#!/usr/bin/env bash
# Installs what only the tests need: Chromium, its WebDriver, and the npm packages for tests.
# CHROMIUM and CHROMEDRIVER may name others than those on PATH.
set -euo pipefail
. "$(dirname "$0")/toolchain-env.sh"

npm_packages all

there() {
  find_program "${CHROMIUM:-}" "${CHROMIUM_NAMES[@]}" >/dev/null && find_program "${CHROMEDRIVER:-}" chromedriver >/dev/null
}
if there; then exit 0; fi

if command -v apt-get >/dev/null; then
  # Fonts by name: without any, text has no width and nothing on a page can be clicked.
  run_logged apt-browser "Installing Chromium and its WebDriver by apt: about 1 minute" \
    apt_install chromium chromium-driver fonts-liberation || true
fi
there || die "Chromium and a chromedriver of the same version are needed for the browser tests.
  Install them, or name them in CHROMIUM and CHROMEDRIVER."
