# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
complete -c outlet -l demo -d 'eight simulated outlets, in a scratch folder'
complete -c outlet -l hidden -d 'start in the tray, without the window'
complete -c outlet -l turn-all-off -d 'ask which outlets to turn off'
complete -c outlet -l data-dir -x -a '(__fish_complete_directories)' -d 'where outlets and settings are kept'
complete -c outlet -l port -x -d 'where outlets connect; 0 for any free port'
complete -c outlet -l bind -x -d 'listen on this address only'
complete -c outlet -l accept-new -d 'outlets that nobody knows yet are allowed'
complete -c outlet -l log-level -x -a 'debug info warning error' -d 'how much to say'
complete -c outlet -l help -d 'say what there is'
complete -c outlet -l version -d 'say which version this is'
