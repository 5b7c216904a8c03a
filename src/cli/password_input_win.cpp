// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <windows.h>

#include <cstdio>

#include "cli/password_input.h"

namespace outlet {

namespace {

/// From a console, as UTF-16, without echo.
std::optional<SecretText> readConsole(HANDLE input, DWORD mode, const QString &prompt)
{
    std::fputs(prompt.toUtf8().constData(), stderr);
    std::fflush(stderr);
    SetConsoleMode(input, (mode | ENABLE_LINE_INPUT | ENABLE_PROCESSED_INPUT) & ~ENABLE_ECHO_INPUT);
    wchar_t typed[1024];
    DWORD count = 0;
    const bool ok = ReadConsoleW(input, typed, DWORD(std::size(typed)), &count, nullptr) != 0;
    SetConsoleMode(input, mode);
    std::fputs("\n", stderr);
    if (!ok)
        return std::nullopt;
    while (count > 0 && (typed[count - 1] == L'\n' || typed[count - 1] == L'\r'))
        --count;
    QString text = QString::fromWCharArray(typed, int(count));
    wipe(typed, sizeof typed);
    return SecretText::takenFrom(text);
}

} // namespace

std::optional<SecretText> readPassword(const QString &prompt)
{
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    if (GetConsoleMode(input, &mode))
        return readConsole(input, mode, prompt);
    constexpr qsizetype most = 1024;
    SecretText password;
    while (password.size() < most) {
        char byte = 0;
        DWORD count = 0;
        if (!ReadFile(input, &byte, 1, &count, nullptr)) {
            if (GetLastError() == ERROR_BROKEN_PIPE)
                break; // the end of a pipe
            return std::nullopt;
        }
        if (count == 0 || byte == '\n')
            break;
        password.append(byte);
    }
    if (password.view().endsWith('\r'))
        password = SecretText(password.view().chopped(1));
    return password;
}

} // namespace outlet
