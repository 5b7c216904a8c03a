#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Installs Outlet's .deb packages into a fresh Debian, uses them, upgrades, removes and purges them.
#   packaging/linux/test-packages.sh FOLDER_OF_DEBS [SUITE [SCREENSHOT.png]]
# SUITE is bookworm (the default) or trixie. As root; takes a few minutes. Needs debootstrap, xvfb,
# imagemagick, sqlite3 and the network; OUTLET_TREE_CACHE as fresh-debian.sh says. OUTLET_OLDER_DEBS is a
# folder with the packages of an earlier release, which are upgraded from; without it, the upgrade is from
# the same files with a lower version. The system service's data is of an early program in any case.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=fresh-debian.sh
. "$here/fresh-debian.sh"
debs=$(cd "$1" && pwd)
older=$(cd "${OUTLET_OLDER_DEBS:-$debs}" && pwd)
suite=${2:-bookworm}
screenshot=${3:+$(realpath -m "$3")}
work=$(mktemp -d /tmp/outlet-packages.XXXXXX)

install_debs() { in_tree apt-get install -y -qq --no-install-recommends "$@" >"$work/apt.log" 2>&1 ||
    { tail -n 30 "$work/apt.log" >&2; fail "apt-get install $*"; }; }
# Purges packages and all that was installed for them.
purge_all() { in_tree apt-get purge -y -qq --autoremove -o APT::AutoRemove::RecommendsImportant=false \
    -o APT::AutoRemove::SuggestsImportant=false "$@" >"$work/apt.log" 2>&1 ||
    { tail -n 30 "$work/apt.log" >&2; fail "apt-get purge $*"; }; }
# Every file of the tree but what programs write as they run.
files() { (cd "$tree" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./tmp -o -path ./home -o \
    -path ./run -o -path ./debs -o -path ./var/cache -o -path ./var/log -o -path ./var/lib/apt -o \
    -path ./var/lib/dpkg -o -path ./example -o -path ./root \) -prune -o -print | sort); }
# left_since LIST: what is there now, was not there then, and belongs to no package; one file is written by
# what Qt's packages need.
left_since() { sed -E 's#^/(lib|bin|sbin)#/usr/&#; s#^/usr//#/usr/#; s#^#.#' "$tree"/var/lib/dpkg/info/*.list |
    sort - "$1" | comm -13 - <(files) | grep -vx '\./etc/hosts' || true; }

step "Fresh $suite"
enter_tree "$suite" "$work/tree"
in_tree apt-get update -qq
mkdir -p "$tree/debs/older"
for package in outlet outletd liboutlet-dev; do
    cp "$debs/$package"_*.deb "$tree/debs/$package.deb"
    cp "$older/$package"_*.deb "$tree/debs/older/$package.deb"
    version=$(dpkg-deb -f "$tree/debs/$package.deb" Version)
    dpkg --compare-versions "$(dpkg-deb -f "$tree/debs/older/$package.deb" Version)" lt "$version" && continue
    dpkg-deb -R "$tree/debs/older/$package.deb" "$work/older"
    sed -i 's/^Version: .*/Version: 0.0.9-1/' "$work/older/DEBIAN/control"
    dpkg-deb --root-owner-group -Znone -b "$work/older" "$tree/debs/older/$package.deb" >/dev/null
    rm -rf "$work/older"
done
[ ! -e "$tree/usr/bin/cc" ] || fail "the tree has a compiler: it is not fresh"
files >"$work/fresh"

step "apt install ./outletd_*.deb"
install_debs /debs/outletd.deb
in_tree dpkg -l | awk '/^ii/ {print $2}' >"$work/with-daemon"
! grep -E 'libqt6(gui|widgets|quick|qml)|qml6-' "$work/with-daemon" || fail "the daemon brings window libraries"
in_tree getent passwd outletd
in_tree debconf-show outletd | grep remove-data || fail "debconf does not know what purging asks"
echo "$(wc -l <"$work/with-daemon") packages, without Qt Quick and Widgets"

step "Round trip: outletd, outlet-sim, outletctl"
as_user sh -ec '
    outletd --data-dir /tmp/home --port 0 --accept-new >/tmp/outletd.out 2>/tmp/outletd.err & daemon=$!
    for i in $(seq 600); do grep -q listening /tmp/outletd.out && break; sleep 0.1; done
    port=$(sed -n "s/.*:\([0-9]*\)\/gnws/\1/p" /tmp/outletd.out | head -n 1)
    outlet-sim --server ws://127.0.0.1:$port --count 2 >/tmp/sim.out 2>&1 & simulator=$!
    for i in $(seq 600); do [ "$(outletctl --data-dir /tmp/home list --json | grep -o online | wc -l)" = 2 ] && break; sleep 0.1; done
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
    for i in $(seq 600); do outletctl --data-dir /var/lib/outletd status >/dev/null 2>&1 && break; sleep 0.1; done
    outletctl --data-dir /var/lib/outletd status
    kill $daemon; wait $daemon'

step "apt install ./outlet_*.deb, and outlet --demo on a virtual screen"
install_debs /debs/outlet.deb
start_display
demo_shows_window outlet "$screenshot"

step "Upgrade keeps data, settings and conffiles"
in_tree apt-get remove -y -qq outlet outletd >/dev/null 2>&1
install_debs /debs/older/outlet.deb /debs/older/outletd.deb
in_tree dpkg-query -W outlet outletd
mapfile -t older_files < <(in_tree dpkg -L outlet outletd | sort -u)
data=/home/user/.local/share/outlet
as_user sh -ec 'outletd --port 0 --accept-new >/tmp/o 2>&1 & daemon=$!
    for i in $(seq 600); do grep -q listening /tmp/o && break; sleep 0.1; done
    outlet-sim --server ws://127.0.0.1:$(sed -n "s/.*:\([0-9]*\)\/gnws/\1/p" /tmp/o | head -n 1) --count 1 >/dev/null 2>&1 & simulator=$!
    for i in $(seq 600); do outletctl list | grep -q online && break; sleep 0.1; done
    outletctl rename "$(outletctl list --json | grep -o "\"id\": *\"[^\"]*" | head -n 1 | sed "s/.*\"//")" Freezer
    outletctl tariff set --flat 0.25 --currency EUR
    for i in $(seq 600); do outletctl list | grep -q " W " && break; sleep 0.1; done
    kill $simulator $daemon; wait $daemon'
