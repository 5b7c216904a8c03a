#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Starts Outlet from its archive in a fresh Debian that has no Qt, no fonts and no graphics driver.
#   packaging/linux/test-tarball.sh ARCHIVE [SUITE [SCREENSHOT.png]]
# As root. Needs debootstrap, xvfb, imagemagick; OUTLET_TREE_CACHE as fresh-debian.sh says.
set -euo pipefail
# shellcheck source=fresh-debian.sh
. "$(dirname "$0")/fresh-debian.sh"
archive=$(realpath "$1")
suite=${2:-bookworm}
screenshot=${3:+$(realpath -m "$3")}
work=$(mktemp -d /tmp/outlet-tarball.XXXXXX)

step "Fresh $suite"
enter_tree "$suite" "$work/tree"
! compgen -G "$tree/usr/lib/*/libQt6*" || fail 'the tree has Qt'
mkdir -p "$tree/opt"
tar -C "$tree/opt" -xf "$archive"
program=/opt/$(basename "$archive" .tar.xz)

step "outlet --demo on a virtual screen"
start_display
demo_shows_window "$program/outlet" "$screenshot"

step "outletd and outletctl"
# shellcheck disable=SC2016 # the shell in the tree shall expand it
as_user sh -ec '"$1"/bin/outletd --port 0 --data-dir /tmp/home >/tmp/outletd & daemon=$!
    for i in $(seq 600); do [ -s /tmp/outletd ] && break; sleep 0.1; done
    "$1"/bin/outletctl --data-dir /tmp/home status; kill $daemon; wait $daemon' round "$program"

step "Outlet runs from its archive on $suite"
