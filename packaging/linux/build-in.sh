#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Builds this tree with warnings as errors and runs all tests in a fresh Debian or Ubuntu: by default in
# Debian 13, whose Qt is 6.8.     packaging/linux/build-in.sh [SUITE [FOLDER [ARGUMENT_OF_CTEST...]]]
# As root, for an hour or so; FOLDER (4 GB, default /var/tmp/outlet-SUITE) stays, and is gone on with when
# it is there. Needs debootstrap.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=fresh-debian.sh
. packaging/linux/fresh-debian.sh
suite=${1:-trixie}
enter_tree "$suite" "${2:-/var/tmp/outlet-$suite}"

# What was removed here goes there, too; what was built stays.
mkdir -p "$tree/outlet"
find "$tree/outlet" -mindepth 1 -maxdepth 1 -not -name 'build-*' -exec rm -rf {} +
git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - | tar -C "$tree/outlet" -xf -
in_tree sh -ec 'apt-get update -qq; cd /outlet; exec nice tests/run.sh --preset ci "$@"' build "${@:3}"

# Nothing in a chroot may make namespaces: the one test that needs them, and was skipped, gets some from here.
[ $# -gt 2 ] || unshare -nm chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
    LC_ALL=C.UTF-8 OUTLET_TEST_IN_NAMESPACE=1 sh -ec 'cd /outlet; exec build-ci/tests/tst_dns_check_linux'
