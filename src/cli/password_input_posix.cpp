// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <cerrno>
#include <cstdio>
#include <termios.h>
#include <unistd.h>

#include "cli/password_input.h"

namespace outlet {

namespace {

/// Switches a terminal's echo off as long as it lives.
class NoEcho
{
public:
    NoEcho()
        : m_isTerminal(isatty(STDIN_FILENO) != 0 && tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_isTerminal)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputs("\n", stderr); // the one that was typed did not show
    }
    Q_DISABLE_COPY_MOVE(NoEcho)
    [[nodiscard]] bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before{};
    bool m_isTerminal;
};

} // namespace

std::optional<SecretText> readPassword(const QString &prompt)
{
    const NoEcho noEcho;
    if (noEcho.isTerminal()) {
        std::fputs(prompt.toUtf8().constData(), stderr);
        std::fflush(stderr);
    }
    constexpr qsizetype most = 1024;
    SecretText password;
    // A byte at a time: what a stdio buffer would keep stays in memory.
    while (password.size() < most) {
        char byte = 0;
        const ssize_t count = read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::nullopt;
        if (count == 0 || byte == '\n')
            break;
        password.append(byte);
        byte = 0;
    }
    if (password.view().endsWith('\r'))
        password = SecretText(password.view().chopped(1));
    return password;
}

} // namespace outlet
