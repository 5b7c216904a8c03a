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
