#!/bin/sh
# What the browser tests need: Chromium, and fonts for Bangla and Urdu. Installed where that is allowed, else named.
need=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || need="chromium"
fc-list :lang=bn 2>/dev/null | grep -q . || need="$need fonts-noto-core"
fc-list 2>/dev/null | grep -q 'NotoNastaliqUrdu' || need="$need fonts-noto-core fonts-noto-extra"
command -v fc-list >/dev/null || need="$need fontconfig"
[ -z "$need" ] && exit 0
need=$(echo "$need" | tr ' ' '\n' | sort -u | tr '\n' ' ')
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need >/dev/null
else
    echo "make test: some tests need what is not here; install it with: sudo apt-get install $need" >&2
    exit 1
fi
