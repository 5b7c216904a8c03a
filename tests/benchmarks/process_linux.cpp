// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "process_linux.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

namespace outlet::bench {

void pinToCore(int core)
{
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(core, &set);
    if (sched_setaffinity(0, sizeof(set), &set) != 0)
        std::perror("sched_setaffinity: figures will be mixed up");
}

Process::Process(const std::vector<std::string> &arguments, int core)
{
    int ends[2];
    if (pipe(ends) != 0)
        std::abort();
    m_pid = fork();
    if (m_pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        close(ends[1]);
        if (core >= 0)
            pinToCore(core);
        std::vector<char *> argv;
        for (const std::string &argument : arguments)
            argv.push_back(const_cast<char *>(argument.c_str()));
        argv.push_back(nullptr);
        execv(argv[0], argv.data());
        std::perror(argv[0]);
        _exit(127);
    }
    close(ends[1]);
    m_out = ends[0];
}

Process::~Process()
{
    close(m_out);
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

std::string Process::waitForLine(const std::string &prefix)
{
    for (;;) {
        for (auto end = m_buffer.find('\n'); end != std::string::npos; end = m_buffer.find('\n')) {
            const std::string line = m_buffer.substr(0, end);
            m_buffer.erase(0, end + 1);
            if (line.rfind(prefix, 0) == 0)
                return line;
        }
        char chunk[4096];
        const ssize_t count = read(m_out, chunk, sizeof(chunk));
        if (count <= 0)
            return {};
        m_buffer.append(chunk, static_cast<std::size_t>(count));
    }
}

long Process::residentBytes() const
{
    std::ifstream statm("/proc/" + std::to_string(m_pid) + "/statm");
    long total = 0;
    long resident = 0;
    statm >> total >> resident;
    return resident * sysconf(_SC_PAGESIZE);
}

double Process::cpuSeconds() const
{
    clockid_t clock{};
    timespec used{};
    if (clock_getcpuclockid(m_pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return 0;
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

} // namespace outlet::bench