in_file() { sqlite3 "$tree$1/outlet.sqlite" "$2"; }
rows=$(in_file $data 'SELECT COUNT(*) FROM recent_reading')
[ "$rows" -gt 0 ] || fail "the older version recorded nothing"
rm "$tree"/var/lib/outletd/outlet.sqlite*
sqlite3 "$tree/var/lib/outletd/outlet.sqlite" <"$here/../../tests/data/storage/schema-4.sql"
in_tree chown outletd:outletd /var/lib/outletd/outlet.sqlite
echo '# changed here' >>"$tree/etc/ufw/applications.d/outletd"
install_debs /debs/outlet.deb /debs/outletd.deb
in_tree dpkg-query -W outlet outletd
mapfile -t newer_files < <(in_tree dpkg -L outlet outletd | sort -u)
for file in "${older_files[@]}"; do
    [ ! -f "$tree$file" ] || [[ " ${newer_files[*]} " == *" $file "* ]] || fail "the upgrade left $file"
done
grep -q 'changed here' "$tree/etc/ufw/applications.d/outletd" || fail "the upgrade overwrote a conffile"
as_user sh -ec 'outletd --port 0 >/tmp/o 2>&1 & daemon=$!
    for i in $(seq 600); do grep -q listening /tmp/o && break; sleep 0.1; done
    outletctl tariff | grep 0.25
    outletctl list | grep Freezer
    kill $daemon; wait $daemon'
[ "$(in_file $data 'SELECT COUNT(*) FROM recent_reading')" -ge "$rows" ] || fail "the upgrade lost readings"
in_tree setpriv --reuid outletd --regid outletd --clear-groups sh -ec '
    outletd --data-dir /var/lib/outletd --port 0 >/tmp/service & daemon=$!
    for i in $(seq 600); do grep -q listening /tmp/service && break; sleep 0.1; done
    outletctl --data-dir /var/lib/outletd tariff | grep 0.25
    outletctl --data-dir /var/lib/outletd energy Freezer --from 2024-10-01 --to 2024-10-02 | grep "Total .* 0.500 "
    kill $daemon; wait $daemon'
schema=$(in_file /var/lib/outletd 'PRAGMA user_version')
[ "$schema" -gt 4 ] || fail "the file of schema 4 is one still"
echo "$rows readings are there; schema 4 became $schema"

step "The example, built against liboutlet-dev"
files >"$work/before-dev"
install_debs /debs/liboutlet-dev.deb cmake g++ make
cp -r "$here/../framework" "$tree/example"
in_tree /example/try.sh outlet-sim
purge_all liboutlet-dev cmake g++ make
left=$(left_since "$work/before-dev")
[ -z "$left" ] || fail "purging liboutlet-dev left: $left"

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
purge_all
left=$(left_since "$work/fresh")
[ -z "$left" ] || fail "purging left: $left"
[ -e "$tree/home/user/.local/share/outlet/outlet.sqlite" ] || fail "purging lost a user's data"

step "All of it holds on $suite"
