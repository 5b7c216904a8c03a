// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/standard_streams.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <initializer_list>
#include <io.h>
#include <windows.h>

namespace outlet {

namespace {

UINT codePageBefore = 0;

/// The console goes on after this program.
void restoreCodePage()
{
    SetConsoleOutputCP(codePageBefore);
}

} // namespace

void prepareStandardStreams()
{
    // A program with a window has no streams, unless somebody reads them through a pipe.
    if (!GetStdHandle(STD_OUTPUT_HANDLE) && AttachConsole(ATTACH_PARENT_PROCESS)) {
        for (std::FILE *stream : {stdout, stderr}) {
            if (!std::freopen("CONOUT$", "w", stream))
                return; // nobody can be told
        }
    }
    for (std::FILE *stream : {stdin, stdout, stderr}) {
        const int descriptor = _fileno(stream);
        if (descriptor >= 0)
            _setmode(descriptor, _O_BINARY);
    }
    codePageBefore = GetConsoleOutputCP(); // 0 without a console
    if (codePageBefore != 0 && SetConsoleOutputCP(CP_UTF8))
        std::atexit(restoreCodePage);
}

} // namespace outlet
