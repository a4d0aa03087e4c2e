#!/usr/bin/env bash
# Installs what only the tests need: Chromium, its WebDriver, Firefox, WebKitGTK with its driver, and the npm packages
# for tests. CHROMIUM, CHROMEDRIVER and FIREFOX may name others than those on PATH. Without Firefox or WebKitGTK their
# tests are left out, and say so.
set -euo pipefail
. "$(dirname "$0")/toolchain-env.sh"

npm_packages all

there() {
  find_program "${CHROMIUM:-}" "${CHROMIUM_NAMES[@]}" >/dev/null && find_program "${CHROMEDRIVER:-}" chromedriver >/dev/null
}
others() {
  { [ -n "${FIREFOX:-}" ] || command -v firefox || command -v firefox-esr; } >/dev/null &&
    command -v WebKitWebDriver >/dev/null && { [ -n "${DISPLAY:-}" ] || command -v xvfb-run >/dev/null; }
}
if there && others; then exit 0; fi

if command -v apt-get >/dev/null; then
  # Fonts by name: without any, text has no width and nothing on a page can be clicked.
  there || run_logged apt-browser "Installing Chromium and its WebDriver by apt: about 1 minute" \
    apt_install chromium chromium-driver fonts-liberation || true
  others || run_logged apt-browsers "Installing Firefox and WebKitGTK by apt: about 1 minute" \
    apt_install firefox-esr webkit2gtk-driver xvfb xauth || true
fi
there || die "Chromium and a chromedriver of the same version are needed for the browser tests.
  Install them, or name them in CHROMIUM and CHROMEDRIVER."
