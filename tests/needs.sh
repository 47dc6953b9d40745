#!/bin/sh
# What the tests need: Chromium, fonts for Arabic, Bangla, Hindi and Urdu, and the judges of tests/judges with Node and Java to run them.
# Installed where that is allowed, else named.
python=${1:-.venv/bin/python}
need=""
runs() { command -v "$1" >/dev/null && "$1" --version >/dev/null 2>&1; }
has_browser() { runs chromium || runs google-chrome || ls "${HOME:-/root}"/.cache/ms-playwright/chromium-* >/dev/null 2>&1; }
has_node() { runs node && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'; }
ubuntu() { grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

command -v fc-list >/dev/null || need="$need fontconfig"
fc-list 2>/dev/null | grep -q 'NotoSerifBengali' || need="$need fonts-noto-core"
fc-list 2>/dev/null | grep -q 'NotoNastaliqUrdu' || need="$need fonts-noto-core"
fc-list 2>/dev/null | grep -q 'NotoNaskhArabic' || need="$need fonts-noto-core"
fc-list 2>/dev/null | grep -q 'NotoSerifDevanagari' || need="$need fonts-noto-core"
has_browser || ubuntu || need="$need chromium"
PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx >/dev/null || need="$need nginx-light"
has_node || need="$need nodejs"
runs npm || need="$need npm"
runs java || need="$need default-jre-headless"
if [ -n "$need" ]; then
    need=$(echo "$need" | tr ' ' '\n' | sort -u | tr '\n' ' ')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need >/dev/null
    else
        echo "make test: some tests need what is not here; install it with: sudo apt-get install $need" >&2
        exit 1
    fi
fi
if ! has_browser; then
    # Ubuntu's chromium package only leads to a snap, which a test cannot drive.
    echo "make test: fetching Playwright's own Chromium" >&2
    "$python" -m playwright install --with-deps chromium >/dev/null || {
        echo "make test: no Chromium; install it with: sudo $python -m playwright install --with-deps chromium" >&2; exit 1; }
fi
has_node || { echo "make test: the judges need Node 18 or newer; install it from your system or from nodejs.org" >&2; exit 1; }
judges=$("$python" -c 'import sys; print(sys.prefix)')/judges
if ! cmp -s tests/judges/package-lock.json "$judges/installed"; then
    echo "make test: fetching the judges of pages from npm" >&2
    mkdir -p "$judges" && cp tests/judges/package.json tests/judges/package-lock.json tests/judges/.npmrc "$judges" &&
        (cd "$judges" && npm ci --no-progress --loglevel=error >&2) && cp tests/judges/package-lock.json "$judges/installed" || {
        echo "make test: no judges; install them with: npm ci, in a copy of tests/judges at $judges" >&2; exit 1; }
fi
"$python" -c "from tests.run.hostile import can_mount; raise SystemExit(not can_mount())" ||
    echo "make test: no file system can be mounted here, so full disks are pretended only (root, or user namespaces, can)" >&2
