#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Makes the Windows installer and the portable zip of a stand-in with the names of Outlet, in two
# versions, and tries them under Wine: install, run, upgrade, repair, uninstall, for one user and for all.
# Prints a check list and the registry as it is. Needs mingw-w64, nsis, wine64, unzip and Xvfb; keeps to a
# Wine prefix of its own. Looks for files and values: an installer that Wine can't run also ends with 0.
#   packaging/windows/check-installer.sh [SCRATCH-FOLDER]
set -euo pipefail
cd "$(dirname "$0")"
scratch=$(mkdir -p "${1:-/tmp/outlet-installer}" && cd "${1:-/tmp/outlet-installer}" && pwd)
rm -rf "${scratch:?}"/{wine,0.1.0,0.2.0,portable}
export WINEPREFIX=$scratch/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;netsh.exe=n' LC_ALL=C.UTF-8
wine=$(command -v wine64 || command -v wine || echo /usr/lib/wine/wine64)

passed=0 failed=0
check() { # check WHAT COMMAND...: a line of the list
    local what=$1
    shift
    if "$@" >/dev/null 2>&1; then
        echo "  yes  $what"
        passed=$((passed + 1))
    else
        echo "  NO   $what"
        failed=$((failed + 1))
    fi
}
not() { ! "$@"; }
same() { [ "$1" = "$2" ]; }

for version in 0.1.0 0.2.0; do
    cmake -S stand-in -B "$scratch/$version" -G Ninja -DSTAND_IN_VERSION=$version \
        -DCMAKE_TOOLCHAIN_FILE="$PWD/mingw-w64.cmake" -DCMAKE_BUILD_TYPE=Release >/dev/null
    cmake --build "$scratch/$version" >/dev/null
    (cd "$scratch/$version" && cpack) >"$scratch/$version/cpack.log" 2>&1 ||
        { cat "$scratch/$version/cpack.log"; exit 1; }
done
setup() { echo "$scratch/$1/packages/outlet-$1-windows-x64-setup.exe"; }
portable=$scratch/0.2.0/packages/outlet-0.2.0-windows-x64-portable.zip
echo "Made:"
for file in "$(setup 0.1.0)" "$(setup 0.2.0)" "$portable"; do
    check "${file##*/}, $(stat -c %s "$file" 2>/dev/null || echo no) bytes" test -s "$file"
done

if [ -z "${DISPLAY:-}" ]; then
    exec 3>"$scratch/display"
    Xvfb -displayfd 3 -screen 0 1024x768x24 >/dev/null 2>&1 &
    xvfb=$!
    trap 'kill $xvfb' EXIT
    for _ in $(seq 100); do [ -s "$scratch/display" ] && break; sleep 0.1; done
    export DISPLAY=:$(cat "$scratch/display")
fi
"$wine" wineboot --init >/dev/null 2>&1
c=$WINEPREFIX/drive_c
cp "$scratch/0.1.0/netsh.exe" "$c/windows/system32/netsh.exe" # Wine has no firewall: what is it told?
user=$(basename "$(find "$c/users" -mindepth 1 -maxdepth 1 ! -name Public)")
local=$c/users/$user/AppData/Local

run() { timeout 120 "$wine" "$@" </dev/null; }
value() { # value ROOT NAME: of the uninstall key
    run reg query "$1\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Outlet" /v "$2" /reg:64 2>/dev/null |
        tr -d '\r' | sed -n "s/^ *$2 *REG_[A-Z]* *//p"
}
autostart() {
    run reg query 'HKCU\Software\Microsoft\Windows\CurrentVersion\Run' /v Outlet 2>/dev/null |
        tr -d '\r' | sed -n 's/^ *Outlet *REG_SZ *//p'
}
# The uninstaller copies itself away and goes on after the first program has ended.
gone() { for _ in $(seq 100); do [ -e "$1" ] || return 0; sleep 0.2; done; return 1; }
started() { for _ in $(seq 100); do grep -q running "$1" && return 0; sleep 0.2; done; return 1; }

all=$c/Program\ Files/Outlet
menu=$c/ProgramData/Microsoft/Windows/Start\ Menu/Programs/Outlet.lnk
echo "Silent installation for all users:"
run "$(setup 0.1.0)" /S /AllUsers
for file in outlet.exe outletd.exe outletctl.exe plugins/platforms/qwindows.dll Uninstall.exe; do
    check "$file is there" test -s "$all/$file"
done
check "Start menu" test -s "$menu"
check "Apps: name" same "$(value HKLM DisplayName)" Outlet
check "Apps: version" same "$(value HKLM DisplayVersion)" 0.1.0
check "Apps: publisher" same "$(value HKLM Publisher)" "The Outlet developers"
check "Apps: size, $(($(value HKLM EstimatedSize))) KiB" test "$(($(value HKLM EstimatedSize)))" -gt 50
check "Apps: icon" same "$(value HKLM DisplayIcon)" 'C:\Program Files\Outlet\outlet.exe'
check "Apps: uninstaller" same "$(value HKLM UninstallString)" '"C:\Program Files\Outlet\Uninstall.exe" /AllUsers'
check "no start with Windows unless asked for" same "$(autostart)" ""
for program in outlet outletd; do
    check "firewall: $program.exe, TCP 17273, private networks, local subnet" grep -qF \
        "program=\"C:\\Program Files\\Outlet\\$program.exe\" protocol=TCP localport=17273 profile=private remoteip=localsubnet" \
        "$c/netsh.log"
