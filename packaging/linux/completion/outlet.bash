# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
_outlet()
{
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    case $previous in
        --data-dir) mapfile -t COMPREPLY < <(compgen -d -- "$word"); return ;;
        --log-level) mapfile -t COMPREPLY < <(compgen -W "debug info warning error" -- "$word"); return ;;
        --port|--bind) return ;;
    esac
    if [[ $word != -* ]]; then # energy to import
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -W "--demo --hidden --turn-all-off --data-dir --port --bind --accept-new --log-level --help
        --version" -- "$word")
}
complete -o filenames -F _outlet outlet
