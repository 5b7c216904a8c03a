# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# A fresh Debian or Ubuntu in a folder, which programs are started in. Sourced by test-packages.sh,
# test-tarball.sh and build-in.sh, all of which need root and debootstrap. Whatever is mounted and whoever
# runs in there ends with the script.
#
# OUTLET_TREE_CACHE names a folder in which fresh trees are kept as archives for the next time.

work=    # the script's own folder, removed at its end
tree=    # where the fresh system is
display= # the virtual screen, once there is one
display_pid=

step() { printf '\n== %s (%s s)\n' "$1" "$SECONDS"; }
fail() { printf 'error: %s\n' "$1" >&2; exit 1; }

# leave_tree: nothing runs in $tree any more, nothing is mounted there.
leave_tree() {
    local root mounted
    [ -n "$tree" ] || return 0
    for root in /proc/[0-9]*/root; do
        [ "$(readlink "$root")" = "$tree" ] || continue
        root=${root#/proc/}
        kill -9 "${root%/root}" 2>/dev/null || true
    done
    for mounted in $(awk -v under="$tree/" 'index($2, under) == 1 {print $2}' /proc/mounts | sort -r); do
        umount "$mounted" 2>/dev/null || umount -l "$mounted"
    done
}

clean_up() {
    local status=$?
    trap - EXIT
    [ -z "$display_pid" ] || kill "$display_pid" 2>/dev/null || true
    leave_tree
    [ -z "$work" ] || rm -rf --one-file-system "$work" # never through a mount
    [ $status -eq 0 ] || printf '\nFAILED (%s)\n' "$status"
    exit $status
}

# enter_tree SUITE FOLDER: takes a fresh SUITE into FOLDER, or goes on with the one that is there, and
# mounts what programs expect: /proc, and a /dev of its own.
enter_tree() {
    local suite=$1 kept device
    tree=$(realpath -m "$2")
    trap clean_up EXIT
    kept=${OUTLET_TREE_CACHE:+$OUTLET_TREE_CACHE/$suite.tar}
    mkdir -p "$tree"
    if [ -e "$tree/etc/debian_version" ]; then
        :
    elif [ -n "$kept" ] && [ -f "$kept" ]; then
        tar -C "$tree" -xf "$kept"
    else
        local mirror=http://deb.debian.org/debian
        [ -e "/usr/share/debootstrap/scripts/$suite" ] || fail "debootstrap does not know $suite"
        ! grep -q ubuntu "/usr/share/debootstrap/scripts/$suite" || mirror=http://archive.ubuntu.com/ubuntu
        debootstrap --variant=minbase "$suite" "$tree" "$mirror" >"$tree.log" ||
            { tail "$tree.log" >&2; fail "debootstrap $suite"; }
        rm "$tree.log"
        [ -z "$kept" ] || tar -C "$tree" -cf "$kept" .
    fi
    mount -t proc proc "$tree/proc"
    mount -t tmpfs -o mode=755 tmpfs "$tree/dev"
    for device in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0; do
        IFS=: read -r name major minor <<<"$device"
        mknod -m 666 "$tree/dev/$name" c "$major" "$minor"
    done
    mkdir -p "$tree/dev/shm" "$tree/dev/pts" "$tree/tmp/.X11-unix" "$tree/run/user/1000" /tmp/.X11-unix
    chmod 1777 "$tree/dev/shm" "$tree/tmp/.X11-unix"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 devpts "$tree/dev/pts"
    ln -s pts/ptmx "$tree/dev/ptmx"
    ln -s /proc/self/fd "$tree/dev/fd"
    for device in stdin:0 stdout:1 stderr:2; do
        ln -s "/proc/self/fd/${device#*:}" "$tree/dev/${device%:*}"
    done
    cp /etc/resolv.conf "$tree/etc/resolv.conf"
    printf '#!/bin/sh\nexit 101\n' >"$tree/usr/sbin/policy-rc.d" # nothing is started by installing it
    chmod 755 "$tree/usr/sbin/policy-rc.d"
    in_tree getent passwd user >/dev/null || in_tree useradd -u 1000 -m user
    chown 1000:1000 "$tree/run/user/1000"
    chmod 700 "$tree/run/user/1000"
}

# in_tree COMMAND...: runs it in $tree as root; as_user: as somebody at the screen.
in_tree() { chroot "$tree" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@"; }
as_user() { in_tree setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/user \
    XDG_RUNTIME_DIR=/run/user/1000 DISPLAY="$display" "$@"; }

# start_display: a virtual screen that programs in $tree can show windows on.
start_display() {
    mount --bind /tmp/.X11-unix "$tree/tmp/.X11-unix"
    mkfifo "$work/display"
    Xvfb -displayfd 3 -screen 0 1280x860x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
    display_pid=$!
    display=:$(head -n 1 "$work/display")
}

# demo_shows_window PROGRAM [PICTURE]: PROGRAM --demo comes up with a full window, of which PICTURE is
# made, warns of nothing, least of all plugins, modules and QML, and ends as it should.
demo_shows_window() {
    local program=$1 picture=$work/screen.png colours said=$tree/tmp/demo app
    # shellcheck disable=SC2016 # the shell in the tree shall expand it
    as_user sh -c '"$1" --demo >/tmp/demo.out 2>/tmp/demo.err & echo $! >/tmp/demo.pid; wait $!; echo $? >/tmp/demo.rc' \
        demo "$program" &
    app=$!
    for _ in $(seq 120); do # until the window has many colours in it
        sleep 0.5
        [ ! -e "$said.rc" ] || break
        import -display "$display" -window root "$picture" 2>/dev/null || continue
        [ "$(identify -format %k "$picture")" -lt 500 ] || break
    done
    sleep 3 # values come in and fill the cards
    import -display "$display" -window root "$picture"
    [ -z "${2:-}" ] || cp "$picture" "$2"
    [ ! -e "$said.rc" ] || { cat "$said.err"; fail "$program --demo ended by itself"; }
    kill "$(cat "$said.pid")"
    wait $app
    cat "$said.out" "$said.err"
    [ "$(cat "$said.rc")" = 0 ] || fail "$program --demo ended with $(cat "$said.rc")"
    colours=$(identify -format %k "$picture")
    [ "$colours" -ge 500 ] || fail "the picture has only $colours colours"
    ! grep -iE 'qml|plugin|module|qt\.|warning|database is locked|cannot open shared' "$said.err" || fail "$program --demo warned"
    echo "a window with $colours colours, no warning"
}