done
check "firewall: two rules" same "$(grep -c ' add rule ' "$c/netsh.log")" 2
run reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall\Outlet' /reg:64 | tr -d '\r'

echo "Upgrade in place, while it runs:"
mkdir -p "$local/Outlet" && echo kept >"$local/Outlet/outlet.sqlite"
echo mine >"$all/notes of mine.txt"
run "$all/outlet.exe" >"$scratch/run.log" &
running=$!
check "it runs" started "$scratch/run.log"
run "$(setup 0.2.0)" /S /AUTOSTART
wait $running || true
check "it was asked to quit" grep -q 'asked to quit' "$scratch/run.log"
check "for all users, as before" same "$(value HKLM DisplayVersion)" 0.2.0
check "the new file is there" test -e "$all/only in 0.2.0.txt"
check "the old one is gone" not test -e "$all/only in 0.1.0.txt"
check "not installed twice" same "$(value HKCU DisplayVersion)" ""
check "start with Windows" same "$(autostart)" '"C:\Program Files\Outlet\outlet.exe" --hidden'
check "data is kept" grep -q kept "$local/Outlet/outlet.sqlite"
check "files of somebody else are kept" test -e "$all/notes of mine.txt"

echo "Repair:"
rm "$all/outletctl.exe"
: >"$all/outletd.exe"
: >"$c/netsh.log"
run "$(setup 0.2.0)" /S
check "the missing file is back" test -s "$all/outletctl.exe"
check "the damaged file is whole" test -s "$all/outletd.exe"
check "start with Windows is kept" same "$(autostart)" '"C:\Program Files\Outlet\outlet.exe" --hidden'
check "firewall: still one rule each" same \
    "$(tail -n 2 "$c/netsh.log" | grep -c ' add rule ') $(grep -c ' delete rule ' "$c/netsh.log")" "2 4"

echo "A program that does not end:"
run "$all/outlet.exe" --stubborn >"$scratch/stubborn.log" &
running=$!
check "it runs" started "$scratch/stubborn.log"
code=0
run "$(setup 0.1.0)" /S || code=$?
check "the installer gives up with exit code 3" same $code 3
check "nothing is changed" same "$(value HKLM DisplayVersion)" 0.2.0
check "no file is missing" test -s "$all/outletctl.exe"
wait $running || true

echo "Silent uninstallation:"
: >"$c/netsh.log"
rm "$all/notes of mine.txt"
run "$all/Uninstall.exe" /S /AllUsers
check "the folder is gone" gone "$all"
check "Start menu" gone "$menu"
check "Apps" same "$(value HKLM DisplayName)" ""
check "start with Windows" same "$(autostart)" ""
check "firewall: both rules are removed" same "$(grep -c ' delete rule ' "$c/netsh.log")" 2
check "data is kept" grep -q kept "$local/Outlet/outlet.sqlite"

echo "For one user:"
mine=$local/Programs/Outlet
run "$(setup 0.2.0)" /S /CurrentUser
check "below the user's own programs" test -s "$mine/outlet.exe"
check "nothing in Program Files" not test -e "$all"
check "Start menu of the user" test -s "$c/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Outlet.lnk"
check "Apps of the user" same "$(value HKCU DisplayVersion)" 0.2.0
check "not in those of all users" same "$(value HKLM DisplayVersion)" ""
run "$mine/Uninstall.exe" /S /CurrentUser /DELETEDATA
check "uninstalled" gone "$mine"
check "data is deleted when asked for" gone "$local/Outlet"
check "Apps" same "$(value HKCU DisplayName)" ""

echo "Into a folder with blanks and other letters:"
run "$(setup 0.2.0)" /S /CurrentUser '/D=C:\Meine' 'Geräte\Outlet' # in two, or it would be quoted
check "installed there" test -s "$c/Meine Geräte/Outlet/outlet.exe"
run "$c/Meine Geräte/Outlet/Uninstall.exe" /S /CurrentUser || true
check "uninstalled" gone "$c/Meine Geräte/Outlet"

echo "Portable:"
unzip -q "$portable" -d "$scratch/portable"
unpacked=$scratch/portable/outlet-0.2.0-windows-x64-portable
check "the program" test -s "$unpacked/outlet.exe"
check "the mark that keeps its data beside it" test -s "$unpacked/portable"
check "the installer brings no such mark" not grep -q portable "$scratch/0.2.0/_CPack_Packages/win64/NSIS/project.nsi"

"$(command -v wineserver || echo /usr/lib/wine/wineserver64)" -k || true
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
