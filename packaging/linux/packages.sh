# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# The Debian packages Outlet needs, and the function that installs those that are missing.
# Sourced by packaging/run.sh, packaging/linux/make-packages.sh, tests/run.sh, .ci/run and the workflows.

packages_build=(
    cmake ninja-build g++
    qt6-base-dev qt6-declarative-dev qt6-websockets-dev libqt6svg6-dev libssl-dev
)
# Debian's development packages bring no QML modules: without these the app builds and does not start.
packages_run=(
    libqt6sql6-sqlite libqt6svg6 fonts-dejavu-core
    qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    qml6-module-qtquick qml6-module-qtquick-window qml6-module-qtquick-templates
    qml6-module-qtquick-controls qml6-module-qtquick-layouts qml6-module-qtquick-shapes
)
packages_test=(
    qml6-module-qttest qt6-declarative-dev-tools xvfb xauth xdotool xclip imagemagick poppler-utils
    iproute2 dnsmasq-base unbound python3-yaml dbus-daemon python3-dbusmock
)
packages_check=(
    clang-format git clang libclang-rt-14-dev
    appstream desktop-file-utils doxygen fish lintian libxml2-utils man-db rpmlint systemd zsh
)
packages_deb=(dpkg-dev file gzip)
packages_rpm=(rpm file gzip)
packages_archive=(patchelf xz-utils binutils xkb-data)
# For test-packages.sh and test-tarball.sh.
packages_fresh=(debootstrap xvfb imagemagick sqlite3)

# install_missing PACKAGE...: does nothing, and asks for no rights, when all are there.
install_missing() {
    local package missing=()
    for package in "$@"; do
        if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
            missing+=("$package")
        fi
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are missing, and this is no Debian or Ubuntu: ${missing[*]}" >&2
        echo "Install what your system calls them, then run this again." >&2
        return 1
    fi
    local sudo=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Packages are missing. As root, run: apt-get install ${missing[*]}" >&2
            return 1
        fi
        sudo=(sudo)
    fi
    echo "Installing: ${missing[*]}"
    "${sudo[@]}" apt-get update -qq
    "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
