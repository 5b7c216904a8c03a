#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Makes a folder that brings its own Qt, for systems on which nothing can or may be installed, and an
# archive of it:   packaging/linux/tarball.sh BUILD_FOLDER
# Qt's own deployment knows Linux from 6.5 on only, so what is needed stands here. The archive runs
# where glibc and libstdc++ are as new as where it is made. Needs packages_archive of packages.sh.
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^ *VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt | head -n 1)
name=outlet-$version-linux-$(uname -m)
mkdir -p "$build/packages"
stage=$build/packages/$name
rm -rf "$stage"
mkdir -p "$stage"/{lib,plugins,qml,etc,share}

for component in desktop daemon; do
    cmake --install "$build" --prefix "$stage" --component $component --strip >/dev/null
done
rm -rf "$stage"/lib/{systemd,sysusers.d,firewalld} # of the packages
qml=$(dpkg-query -L qml6-module-qtquick | sed -n 's|/QtQuick/qmldir$||p')
plugins=$(dirname "$qml")/plugins
scanner=$(PATH=/usr/lib/qt6/libexec:/usr/lib/qt6/bin:$PATH command -v qmlimportscanner)

# The QML modules: those that are imported, and those that Qt loads with them.
{
    "$scanner" -rootPath qml -importPath "$qml" | sed -n 's/.*"path": "\(.*\)".*/\1/p'
    printf '%s\n' "$qml"/QtQuick/{Window,Controls}
} | sort -u | while read -r module; do
    [ -d "$module" ] || continue
    mkdir -p "$stage/qml/${module#"$qml"/}"
    find "$module" -maxdepth 1 -type f -exec cp -t "$stage/qml/${module#"$qml"/}" {} +
done

for plugin in platforms/libqxcb platforms/libqoffscreen xcbglintegrations/libqxcb-glx-integration \
    xcbglintegrations/libqxcb-egl-integration imageformats/libqsvg imageformats/libqico \
    iconengines/libqsvgicon sqldrivers/libqsqlite platforminputcontexts/libcomposeplatforminputcontextplugin \
    platformthemes/libqxdgdesktopportal tls/libqopensslbackend tls/libqcertonlybackend; do
    [ -e "$plugins/$plugin.so" ] || { [ $plugin != platforms/libqxcb ] && continue; }
    mkdir -p "$stage/plugins/$(dirname $plugin)"
    cp "$plugins/$plugin.so" "$stage/plugins/$plugin.so"
done

# Every library they need, but those of the C and C++ run time, which each system has.
find "$stage" -type f \( -name '*.so' -o -path '*/bin/*' \) -exec ldd {} + |
    sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | sort -u |
    grep -vE '/(ld-linux.*|lib(c|m|dl|rt|pthread|resolv|util|stdc\+\+|gcc_s))\.so' |
    while read -r library; do cp -L "$library" "$stage/lib/"; done
# Qt looks for this one by itself, when it is asked for anything secure.
cp -L "$(ldconfig -p | sed -n 's/.*libssl\.so\.3 .* => //p' | head -n 1)" "$stage/lib/"
for program in "$stage"/bin/*; do
    # The older form, as plugins and Qt's own libraries are found by it, too.
    patchelf --force-rpath --set-rpath "\$ORIGIN/../lib" "$program"
done
# Debian's plugins have the newer form with its own folders, for which the loader forgets ours.
find "$stage"/{lib,plugins,qml} -type f -name '*.so*' -exec patchelf --remove-rpath {} +
printf '[Paths]\nPrefix = ..\nPlugins = plugins\nQmlImports = qml\nQml2Imports = qml\n' >"$stage/bin/qt.conf"

# For systems without fonts, keyboard tables or a graphics driver.
cp -r /usr/share/X11/xkb "$stage/share/xkb"
mkdir "$stage/share/fonts"
cp /usr/share/fonts/truetype/dejavu/DejaVuSans{,-Bold}.ttf "$stage/share/fonts/"
cat >"$stage/etc/fonts.conf" <<'XML'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">../share/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
XML
cat >"$stage/outlet" <<'SH'
#!/bin/sh
# Starts Outlet from wherever this folder is.
here=$(dirname "$(readlink -f "$0")")
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/etc/fonts.conf"
[ -d /usr/share/X11/xkb ] || export XKB_CONFIG_ROOT="$here/share/xkb"
if [ -z "${QT_QUICK_BACKEND:-}" ] && ! ls /usr/share/glvnd/egl_vendor.d/*.json >/dev/null 2>&1; then
    export QT_QUICK_BACKEND=software # no graphics driver
fi
exec "$here/bin/outlet" "$@"
SH
chmod 755 "$stage/outlet"
mkdir -p "$stage/share/doc/third-party"
cp LICENSE "$stage/LICENSE"
cp /usr/share/common-licenses/LGPL-3 /usr/share/common-licenses/GPL-3 "$stage/share/doc/third-party/"
# Who made each library, under which licence, and from which package its source is had.
for library in "$stage"/lib/*.so*; do
    dpkg-query -S "*/$(basename "$library")" 2>/dev/null | head -n 1 | cut -d: -f1
done | sort -u | while read -r package; do
    dpkg-query -W -f '${Package} ${Version} (source ${source:Package} ${source:Version})\n' "$package"
    cp "/usr/share/doc/$package/copyright" "$stage/share/doc/third-party/$package.copyright" 2>/dev/null || true
done >"$stage/share/doc/third-party/README"
cat >"$stage/README" <<TEXT
Outlet $version

Start ./outlet, or ./outlet --demo for a look without outlets. Nothing has to be installed, and the
folder can lie anywhere. bin/ has outletd, outletctl and outlet-sim, too.

Qt's libraries in lib/ are used under the GNU Lesser General Public License, version 3: you may
replace them by your own build of Qt 6. See share/doc/third-party.
TEXT
tar -C "$build/packages" --sort=name --owner=0 --group=0 --numeric-owner -cf - "$name" | xz -T0 -6 >"$build/packages/$name.tar.xz"
ls -l "$build/packages/$name.tar.xz"
