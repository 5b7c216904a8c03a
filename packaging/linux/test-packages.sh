#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Installs Outlet's .deb packages into a fresh Debian, uses them, upgrades, removes and purges them.
#   packaging/linux/test-packages.sh FOLDER_OF_DEBS [SUITE [SCREENSHOT.png]]
# SUITE is bookworm (the default) or trixie. As root; takes a few minutes. Needs debootstrap, xvfb,
# imagemagick and the network. OUTLET_TREE_CACHE names a folder in which fresh trees are kept as
# archives for the next time.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
debs=$(cd "$1" && pwd)
suite=${2:-bookworm}
screenshot=$(realpath -m "${3:-/dev/null}")
work=$(mktemp -d /tmp/outlet-packages.XXXXXX)
tree=$work/tree
display_pid=

clean_up() {
    local status=$?
    [ -z "$display_pid" ] || kill "$display_pid" 2>/dev/null || true
    for mounted in dev/shm dev/pts dev proc tmp/.X11-unix; do
        ! mountpoint -q "$tree/$mounted" || umount "$tree/$mounted" || true
    done
    # Never through a mount.
    mountpoint -q "$tree/dev" || mountpoint -q "$tree/proc" || rm -rf "$work"
    [ $status -eq 0 ] || printf '\nFAILED (%s)\n' "$status"
    exit $status
}
trap clean_up EXIT
step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
fail() { printf 'error: %s\n' "$1" >&2; exit 1; }
in_tree() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { in_tree setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/user \
    XDG_RUNTIME_DIR=/run/user/1000 DISPLAY="${display:-}" "$@"; }
install_debs() { in_tree apt-get install -y -qq --no-install-recommends "$@" >"$work/apt.log" 2>&1 ||
    { tail -n 30 "$work/apt.log" >&2; fail "apt-get install $*"; }; }
# Every file of the tree but what programs write as they run.
files() { (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o \
    -path ./run -o -path ./debs -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt -o \
    -path ./var/lib/dpkg -o -path ./example -o -path ./root \) -prune -o -print | sort); }

step "Fresh $suite"
archive=${OUTLET_TREE_CACHE:+$OUTLET_TREE_CACHE/$suite.tar}
mkdir "$tree"
if [ -n "$archive" ] && [ -f "$archive" ]; then
    tar -C "$tree" -xf "$archive"
else
    debootstrap --variant=minbase "$suite" "$tree" http://deb.debian.org/debian >"$work/debootstrap.log" ||
        { tail "$work/debootstrap.log"; exit 1; }
    [ -z "$archive" ] || tar -C "$tree" -cf "$archive" .
