// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
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

struct Figures
{
    double loginsPerSecond = 0;
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

Figures measure(const std::vector<std::string> &command, int outlets)
{
    Process server(command, 0);
    const std::string line = server.waitForLine("listening ");
    const auto colon = line.rfind(':');
    if (line.empty() || colon == std::string::npos) {
        std::fprintf(stderr, "%s did not start\n", command[0].c_str());
        std::exit(1);
    }
    const auto port = static_cast<std::uint16_t>(std::atoi(line.c_str() + colon + 1));

    Figures figures;
    Load load(port, outlets);
    const long before = server.residentBytes();
    const double seconds = load.logIn(64, 60);
    figures.loginsPerSecond = seconds > 0 ? outlets / seconds : -1;
    load.idle(1);
    figures.messagesPerSecond = load.saturate(5);
    figures.kilobytesPerOutlet =
        static_cast<double>(server.residentBytes() - before) / 1024 / outlets;
    const double cpuBefore = server.cpuSeconds();
    const std::vector<double> latencies = load.paced(1000, 10);
    figures.pacedCpuPercent = (server.cpuSeconds() - cpuBefore) / 10 * 100;
    figures.p50Ms = percentile(latencies, 0.50);
    figures.p99Ms = percentile(latencies, 0.99);
    load.dropAll();
    figures.stormSeconds = load.logIn(0, 60);
    return figures;
}

void print(const char *name, const Figures &f)
{
    std::printf("%-8s %10.0f %10.1f %12.0f %8.2f %8.2f %8.0f %10.2f\n", name, f.loginsPerSecond,
                f.kilobytesPerOutlet, f.messagesPerSecond, f.p50Ms, f.p99Ms, f.pacedCpuPercent,
                f.stormSeconds);
    std::fflush(stdout);
}

Figures medians(const std::vector<Figures> &rounds)
{
    const auto median = [&rounds](double Figures::*field) {
        std::vector<double> values;
        for (const Figures &figures : rounds)
            values.push_back(figures.*field);
        std::sort(values.begin(), values.end());
        return values[values.size() / 2];
    };
    return {median(&Figures::loginsPerSecond),
            median(&Figures::kilobytesPerOutlet),
            median(&Figures::messagesPerSecond),
            median(&Figures::p50Ms),
            median(&Figures::p99Ms),
            median(&Figures::pacedCpuPercent),
            median(&Figures::stormSeconds)};
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
    std::printf("%-8s %10s %10s %12s %8s %8s %8s %10s\n", "", "logins/s", "KB/outlet", "messages/s",
                "kr p50", "kr p99", "CPU %", "storm s");
    std::vector<Figures> bare;
    std::vector<Figures> ours;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(measure({bin + "/bench-bare-server"}, outlets));
        print("bare Qt", bare.back());
        QTemporaryDir dataDir;
        ours.push_back(
            measure({bin + "/outletd", "--port", "0", "--bind", "127.0.0.1", "--accept-new",
                     "--log-level", "error", "--data-dir", dataDir.path().toStdString()},
                    outlets));
        print("outletd", ours.back());
    }
    const Figures a = medians(bare);
    const Figures b = medians(ours);
    std::printf("medians\n");
    print("bare Qt", a);
    print("outletd", b);
    std::printf("ratio    %9.2fx %9.2fx %11.2fx %7.2fx %7.2fx %7.2fx %9.2fx\n",
                b.loginsPerSecond / a.loginsPerSecond, b.kilobytesPerOutlet / a.kilobytesPerOutlet,
                b.messagesPerSecond / a.messagesPerSecond, b.p50Ms / a.p50Ms, b.p99Ms / a.p99Ms,
                b.pacedCpuPercent / a.pacedCpuPercent, b.stormSeconds / a.stormSeconds);
    return 0;
}
