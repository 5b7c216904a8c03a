#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Everything about the Linux packages that can be checked without installing them.
#   packaging/linux/check.sh BUILD_FOLDER       built, with cpack run in it for lintian's part
set -uo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
linux=packaging/linux
made=$build/packaging/linux
failures=0
fail() { printf 'error: %s\n' "$1" >&2; failures=$((failures + 1)); }
# Runs a command that must succeed and print nothing.
silent() {
    local said
    if ! said=$("$@" 2>&1) || [ -n "$said" ]; then
        fail "$*: $said"
    fi
}
step() { printf '%s\n' "$1"; }

step 'Every QML module that is imported is a dependency'
scanner=$(PATH=/usr/lib/qt6/libexec:/usr/lib/qt6/bin:$PATH command -v qmlimportscanner) || fail 'no qmlimportscanner'
modules=$(qtpaths6 --query QT_INSTALL_QML 2>/dev/null || dpkg-query -L qml6-module-qtquick | sed -n 's|/QtQuick/qmldir$||p')
mapfile -t paths < <("$scanner" -rootPath qml -importPath "$modules" | sed -n 's/.*"path": "\(.*\)".*/\1/p' | sort -u)
[ ${#paths[@]} -ge 8 ] || fail "only ${#paths[@]} QML modules were found: is the scanner right?"
mapfile -t needed < <(for path in "${paths[@]}"; do dpkg-query -S "$path/qmldir"; done | cut -d: -f1 | sort -u)
declared=$(sed -n '/set(outlet_deb_qml/,/)/p' $linux/packages.cmake)
# shellcheck source=packages.sh
. $linux/packages.sh
for package in "${needed[@]}"; do
    grep -qE "(^|[ (])$package( |\)|$)" <<<"$declared" || fail "outlet_deb_qml in $linux/packages.cmake lacks $package"
    [[ " ${packages_run[*]} " == *" $package "* ]] || fail "packages_run in $linux/packages.sh lacks $package"
done
printf '  %s\n' "${needed[@]}"

step 'Desktop entry, AppStream metadata, MIME types'
silent desktop-file-validate $linux/outlet.desktop
# It speaks of successes, too, and of what older versions do not know.
appstreamcli validate --no-net "$made/outlet.metainfo.xml" >"$build/appstream.txt" 2>&1 || fail "$(cat "$build/appstream.txt")"
for type in $(sed -n 's/^MimeType=//p' $linux/outlet.desktop | tr ';' ' '); do
    grep -qF "type=\"$type\"" $linux/outlet-mime.xml || fail "outlet.desktop opens $type, which no MIME type of ours is"
done
silent xmllint --noout $linux/outlet-mime.xml $linux/firewall/firewalld.xml

step 'Manuals and completions: clean, and know every option'
for program in outlet outletd outletctl outlet-sim; do
    page=$made/man/$program.1
    said=$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
    [ -z "$said" ] || fail "man $program: $said"
    silent bash -n $linux/completion/$program.bash
    silent zsh -n $linux/completion/_$program
    silent fish --no-execute $linux/completion/$program.fish
    help=$({ "$build/bin/$program" --help; [ $program != outletctl ] || "$build/bin/$program" setup --help; } 2>&1)
    for option in $(grep -oE -- '--[a-z][a-z-]+' <<<"$help" | sort -u); do
        [ "$option" != --help-all ] || continue
        grep -qF -- "${option//-/\\-}" "$page" || fail "man $program does not tell of $option"
        grep -qE -- "$option( |'|\"|\)|$)" $linux/completion/$program.bash || fail "bash's completion of $program lacks $option"
        grep -qE -- "$option\[" $linux/completion/_$program || fail "zsh's completion of $program lacks $option"
        grep -qE -- "-l ${option#--}( |$)" $linux/completion/$program.fish || fail "fish's completion of $program lacks $option"
    done
done
for command in $("$build/bin/outletctl" --help | sed -n '/^Commands:/,/^OUTLET is/p' | grep -oE '^  [a-z|]+' | tr '|' '\n' | sort -u); do
    for file in "$made/man/outletctl.1" $linux/completion/{outletctl.bash,_outletctl,outletctl.fish}; do
        grep -qw -- "$command" "$file" || fail "$file lacks outletctl's $command"
    done
done

step 'systemd units'
if command -v systemd-analyze >/dev/null; then
    mkdir -p "$build/units"
    sed "s|/usr/bin/outletd|$build/bin/outletd|" "$made/system/outletd.service" >"$build/units/outletd.service"
    systemd-analyze verify --man=no --recursive-errors=no "$build/units/outletd.service" || fail 'the system unit'
    systemd-analyze security --offline=true --threshold=20 "$build/units/outletd.service" >"$build/security.txt" ||
        fail "the sandbox is weaker than it was: $(tail -n 1 "$build/security.txt")"
    tail -n 1 "$build/security.txt"
fi

step 'Maintainer scripts'
for script in $linux/deb/outletd/{config,postinst,prerm,postrm}; do silent sh -n $script; done

if compgen -G "$build/packages/*.deb" >/dev/null; then
    step 'lintian'
    lintian --fail-on error "$build"/packages/*.deb 2>/dev/null || fail 'lintian found errors'
    for package in "${needed[@]}"; do
        dpkg-deb -f "$build"/packages/outlet_*.deb Depends | grep -qw -- "$package" || fail "outlet's Depends lack $package"
    done
fi

if compgen -G "$build/packages/*.rpm" >/dev/null; then
    step 'rpm: files, dependencies, rpmlint, installation into an empty root'
    rpmlint -c $linux/rpm/rpmlint.toml "$build"/packages/*.rpm || fail 'rpmlint found errors'
    for need in 'qt6-qtdeclarative' 'qt6-qtsvg' 'libQt6Quick.so.6'; do
        rpm -qpR "$build"/packages/outlet-[0-9]*.rpm | grep -qF "$need" || fail "outlet's rpm does not require $need"
    done
    ! rpm -qpl "$build"/packages/*.rpm | grep -E '^/usr/lib/[^/]*-linux-gnu' || fail 'the rpms have folders of Debian'
    ! rpm -qpR "$build"/packages/outletd-*.rpm | grep -E 'Qt6(Gui|Quick|Qml|Widgets)' || fail "outletd's rpm requires a window"
    root=$(mktemp -d)
    rpm --root "$root" --initdb
    rpm --root "$root" --install --nodeps --noscripts "$build"/packages/*.rpm || fail 'the rpms do not install'
    for file in usr/bin/outlet usr/bin/outletd usr/share/applications/outlet.desktop usr/include/outlet/outlets/outlet.h \
        usr/lib64/liboutlet_server.a usr/lib64/cmake/Outlet/OutletConfig.cmake \
        usr/share/zsh/site-functions/_outletctl; do
        [ -e "$root/$file" ] || fail "the rpms lack $file"
    done
    rpm --root "$root" --erase --noscripts outlet outletd outlet-devel || fail 'the rpms do not go'
    left=$(find "$root" -not -type d -not -path '*rpmdb*' -not -name .rpm.lock)
    [ -z "$left" ] || fail "the rpms left: $left"
    rm -rf "$root"
fi

step 'Installed headers include installed headers only'
mapfile -t headers < <(sed -n 's/^INPUT *= //p' "$build/packaging/framework/Doxyfile" | tr ' ' '\n' | sed -n "s|^$PWD/src/||p")
[ ${#headers[@]} -ge 40 ] || fail "only ${#headers[@]} headers are installed"
for header in "${headers[@]}"; do
    for included in $(sed -n 's/^#include "\(.*\)"/\1/p' "src/$header"); do
        [[ " ${headers[*]} " == *" $included "* ]] || fail "$header includes $included, which no HEADERS in src/*/CMakeLists.txt lists"
    done
done

step 'API reference'
silent doxygen "$build/packaging/framework/Doxyfile"

[ $failures -eq 0 ] || { echo "$failures failures" >&2; exit 1; }
echo 'The packaging is clean'
