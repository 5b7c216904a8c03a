# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
complete -c outletd -f
complete -c outletd -l data-dir -x -a '(__fish_complete_directories)' -d 'where outlets and settings are kept'
complete -c outletd -l port -x -d 'where outlets connect; 0 for any free port'
complete -c outletd -l bind -x -d 'listen on this address only'
complete -c outletd -l accept-new -d 'outlets that nobody knows yet are allowed'
complete -c outletd -l log-level -x -a 'debug info warning error' -d 'how much to say'
complete -c outletd -l help -d 'say what there is'
complete -c outletd -l version -d 'say which version this is'
