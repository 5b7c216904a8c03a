// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QTcpServer>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "load_linux.h"
#include "process_linux.h"

// The desktop app with 20 outlets beside an empty Qt Quick Controls window, on one virtual screen
// with the software renderer: time to the first frame, memory, CPU and frames at rest. Prints;
// asserts nothing.

namespace {

using outlet::bench::Load;
using outlet::bench::nowSeconds;
using outlet::bench::Process;

constexpr int kOutlets = 20;
constexpr int kRestSeconds = 60;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost, 0);
    return probe.serverPort();
}

/// The home page with its cards, and not the welcome of a first start, is what is shown.
void skipWelcome(const QString &folder)
{
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    database.setDatabaseName(folder + QStringLiteral("/outlet.sqlite"));
    if (!database.open() || !QSqlQuery(database).exec(QStringLiteral(
                                "INSERT INTO setting VALUES('welcomeDone', 'bool', 1)"))) {
        std::fprintf(stderr, "the setting could not be written\n");
        std::exit(1);
    }
    database.close();
}

double msToFirstFrame(const std::vector<std::string> &command,
                      std::unique_ptr<Process> *keep = nullptr)
{
    const double start = nowSeconds();
    auto process = std::make_unique<Process>(command, -1);
    if (process->waitForLine("first-frame").empty()) {
        std::fprintf(stderr, "%s showed no frame\n", command[0].c_str());
        std::exit(1);
    }
    const double milliseconds = (nowSeconds() - start) * 1000;
    if (keep)
        *keep = std::move(process);
    return milliseconds;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const std::string bin = QCoreApplication::applicationDirPath().toStdString();
    Process screen(
        {"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"},
        -1);
    const std::string display = screen.waitForLine("");
    qputenv("DISPLAY", QByteArray(":").append(display.c_str()));
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("QT_QUICK_BACKEND", "software");
    qputenv("OUTLET_REPORT_FRAMES", "1");

    // A data folder that knows 20 outlets.
    QTemporaryDir dataDir;
    const std::string folder = dataDir.path().toStdString();
    {
        Process daemon({bin + "/outletd", "--port", "0", "--bind", "127.0.0.1", "--accept-new",
                        "--data-dir", folder, "--log-level", "error"},
                       -1);
        const std::string line = daemon.waitForLine("listening ");
        Load load(static_cast<std::uint16_t>(std::atoi(line.c_str() + line.rfind(':') + 1)),
                  kOutlets);
        load.logIn(0, 10);
        load.idle(2);
    }
    skipWelcome(dataDir.path());
    const std::string port = std::to_string(freePort());
    const std::vector<std::string> outlet{bin + "/outlet", "--data-dir",  folder,
                                          "--port",        port,          "--bind",
                                          "127.0.0.1",     "--log-level", "error"};
    const std::vector<std::string> empty{bin + "/bench-empty-window"};

    std::vector<double> emptyMs;
    std::vector<double> outletMs;
    for (int round = 0; round < 7; ++round) {
        emptyMs.push_back(msToFirstFrame(empty));
        outletMs.push_back(msToFirstFrame(outlet));
    }
    std::printf("first frame, median of 7: empty window %.0f ms, outlet with %d cards %.0f ms, "
                "ratio %.2f\n",
                median(emptyMs), kOutlets, median(outletMs), median(outletMs) / median(emptyMs));
    std::fflush(stdout);

    std::unique_ptr<Process> running;
    msToFirstFrame(outlet, &running);
    Load load(static_cast<std::uint16_t>(std::stoi(port)), kOutlets);
    if (load.logIn(0, 10) < 0) {
        std::fprintf(stderr, "the outlets could not log in\n");
        return 1;
    }
    load.idle(10);
    const double cpuBefore = running->cpuSeconds();
    load.idle(kRestSeconds);
    const double cpu = (running->cpuSeconds() - cpuBefore) / kRestSeconds * 100;
    std::printf("at rest with %d outlets online and the window visible, %d s: %.2f %% of a core, "
                "%.0f MB resident\n",
                kOutlets, kRestSeconds, cpu, static_cast<double>(running->residentBytes()) / 1e6);
    return 0;
}
