# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# What the tests with a real window share: a scratch folder, processes in pids that end with the
# script, and ways to look and to wait. Sourced, with $bin set.
scratch=$(mktemp -d)
pids=()
finish() {
    local status=$?
    if [ $status -ne 0 ]; then
        import -window root "$scratch/failed.png" 2>/dev/null && echo "picture: $scratch/failed.png"
        cat "$scratch"/*.log
    fi
    for ((i = ${#pids[@]} - 1; i >= 0; --i)); do
        kill "${pids[i]}" 2>/dev/null && wait "${pids[i]}" 2>/dev/null || true
    done
    [ $status -ne 0 ] || rm -rf "$scratch"
}
trap finish EXIT

# A screen of 1280x800 of this script alone, and what programs need to show themselves there.
start_screen() {
    local number
    mkfifo "$scratch/display"
    exec 3<>"$scratch/display"
    Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 2>"$scratch/xvfb.log" &
    pids+=($!)
    read -r -t 30 number <&3
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb QT_QUICK_BACKEND=software XDG_RUNTIME_DIR=$scratch
    export XDG_CONFIG_HOME=$scratch/config
    chmod 700 "$scratch"
}

# within SECONDS COMMAND...: repeats the command until it succeeds.
within() {
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        if [ $SECONDS -ge $deadline ]; then
            echo "not so in time: $*" >&2
            return 1
        fi
        sleep 0.1
    done
}
pixel() { # pixel X Y: its colour as rrggbb
    import -window root -crop "1x1+$1+$2" -depth 8 rgb:- | od -An -tx1 | tr -d ' \n'
}
pixel_is() { [ "$(pixel "$1" "$2")" = "$3" ]; }
ctl() { "$bin/outletctl" --data-dir "$scratch/data" "$@"; }
