#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Starts Outlet from its archive in a fresh Debian that has no Qt, no fonts and no graphics driver.
#   packaging/linux/test-tarball.sh ARCHIVE [SUITE [SCREENSHOT.png]]
# As root. Needs debootstrap, xvfb, imagemagick; OUTLET_TREE_CACHE as for test-packages.sh.
set -euo pipefail
archive=$(realpath "$1")
suite=${2:-bookworm}
screenshot=$(realpath -m "${3:-/dev/null}")
work=$(mktemp -d /tmp/outlet-tarball.XXXXXX)
tree=$work/tree
display_pid=
clean_up() {
    local status=$?
    [ -z "$display_pid" ] || kill "$display_pid" 2>/dev/null || true
    for mounted in tmp/.X11-unix dev proc; do
        ! mountpoint -q "$tree/$mounted" || umount "$tree/$mounted" || true
    done
    mountpoint -q "$tree/dev" || mountpoint -q "$tree/proc" || rm -rf "$work" # never through a mount
    [ $status -eq 0 ] || printf 'FAILED (%s)\n' "$status"
    exit $status
}
trap clean_up EXIT
fail() { printf 'error: %s\n' "$1" >&2; exit 1; }
in_tree() { chroot "$tree" setpriv --reuid 1000 --regid 1000 --clear-groups /usr/bin/env -i \
    PATH=/usr/bin:/bin HOME=/tmp LC_ALL=C.UTF-8 XDG_RUNTIME_DIR=/tmp/run DISPLAY="${display:-}" "$@"; }

mkdir "$tree"
kept=${OUTLET_TREE_CACHE:+$OUTLET_TREE_CACHE/$suite.tar}
if [ -n "$kept" ] && [ -f "$kept" ]; then
    tar -C "$tree" -xf "$kept"
else
    debootstrap --variant=minbase "$suite" "$tree" http://deb.debian.org/debian >/dev/null
fi
mount -t proc proc "$tree/proc"
mount -t tmpfs tmpfs "$tree/dev"
for device in null:3 zero:5 random:8 urandom:9; do
    mknod -m 666 "$tree/dev/${device%:*}" c 1 "${device#*:}"
done
mkdir -p /tmp/.X11-unix "$tree/tmp/.X11-unix" "$tree/opt"
install -d -o 1000 -g 1000 -m 700 "$tree/tmp/run"
mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
! compgen -G "$tree/usr/lib/*/libQt6*" || fail 'the tree has Qt'
tar -C "$tree/opt" -xf "$archive"
program=/opt/$(basename "$archive" .tar.xz)

mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x860x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
display_pid=$!
display=:$(head -n 1 "$work/display")
in_tree sh -c "$program/outlet --demo >/tmp/out 2>&1 & echo \$! >/tmp/pid; wait \$!; echo \$? >/tmp/rc" &
app=$!
for _ in $(seq 120); do # until the window has many colours in it
    sleep 0.5
    [ ! -e "$tree/tmp/rc" ] || break
    import -display "$display" -window root "$work/screen.png" 2>/dev/null || continue
    [ "$(identify -format %k "$work/screen.png")" -lt 500 ] || break
done
sleep 3
import -display "$display" -window root "$work/screen.png"
[ "$screenshot" = /dev/null ] || cp "$work/screen.png" "$screenshot"
[ ! -e "$tree/tmp/rc" ] || { cat "$tree/tmp/out"; fail "outlet --demo ended by itself"; }
kill "$(cat "$tree/tmp/pid")"
wait $app
cat "$tree/tmp/out"
[ "$(cat "$tree/tmp/rc")" = 0 ] || fail "outlet --demo ended with $(cat "$tree/tmp/rc")"
colours=$(identify -format %k "$work/screen.png")
[ "$colours" -ge 500 ] || fail "the picture has only $colours colours"
! grep -iE 'qml|plugin|module|cannot open shared' "$tree/tmp/out" || fail 'outlet --demo warned'
in_tree sh -ec "$program/bin/outletd --port 0 --data-dir /tmp/home >/tmp/outletd & daemon=\$!
    for i in \$(seq 100); do [ -s /tmp/outletd ] && break; sleep 0.1; done
    $program/bin/outletctl --data-dir /tmp/home status; kill \$daemon; wait \$daemon"
echo "Outlet starts from its archive on $suite, with $colours colours"
