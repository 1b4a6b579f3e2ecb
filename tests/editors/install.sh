#!/bin/sh
# Installs the editors that the tests in tests/nvim and tests/editors drive: the distribution's own
# Neovim, and a current Neovim, Helix and Emacs unpacked beside the system into .cache/editors (see
# the README of editor-client/others for sizes). Nothing of the system is changed but for apt's
# neovim. Says in one sentence what could not be had; exits with 0 in any case, since tests of a
# missing editor are skipped.
cd "$(dirname "$0")/../.." || exit 0
cache=$PWD/.cache/editors
suite=forky

say() { echo "editors: $*"; }

# Neovim of the distribution, for the plugin's oldest version.
if ! command -v nvim >/dev/null; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        say "installing Neovim ..."
        { apt-get update -qq && apt-get install -qq -y --no-install-recommends neovim; } \
            >/dev/null 2>&1 || say "apt could not install Neovim; its tests will be skipped."
    else
        say "no Neovim here; install it, or its tests will be skipped."
    fi
fi

wanted=
for name in neovim hx emacs-nox; do
    [ -e "$cache/done-$suite-$name" ] || wanted="$wanted $name"
done
[ -n "$wanted" ] || exit 0

sources=/etc/apt/sources.list.d/debian.sources
if ! command -v apt-get >/dev/null || [ ! -e "$sources" ]; then
    say "only Debian's packages can be unpacked here; put current versions of nvim, hx and emacs on" \
        "the PATH, or their tests will be skipped."
    exit 0
fi

# apt with lists and a status of its own: what it downloads is for another Debian than this one.
mkdir -p "$cache/root" "$cache/bin"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
: >"$work/status"
uri=$(awk '/^URIs:/{print $2; exit}' "$sources")
key=$(awk '/^Signed-By:/{print $2; exit}' "$sources")
echo "deb [signed-by=${key:-/usr/share/keyrings/debian-archive-keyring.gpg}] $uri $suite main" \
    >"$work/sources.list"
foreign() {
    apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::Etc::preferencesparts=/dev/null -o Dir::State::lists="$work/lists" \
        -o Dir::Cache="$work/cache" -o Dir::State::status="$work/status" -o Debug::NoLocking=1 \
        -o APT::Sandbox::User=root "$@"
}
say "fetching$wanted of Debian $suite ..."
if ! foreign update >/dev/null 2>&1; then
    say "Debian's packages can't be reached; tests of current editors will be skipped."
    exit 0
fi

# What Emacs needs for compiling only.
needless='^(emacs-el|binutils.*|lib.*-dev|linux-libc-dev|lib(a|t|l|ub|hwa)san[0-9]*|libgprofng.*|'
needless="$needless"'libbinutils|libctf.*|libitm.*|libquadmath.*|libcc1.*|libjansson.*|install-info)$'

# fetch PACKAGE: it and what it depends on, libc included, into .cache/editors/root.
fetch() {
    packages=$(foreign install --print-uris -y --no-install-recommends "$1" 2>/dev/null |
        sed -n "s/^'[^']*' \([^_]*\)_.*/\1/p" | grep -vE "$needless")
    rm -rf "$work/debs" && mkdir "$work/debs"
    # shellcheck disable=SC2086
    [ -n "$packages" ] && (cd "$work/debs" && foreign download $packages) >/dev/null 2>&1 &&
        for package in "$work"/debs/*.deb; do
            dpkg-deb -x "$package" "$cache/root" || return 1
        done
}

# starter NAME PROGRAM ENVIRONMENT [FLAG]: a script that runs a program with its own libc.
starter() {
    loader=$(find "$cache"/root/usr/lib* -name 'ld-linux*.so.*' | head -n 1)
    libraries=$(dirname "$(find "$cache/root/usr/lib" -name 'libc.so.6' | head -n 1)")
    program=$cache/root/usr/$2
    {
        echo '#!/bin/sh'
        echo "$3"
        echo "exec '$loader' --library-path '$libraries' --argv0 '$program' '$program' $4 \"\$@\""
    } >"$cache/bin/$1"
    chmod +x "$cache/bin/$1"
    "$cache/bin/$1" --version >/dev/null 2>&1
}

for name in $wanted; do
    case $name in
    neovim) program=nvim ;;
    hx) program=hx ;;
    emacs-nox) program=emacs ;;
    esac
    if ! fetch "$name"; then
        say "$name of Debian $suite could not be fetched; its tests will be skipped."
        continue
    fi
    flag=
    case $name in
    neovim)
        path=bin/nvim
        environment="export VIMRUNTIME='$cache/root/usr/share/nvim/runtime'"
        # Parsers of the syntax of Markdown and others.
        flag="--cmd 'set rtp+=$cache/root/usr/lib/nvim'"
        ;;
    hx) path=lib/hx/hx environment="export HELIX_RUNTIME='$cache/root/usr/lib/hx/runtime'" ;;
    emacs-nox)
        path=bin/emacs-nox
        version=$(ls "$cache/root/usr/share/emacs" | grep '^[0-9]' | head -n 1)
        share=$cache/root/usr/share/emacs/$version
        dump=$(find "$cache/root/usr/libexec/emacs" -name '*.pdmp' | head -n 1)
        environment="export EMACSLOADPATH='$share/lisp' EMACSDATA='$share/etc'"
        environment="$environment EMACSDOC='$share/etc' EMACSPATH='$(dirname "$dump")'"
        flag=--dump-file=$dump
        ;;
    esac
    if starter "$program" "$path" "$environment" "$flag"; then
        : >"$cache/done-$suite-$name"
    else
        rm -f "$cache/bin/$program"
        say "$name of Debian $suite does not start here; its tests will be skipped."
    fi
done
exit 0
