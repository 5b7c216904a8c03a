// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <sys/resource.h>
#include <vector>

#include "load_linux.h"
#include "process_linux.h"

// outletd with its whole model, and a bare Qt server, under the same load in the same run: server
// on core 0, load on core 1, in turns. Prints every round, the medians and their ratio; asserts
// nothing.

namespace {

using outlet::bench::Load;
using outlet::bench::Process;

/// A hundred milliseconds are soon over: each round takes the median of so many fresh servers.
constexpr int kLoginServers = 5;

/// The command of a server that has seen no outlet yet.
using Command = std::function<std::vector<std::string>()>;

struct Figures
{
    double loginsPerSecond = 0;
    double loginCpuMicroseconds = 0; ///< of the whole server, each login
    double kilobytesPerOutlet = 0;
    double messagesPerSecond = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    double pacedCpuPercent = 0;
    double stormSeconds = 0; ///< negative = not all back within 60 s
};

double percentile(const std::vector<double> &sorted, double share)
{
    return sorted.empty()
               ? -1
               : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

/// A server on core 0, and where it listens.
struct Server
{
    explicit Server(const std::vector<std::string> &command)
        : process(command, 0)
    {
        const std::string line = process.waitForLine("listening ");
        const auto colon = line.rfind(':');
        if (line.empty() || colon == std::string::npos) {
            std::fprintf(stderr, "%s did not start\n", command[0].c_str());
            std::exit(1);
        }
        port = static_cast<std::uint16_t>(std::atoi(line.c_str() + colon + 1));
    }

    Process process;
    std::uint16_t port = 0;
};

struct Logins
{
    double perSecond = -1;
    double cpuMicroseconds = -1;
};

Logins logIn(Server &server, Load &load, int outlets)
{
    const double cpuBefore = server.process.cpuSeconds();
    const double seconds = load.logIn(64, 60);
    const double cpu = server.process.cpuSeconds() - cpuBefore;
    return seconds > 0 ? Logins{outlets / seconds, cpu / outlets * 1e6} : Logins();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

Figures measure(const Command &command, int outlets)
{
    std::vector<double> perSecond;
    std::vector<double> cpu;
    const auto note = [&](const Logins &logins) {
        perSecond.push_back(logins.perSecond);
        cpu.push_back(logins.cpuMicroseconds);
    };
    for (int i = 1; i < kLoginServers; ++i) {
        Server server(command());
        Load load(server.port, outlets);
        note(logIn(server, load, outlets));
    }

    Server server(command());
    Figures figures;
    Load load(server.port, outlets);
    const long before = server.process.residentBytes();
    note(logIn(server, load, outlets));
    figures.loginsPerSecond = median(perSecond);
    figures.loginCpuMicroseconds = median(cpu);
    load.idle(1);
    figures.messagesPerSecond = load.saturate(5);
    figures.kilobytesPerOutlet =
        static_cast<double>(server.process.residentBytes() - before) / 1024 / outlets;
    const double cpuBefore = server.process.cpuSeconds();
    const std::vector<double> latencies = load.paced(1000, 10);
    figures.pacedCpuPercent = (server.process.cpuSeconds() - cpuBefore) / 10 * 100;
    figures.p50Ms = percentile(latencies, 0.50);
    figures.p99Ms = percentile(latencies, 0.99);
    load.dropAll();
    figures.stormSeconds = load.logIn(0, 60);
    return figures;
}

void print(const char *name, const Figures &f)
{
    std::printf("%-8s %10.0f %10.0f %10.1f %12.0f %8.2f %8.2f %8.0f %10.2f\n", name,
                f.loginsPerSecond, f.loginCpuMicroseconds, f.kilobytesPerOutlet,
                f.messagesPerSecond, f.p50Ms, f.p99Ms, f.pacedCpuPercent, f.stormSeconds);
    std::fflush(stdout);
}

Figures medians(const std::vector<Figures> &rounds)
{
    const auto of = [&rounds](double Figures::*field) {
        std::vector<double> values;
        for (const Figures &figures : rounds)
            values.push_back(figures.*field);
        return median(values);
    };
    return {of(&Figures::loginsPerSecond),
            of(&Figures::loginCpuMicroseconds),
            of(&Figures::kilobytesPerOutlet),
            of(&Figures::messagesPerSecond),
            of(&Figures::p50Ms),
            of(&Figures::p99Ms),
            of(&Figures::pacedCpuPercent),
            of(&Figures::stormSeconds)};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("outlets"), QStringLiteral("How many."), QStringLiteral("N"),
                      QStringLiteral("1000")});
    parser.addOption({QStringLiteral("rounds"), QStringLiteral("How many rounds."),
                      QStringLiteral("N"), QStringLiteral("3")});
    parser.process(app);
    const int outlets = parser.value(QStringLiteral("outlets")).toInt();
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();

    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    outlet::bench::pinToCore(1);

    const std::string bin = QCoreApplication::applicationDirPath().toStdString();
    std::printf("%d outlets; server on core 0, load on core 1\n", outlets);
    std::printf("%-8s %10s %10s %10s %12s %8s %8s %8s %10s\n", "", "logins/s", "us/login",
                "KB/outlet", "messages/s", "kr p50", "kr p99", "CPU %", "storm s");
    std::vector<Figures> bare;
    std::vector<Figures> ours;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(
            measure([&] { return std::vector<std::string>{bin + "/bench-bare-server"}; }, outlets));
        print("bare Qt", bare.back());
        std::vector<std::unique_ptr<QTemporaryDir>> folders;
        const auto fresh = [&] {
            folders.push_back(std::make_unique<QTemporaryDir>());
            return std::vector<std::string>{bin + "/outletd",
                                            "--port",
                                            "0",
                                            "--bind",
                                            "127.0.0.1",
                                            "--accept-new",
                                            "--log-level",
                                            "error",
                                            "--data-dir",
                                            folders.back()->path().toStdString()};
        };
        ours.push_back(measure(fresh, outlets));
        print("outletd", ours.back());
    }
    const Figures a = medians(bare);
    const Figures b = medians(ours);
    std::printf("medians\n");
    print("bare Qt", a);
    print("outletd", b);
    std::printf("ratio    %9.2fx %9.2fx %9.2fx %11.2fx %7.2fx %7.2fx %7.2fx %9.2fx\n",
                b.loginsPerSecond / a.loginsPerSecond,
                b.loginCpuMicroseconds / a.loginCpuMicroseconds,
                b.kilobytesPerOutlet / a.kilobytesPerOutlet,
                b.messagesPerSecond / a.messagesPerSecond, b.p50Ms / a.p50Ms, b.p99Ms / a.p99Ms,
                b.pacedCpuPercent / a.pacedCpuPercent, b.stormSeconds / a.stormSeconds);
    return 0;
}
