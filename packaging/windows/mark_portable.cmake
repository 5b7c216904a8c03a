# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# src/control/control_path_win.cpp looks for this file beside the program.
file(WRITE ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/portable
    "While this file is here, Outlet keeps outlets, settings and energy in the folder data beside it.\n")
