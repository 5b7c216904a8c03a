# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT

# The names of all outlets, one a line; nothing when nothing runs.
_outletctl_outlets()
{
    outletctl list --json 2>/dev/null | grep -o '"name": *"[^"\\]*"' | sed 's/^"name": *"//; s/"$//'
}

_outletctl()
{
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local command=${COMP_WORDS[1]} way=${COMP_WORDS[2]-} words='' outlets=''
    case $previous in
        --bucket) words='minute quarter hour day week month year' ;;
        --resolution) words='hour day 5min reading' ;;
        --format) words='csv json' ;;
        --unit) words='kWh Wh J' ;;
        --layout) words='classic bssid' ;;
        --data-dir)
            mapfile -t COMPREPLY < <(compgen -d -- "$word")
            return
            ;;
        --wait|--name|--room|--icon|--model|--from|--to|--flat|--currency|--time|--outlet|--energy|--map|\
        --undo|--ssid|--bssid|--ip|--target|--announce-port|--tcp-port|--timeout|--host|--server-ip|--resolver)
            return
            ;;
    esac
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
        return
    fi
    if [ "$COMP_CWORD" -eq 1 ]; then
        words='list on off toggle allow ignore rename forget watch energy tariff status diagnostics quit backup restore
            export import merge setup --help --version'
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
        return
    fi
    case $command in
        quit) ;;
        diagnostics) words='--json' outlets=yes ;;
        list|watch|status) words='--json' ;;
        on|off|toggle) words='--wait' outlets=yes ;;
        allow) words='--name --room --icon --model' outlets=yes ;;
        ignore|rename|forget) outlets=yes ;;
        energy) words='--from --to --bucket --each --json --csv' outlets=all ;;
        tariff) words='set --flat --currency --from --json' outlets=files ;;
        backup|restore) words='--json' outlets=files ;;
        export) words='--from --to --resolution --format --semicolon --json' outlets=files ;;
        import)
            words='--dry-run --replace --backup --map --skip-unknown --time --outlet --energy --unit
                --cumulative --list --undo --json'
            outlets=files
            ;;
        merge) words='--take-name --forget --list --undo --json' outlets=two ;;
        setup)
            case $way in
                smartconfig)
                    words='--ssid --bssid --ip --layout --target --announce-port --tcp-port --timeout
                        --dry-run --json'
                    ;;
                ap) words='--ssid --host --tcp-port --server-ip --timeout --json' ;;
                check-dns) words='--resolver --json' ;;
                *) words='smartconfig ap check-dns --help' ;;
            esac
            ;;
    esac
    words="$words --data-dir"
    if [[ $word == -* || $command == setup ]] || [ "$outlets" = '' ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    elif [ "$outlets" = files ]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$word"; compgen -W "${words%% *}" -- "$word")
    elif [ "$COMP_CWORD" -eq 2 ] || [ "$outlets$COMP_CWORD" = two3 ]; then
        local IFS=$'\n' names
        names=$(_outletctl_outlets)
        [ "$outlets" = all ] && names="$names"$'\n'all
        mapfile -t COMPREPLY < <(compgen -W "${names//\'/}" -- "${word//\\/}")
        [ ${#COMPREPLY[@]} -eq 0 ] || mapfile -t COMPREPLY < <(printf '%q\n' "${COMPREPLY[@]}")
    fi
}
complete -o filenames -F _outletctl outletctl
