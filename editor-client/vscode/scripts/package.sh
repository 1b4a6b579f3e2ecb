#!/bin/sh
# Packs the extension: package.sh [FOLDER], the repository's dist/ if none is given.
# Where dist/ has the server's wheel of the same version, it is packed too.
set -e
out=$(cd "$(dirname "$0")/../../.." && pwd)/dist
[ -z "$1" ] || out=$(cd "$1" && pwd)
cd "$(dirname "$0")/.."

if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent --ignore-scripts
    touch node_modules/.package-lock.json
fi
version=$(node -p 'require("./package.json").version')
rm -rf server
mkdir -p server "$out"
for wheel in "../../dist/tagwright-$version"-*.whl; do
    [ ! -f "$wheel" ] || cp "$wheel" server/
done
npx --no-install tsc --noEmit -p .
node scripts/build.mjs
npx --no-install vsce package --no-dependencies --allow-missing-repository \
    --no-rewrite-relative-links --out "$out/tagwright-$version.vsix" >package.log 2>&1 || { cat package.log; exit 1; }
rm package.log
ls -l "$out/tagwright-$version.vsix"