fi
mount -t proc proc "$tree/proc"
mount -t tmpfs tmpfs "$tree/dev"
mknod -m 666 "$tree/dev/null" c 1 3
mknod -m 666 "$tree/dev/zero" c 1 5
mknod -m 666 "$tree/dev/random" c 1 8
mknod -m 666 "$tree/dev/urandom" c 1 9
mkdir -p "$tree/dev/shm" "$tree/tmp/.X11-unix" "$tree/debs" "$tree/run/user/1000"
ln -s /proc/self/fd "$tree/dev/fd"
chmod 1777 "$tree/dev/shm"
mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix" 2>/dev/null ||
    { mkdir -p /tmp/.X11-unix && mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"; }
cp /etc/resolv.conf "$tree/etc/resolv.conf"
printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d"
chmod 755 "$tree/usr/sbin/policy-rc.d"
in_tree useradd -u 1000 -m user
chown 1000:1000 "$tree/run/user/1000"
chmod 700 "$tree/run/user/1000"
in_tree apt-get update -qq
for package in outlet outletd liboutlet-dev; do
    cp "$debs/$package"_*.deb "$tree/debs/$package.deb"
done
[ ! -e "$tree/usr/bin/cc" ] || fail "the tree has a compiler: it is not fresh"

step "apt install ./outletd_*.deb"
install_debs /debs/outletd.deb
in_tree dpkg -l | awk '/^ii/ {print $2}' >"$work/with-daemon"
! grep -E 'libqt6(gui|widgets|quick|qml)|qml6-' "$work/with-daemon" || fail "the daemon brings window libraries"
in_tree getent passwd outletd
echo "$(wc -l <"$work/with-daemon") packages, without Qt Quick and Widgets"

step "Round trip: outletd, outlet-sim, outletctl"
as_user sh -ec '
    outletd --data-dir /tmp/home --port 0 --accept-new >/tmp/outletd.out 2>/tmp/outletd.err & daemon=$!
    for i in $(seq 100); do grep -q listening /tmp/outletd.out && break; sleep 0.1; done
    port=$(sed -n "s/.*:\([0-9]*\)\/gnws/\1/p" /tmp/outletd.out | head -n 1)
    outlet-sim --server ws://127.0.0.1:$port --count 2 >/tmp/sim.out 2>&1 & simulator=$!
    for i in $(seq 100); do [ "$(outletctl --data-dir /tmp/home list --json | grep -o online | wc -l)" = 2 ] && break; sleep 0.1; done
    outletctl --data-dir /tmp/home list
    id=$(outletctl --data-dir /tmp/home list --json | grep -o "\"id\": *\"[^\"]*" | head -n 1 | sed "s/.*\"//")
    outletctl --data-dir /tmp/home off "$id"
    outletctl --data-dir /tmp/home on "$id"
    outletctl --data-dir /tmp/home list | grep -i "on"
    kill $simulator $daemon
    wait $daemon
    cat /tmp/outletd.err
'

step "The system service's user and folder, as systemd would set them up"
in_tree install -d -o outletd -g outletd -m 0700 /var/lib/outletd
in_tree setpriv --reuid outletd --regid outletd --clear-groups sh -ec '
    outletd --data-dir /var/lib/outletd --port 0 >/dev/null & daemon=$!
    for i in $(seq 100); do outletctl --data-dir /var/lib/outletd status >/dev/null 2>&1 && break; sleep 0.1; done
    outletctl --data-dir /var/lib/outletd status
    kill $daemon; wait $daemon'

step "apt install ./outlet_*.deb, and outlet --demo on a virtual screen"
install_debs /debs/outlet.deb
mkfifo "$work/display"
Xvfb -displayfd 3 -screen 0 1280x860x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
display_pid=$!
display=:$(head -n 1 "$work/display")
as_user sh -c 'outlet --demo >/tmp/outlet.out 2>/tmp/outlet.err & echo $! >/tmp/outlet.pid; wait $!; echo $? >/tmp/outlet.rc' &
app=$!
picture=$work/screen.png
for _ in $(seq 120); do # until the window has many colours in it
    sleep 0.5
    [ ! -e "$tree/tmp/outlet.rc" ] || break
    import -display "$display" -window root "$picture" 2>/dev/null || continue
    [ "$(identify -format %k "$picture")" -lt 500 ] || break
done
sleep 3
import -display "$display" -window root "$picture"
colours=$(identify -format %k "$picture")
[ "$screenshot" = /dev/null ] || cp "$picture" "$screenshot"
[ ! -e "$tree/tmp/outlet.rc" ] || { cat "$tree/tmp/outlet.err"; fail "outlet --demo ended by itself"; }
kill "$(cat "$tree/tmp/outlet.pid")"
wait $app
cat "$tree/tmp/outlet.out" "$tree/tmp/outlet.err"
[ "$(cat "$tree/tmp/outlet.rc")" = 0 ] || fail "outlet --demo ended with $(cat "$tree/tmp/outlet.rc")"
[ "$colours" -ge 500 ] || fail "the picture has only $colours colours"
! grep -iE 'qml|plugin|module|qt\.|warning|database is locked' "$tree/tmp/outlet.err" ||
    fail "outlet --demo warned"
echo "a window with $colours colours, no warning"

step "Upgrade keeps data, settings and conffiles"
as_user sh -ec 'outletd --data-dir /home/user/.local/share/outlet --port 0 >/tmp/o 2>&1 & daemon=$!
    for i in $(seq 100); do [ -s /tmp/o ] && break; sleep 0.1; done
    outletctl tariff set --flat 0.25 --currency EUR
    kill $daemon; wait $daemon'
echo '# changed here' >>"$tree/etc/ufw/applications.d/outletd"
mkdir "$tree/debs/next"
for package in outlet outletd; do # the same files as a later version
    dpkg-deb -R "$tree/debs/$package.deb" "$work/next"
    sed -i 's/^Version: .*/&+next/' "$work/next/DEBIAN/control"
    dpkg-deb --root-owner-group -b "$work/next" "$tree/debs/next/$package.deb" >/dev/null
    rm -rf "$work/next"
done
install_debs /debs/next/outlet.deb /debs/next/outletd.deb
in_tree dpkg-query -W outlet outletd
grep -q 'changed here' "$tree/etc/ufw/applications.d/outletd" || fail "the upgrade overwrote a conffile"
as_user sh -ec 'outletd --port 0 >/tmp/o 2>&1 & daemon=$!
    for i in $(seq 100); do [ -s /tmp/o ] && break; sleep 0.1; done
    outletctl tariff | grep 0.25
    kill $daemon; wait $daemon'
[ -e "$tree/var/lib/outletd/outlet.sqlite" ] || fail "the upgrade lost the system service's data"

step "The example, built against liboutlet-dev"
files >"$work/before-dev"
install_debs /debs/liboutlet-dev.deb cmake g++ ninja-build
cp -r "$here/../framework/example" "$tree/example"
cp -r "$here/../framework/check" "$tree/example/check"
in_tree sh -ec 'for project in /example /example/check; do
        cmake -G Ninja -S $project -B $project/build -DCMAKE_CXX_FLAGS="-Wall -Wextra -Werror" >/dev/null
        cmake --build $project/build
    done
    /example/check/build/outlet-check /tmp/check'
in_tree sh -ec 'cd /tmp; mkfifo keys; sleep 60 >keys & holder=$!
    /example/build/outlet-example 0 <keys >example.out & server=$!
    for i in $(seq 100); do grep -q listening example.out && break; sleep 0.1; done
    outlet-sim --server ws://127.0.0.1:$(sed -n "s/listening on port //p" example.out) --count 1 >/dev/null & simulator=$!
    for i in $(seq 200); do grep -q " W$" example.out && break; sleep 0.1; done
    sed -n "s/^\(Outlet ....\) on$/\1/p" example.out | head -n 1 >keys
    for i in $(seq 100); do grep -q " off$" example.out && break; sleep 0.1; done
    kill $server $simulator $holder; cat example.out; grep -q " W$" example.out; grep -q " off$" example.out'
in_tree apt-get purge -y -qq liboutlet-dev >/dev/null 2>&1

step "Remove keeps what people recorded"
in_tree apt-get remove -y -qq outlet outletd >/dev/null 2>&1
[ -e "$tree/home/user/.local/share/outlet/outlet.sqlite" ] || fail "removing lost a user's data"
[ -e "$tree/var/lib/outletd/outlet.sqlite" ] || fail "removing lost the system service's data"
[ -e "$tree/etc/ufw/applications.d/outletd" ] || fail "removing lost a conffile"
left=$(files | grep -iE '/outlet' | grep -vE '^\./(var/lib/outletd|etc/ufw/applications\.d/)' || true)
[ -z "$left" ] || fail "removing left: $left"

step "Purge takes the rest, and data only when told to"
install_debs /debs/outletd.deb
in_tree apt-get purge -y -qq outlet outletd >/dev/null 2>&1
[ -e "$tree/var/lib/outletd/outlet.sqlite" ] || fail "an unattended purge took the data"
install_debs /debs/outletd.deb
echo 'outletd outletd/remove-data boolean true' | in_tree debconf-set-selections
in_tree apt-get purge -y -qq outletd >/dev/null 2>&1
[ ! -e "$tree/var/lib/outletd" ] || fail "a purge that was told to remove the data left it"
! in_tree getent passwd outletd || fail "purging left the user outletd"
left=$(files | grep -iE '/(lib)?outlet' || true)
[ -z "$left" ] || fail "purging left: $left"
[ -e "$tree/home/user/.local/share/outlet/outlet.sqlite" ] || fail "purging lost a user's data"

step "All of it holds on $suite"
