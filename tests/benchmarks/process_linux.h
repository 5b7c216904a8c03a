// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace outlet::bench {

/// A child process on a core of its own, whose standard output is read line by line. Destroying it
/// ends it (SIGTERM, then waits).
class Process
{
public:
    /// Starts \a arguments[0]; pins it to \a core unless that is negative.
    Process(const std::vector<std::string> &arguments, int core);
    ~Process();
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;

    /// The next line of standard output that begins with \a prefix; empty at the end of it.
    [[nodiscard]] std::string waitForLine(const std::string &prefix);
    /// Resident memory in bytes.
    [[nodiscard]] long residentBytes() const;
    /// CPU time used so far, in seconds.
    [[nodiscard]] double cpuSeconds() const;
    [[nodiscard]] pid_t pid() const { return m_pid; }

private:
    pid_t m_pid = -1;
    int m_out = -1;
    std::string m_buffer;
};

/// Pins the calling process to one core.
void pinToCore(int core);

} // namespace outlet::bench
