#!/bin/sh
# Puts VS Code (its server and browser workbench, out of the npm package code-server) into
# .cache/vscode, playwright-core beside this file, and a Chromium where the machine has none.
# Without a compiler: nothing native is built. Says in one sentence what is missing; exits with 0
# in any case, since the tests then say so themselves.
cd "$(dirname "$0")" || exit 0
version=4.100.3
cache=$(cd ../.. && pwd)/.cache/vscode
ready="$cache/ready-$version"

if ! command -v npm >/dev/null; then
    echo "vscode: no npm here; install Node.js 20 or newer for the tests in VS Code."
    exit 0
fi
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent || {
        echo "vscode: npm could not install playwright-core; the tests in VS Code are skipped."
        exit 0
    }
    touch node_modules/.package-lock.json
fi
(
    cd ../../editor-client/vscode || exit 1
    [ node_modules/.package-lock.json -nt package-lock.json ] && exit 0
    npm ci --silent --ignore-scripts && touch node_modules/.package-lock.json
) || echo "vscode: npm could not install what builds the extension; its tests are skipped."
if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "vscode: installing Chromium ..."
    { apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } \
        >/dev/null 2>&1 || echo "vscode: no Chromium could be installed."
fi
[ -e "$ready" ] && exit 0

libraries() {
    # Its shrinkwrap lacks a peer that npm ci wants.
    npm ci --legacy-peer-deps --omit=dev --ignore-scripts --no-audit --no-fund >>"$log" 2>&1
}

echo "vscode: installing VS Code 1.${version#4.} ..."
rm -rf "$cache"
mkdir -p "$cache"
log="$cache/install.log"
stub=$(pwd)/spdlog.js
(
    set -e
    cd "$cache"
    npm pack "code-server@$version" >>"$log" 2>&1
    tar xzf "code-server-$version.tgz" --strip-components=1 package/lib/vscode
    rm "code-server-$version.tgz"
    cd lib/vscode
    libraries
    # VS Code looks for its libraries under this name too.
    ln -sfn node_modules node_modules.asar
    # The HTML language server needs TypeScript.
    (cd extensions && libraries)
    # Log files and output channels are written by a native module otherwise.
    cp "$stub" node_modules/@vscode/spdlog/index.js
    touch "$ready"
) || { tail -5 "$log"; echo "vscode: VS Code could not be installed; its tests are skipped."; }
exit 0
