#!/bin/sh
# Installs axe-core and playwright-core beside this file, and a Chromium where the machine has none.
# Says in one sentence what is missing; exits with 0 in any case, since only scores depend on it.
cd "$(dirname "$0")" || exit 0

if ! command -v npm >/dev/null; then
    echo "axe: no npm here; install Node.js 20 or newer for the accessibility scores."
    exit 0
fi
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent --no-fund --no-audit || {
        echo "axe: npm could not install axe-core; there will be no accessibility scores."
        exit 0
    }
    touch node_modules/.package-lock.json
fi

for name in "$TAGWRIGHT_CHROMIUM" chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "$name" ] && command -v "$name" >/dev/null && exit 0
done
installed=$(node -e 'import("playwright-core").then((p) => console.log(p.chromium.executablePath()))')
[ -x "$installed" ] && exit 0

echo "axe: installing Chromium ..."
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } \
        >/dev/null 2>&1 && exit 0
fi
npx playwright-core install chromium >/dev/null 2>&1 ||
    echo "axe: no Chromium could be installed; install one, or name one in TAGWRIGHT_CHROMIUM."
exit 0
