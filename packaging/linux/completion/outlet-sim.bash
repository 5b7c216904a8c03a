# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
_outlet_sim()
{
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    case $previous in
        --framing) mapfile -t COMPREPLY < <(compgen -W "plain aes mixed" -- "$word"); return ;;
        --ledger) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --setup) mapfile -t COMPREPLY < <(compgen -W "smartconfig ap" -- "$word"); return ;;
        --setup-firmware) mapfile -t COMPREPLY < <(compgen -W "1.89 2.123 bare gen2" -- "$word"); return ;;
        --setup-fault) mapfile -t COMPREPLY < <(compgen -W "none deaf foreign-announce refuse-tcp reset-tcp close-tcp close-and-join silent-tcp endless-reply garbage-reply refuse-request split-reply needs-two-segments tells-join-failure never-logs-in" -- "$word"); return ;;
        --setup-password-file) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
        --server|--count|--seed|--speed|--drop-rate|--slow-rate|--slow-seconds|--button-rate|--malformed-rate|--never-confirm|--duration|--setup-address|--setup-udp-port|--setup-tcp-port|--setup-announce-port|--setup-server-port|--setup-ssid) return ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "--server --count --seed --framing --speed --drop-rate --mute --slow-rate --slow-seconds
        --button-rate --malformed-rate --never-confirm --duration --ledger --json --commands
        --list --allow-any-target --setup --setup-firmware --setup-fault --setup-address
        --setup-udp-port --setup-tcp-port --setup-announce-port --setup-server-port --setup-ssid
        --setup-password-file --help --version" -- "$word")
}
complete -o filenames -F _outlet_sim outlet-sim
