#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Builds this tree with warnings as errors and runs all tests in a fresh Debian or Ubuntu: by default in
# Debian 13, whose Qt is 6.8.     packaging/linux/build-in.sh [SUITE [FOLDER]]
# As root, for an hour or so; FOLDER (4 GB, default /var/tmp/outlet-SUITE) stays, and is gone on with when
# it is there. Needs debootstrap.
set -euo pipefail
cd "$(dirname "$0")/../.."
suite=${1:-trixie}
tree=${2:-/var/tmp/outlet-$suite}
clean_up() {
    for mounted in dev proc; do
        ! mountpoint -q "$tree/$mounted" || umount -l "$tree/$mounted"
    done
}
trap clean_up EXIT
[ -e "$tree/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$tree" http://deb.debian.org/debian
mount -t proc proc "$tree/proc"
mount --rbind /dev "$tree/dev"
mount --make-rslave "$tree/dev"
cp /etc/resolv.conf "$tree/etc/resolv.conf"
rm -rf "$tree/outlet/src" "$tree/outlet/tests" "$tree/outlet/qml"
mkdir -p "$tree/outlet"
git ls-files -z | tar --null -T - -cf - | tar -C "$tree/outlet" -xf -
chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive sh -ec 'apt-get update -qq; cd /outlet; nice tests/run.sh --preset ci'
