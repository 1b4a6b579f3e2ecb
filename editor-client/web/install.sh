#!/bin/sh
# Installs what builds and tests the playground: esbuild, TypeScript, CodeMirror, playwright-core.
# The built files in dist are committed, so nothing but building and testing depends on this.
# A Chromium comes with `make axe`.
cd "$(dirname "$0")" || exit 0

if ! command -v npm >/dev/null; then
    echo "web: no npm here; install Node.js 20 or newer to build and test the playground."
    exit 0
fi
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent --no-fund --no-audit || {
        echo "web: npm could not install its packages; the playground's tests will be skipped."
        exit 0
    }
    touch node_modules/.package-lock.json
fi
exit 0
