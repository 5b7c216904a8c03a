// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QLocale>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimer>
#include <QtGui/QWheelEvent>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "app/core.h"
#include "app/energy_service.h"
#include "app/transfer_service.h"
#include "desktop/charts/chart_curves.h"
#include "desktop/charts/power_chart.h"
#include "desktop/desktop.h"
#include "event_times_linux.h"
#include "history/history.h"
#include "outlets/outlet_registry.h"
#include "process_linux.h"

// The whole program with the demo's home and its past of 400 days, an outlet's page at 1280×800:
// what a frame costs while a year is panned and zoomed with the wheel, drawn by llvmpipe and by the
// software renderer; and how long the interface thread is busy with anything else while much is
// recorded, asked and exported. Prints; asserts nothing.

using namespace outlet;
using namespace outlet::bench;

namespace {

constexpr int kWarmUp = 20;
constexpr int kSteps = 300;
constexpr int kRecordedOutlets = 1000; ///< asked every five seconds
constexpr int kLoadSeconds = 20;

/// Runs the event loop until something holds; ends the program when it never does.
void waitUntil(const char *what, const std::function<bool()> &isSo)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(120);
    while (!isSo()) {
        if (std::chrono::steady_clock::now() > end) {
            std::fprintf(stderr, "%s: waited in vain\n", what);
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

void runFor(std::chrono::milliseconds time)
{
    const auto end = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < end)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 2);
}

/// The chart of an outlet's page and the hand on the mouse.
class ChartHand
{
public:
    ChartHand(QQuickWindow &window, PowerChart &chart)
        : m_window(window)
        , m_chart(chart)
    {
    }

    /// A step of a walk through the year: in, along, out, over and over.
    void step(int number)
    {
        const int place = number % 60;
        if (place < 10)
            turn({0, 120}, Qt::ControlModifier);
        else if (place < 30)
            turn({-60, 0}, Qt::NoModifier);
        else if (place < 50)
            turn({60, 0}, Qt::NoModifier);
        else
            turn({0, -120}, Qt::ControlModifier);
    }

private:
    void turn(QPoint angle, Qt::KeyboardModifiers modifiers)
    {
        const QPointF place =
            m_chart.mapToScene({m_chart.plotWidth() * 0.6, m_chart.plotHeight() / 2});
        QWheelEvent wheel(place, m_window.mapToGlobal(place), {}, angle, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&m_window, &wheel);
    }

    QQuickWindow &m_window;
    PowerChart &m_chart;
};

/// A step of the wheel each sixtieth of a second. What a step costs is its handling and the frame
/// that follows: layout, painting, the swap.
void measureFrames(TimedApplication &application, ChartHand &hand, const char *renderer)
{
    using std::chrono::steady_clock;
    Times frames;
    for (int i = 0; i < kWarmUp + kSteps; ++i) {
        if (i == kWarmUp)
            application.clear();
        const auto start = steady_clock::now();
        hand.step(i);
        const std::chrono::duration<double, std::milli> handling = steady_clock::now() - start;
        runFor(std::chrono::milliseconds(16));
        const double frame = application.takeLongestFrame();
        if (i >= kWarmUp && frame > 0)
            frames.add(handling.count() + frame);
    }
    std::printf("%-8s pan and zoom a year: a step and its frame   %s\n", renderer,
                frames.text().c_str());
    std::printf("%-8s   of which the frame                        %s\n", renderer,
                application.frames().text().c_str());
    std::fflush(stdout);
}

/// Records, asks, zooms and exports at once, with the page open.
void measureBlocking(TimedApplication &application, Core &core, ChartHand &hand,
                     const char *renderer)
{
    const QTemporaryDir folder;
    QStringList ids;
    for (const Outlet *each : core.registry().outlets())
        ids.append(each->id());
    const LocalCalendar &calendar = core.energy().calendar();
    const QDate today = calendar.date(core.clock().utcMs());
    const TimeRange year{calendar.dayStartUtcMs(today.addDays(-365)), core.clock().utcMs()};

    int recorded = 0;
    QTimer recording;
    QObject::connect(&recording, &QTimer::timeout, &recording, [&] {
        for (int i = 0; i < kRecordedOutlets / 50; ++i, ++recorded) {
            const QString id = QStringLiteral("bench-%1").arg(recorded % kRecordedOutlets);
            core.history().record(
                MeasuredReading{id, core.clock().utcMs(), 90.0 + recorded * 7 % 20, 120.1});
            if (recorded % 36 == 0)
                core.history().record(MeasuredReport{id, core.clock().utcMs(), 18'000, 183, {}});
        }
    });
    int asked = 0;
    int answered = 0;
    QTimer asking;
    QObject::connect(&asking, &QTimer::timeout, &asking, [&] {
        ++asked;
        core.energy()
            .energy(ids, calendar.edges(year, CalendarUnit::Day))
            .then(&core, [&answered](const Result<EnergyReply, HistoryProblem> &) { ++answered; });
    });
    int steps = 0;
    QTimer zooming;
    QObject::connect(&zooming, &QTimer::timeout, &zooming, [&] { hand.step(steps++); });
    int exported = 0;
    bool isEnding = false;
    bool isExporting = false;
    const std::function<void()> exportAll = [&] {
        TransferService::Export what;
        what.outletIds = ids;
        what.range = year;
        what.resolution = ExportPlan::Resolution::Hour;
        isExporting = true;
        static_cast<void>(core.transfers().exportTo(
            what, folder.filePath(QStringLiteral("energy.csv")),
            [&](const TransferService::Outcome &outcome) {
                isExporting = false;
                if (!outcome.isDone) {
                    std::fprintf(stderr, "export: %s\n", qPrintable(outcome.problem));
                    std::exit(1);
                }
                ++exported;
                if (!isEnding)
                    exportAll();
            }));
    };
    recording.start(100);
    asking.start(500);
    zooming.start(50);
    exportAll();
    runFor(std::chrono::seconds(2));
    {
        application.clear();
        const Watchdog watchdog;
        runFor(std::chrono::seconds(kLoadSeconds));
        std::printf("%-8s %d s of %d readings, %d questions (%d answered), %d exports, %d steps:\n",
                    renderer, kLoadSeconds, recorded, asked, answered, exported, steps);
        std::printf("%-8s   the interface thread busy with data      %s  %s\n", renderer,
                    application.others().text().c_str(), application.longestOther().c_str());
        std::printf("%-8s   and with a frame                         %s\n", renderer,
                    application.frames().text().c_str());
        std::printf("%-8s   watchdog waits                           %s\n", renderer,
                    watchdog.waits().text().c_str());
        std::printf("%-8s   in which the thread worked               %s\n", renderer,
                    watchdog.works().text().c_str());
        std::fflush(stdout);
    }
    isEnding = true;
    recording.stop();
    asking.stop();
    zooming.stop();
    waitUntil("the last export", [&] { return !isExporting && answered == asked; });
}

/// The program itself, in this process, with the renderer that the environment says.
int runProgram(int argc, char **argv, const char *renderer)
{
    TimedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("outlet"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    CoreOptions options;
    options.program = QStringLiteral("outlet");
    options.demo = true;
    Core core(options);
    if (!core.start()) {
        std::fprintf(stderr, "%s\n", qPrintable(core.startError()));
        return 1;
    }
    waitUntil("the demo's past", [&] { return core.isReady(); });
    Desktop desktop(core, std::make_unique<WindowPreparation>());
    if (!desktop.window.load())
        return 1;
    desktop.preferences.setChartRange(QStringLiteral("year"));
    desktop.window.start(false);
    auto *window = qobject_cast<QQuickWindow *>(QGuiApplication::topLevelWindows().value(0));
    if (!window)
        return 1;
    window->resize(1280, 800);
    waitUntil("the window", [&] { return window->isExposed() && window->width() == 1280; });
    Q_EMIT desktop.app.openOutlet(desktop.faces.all().constFirst()->outletId());
    const auto chartOf = [window] {
        for (auto *chart : window->findChildren<PowerChart *>()) {
            if (chart->isVisible() && chart->curves())
                return chart;
        }
        return static_cast<PowerChart *>(nullptr);
    };
    waitUntil("the chart", [&] {
        PowerChart *chart = chartOf();
        return chart && !chart->isEmpty() && !chart->curves()->isLoading();
    });
    runFor(std::chrono::seconds(2));
    ChartHand hand(*window, *chartOf());
    measureFrames(application, hand, renderer);
    measureBlocking(application, core, hand, renderer);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1)
        return runProgram(argc, argv, argv[1]);
    Process screen(
        {"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"},
        -1);
    qputenv("DISPLAY", QByteArray(":").append(screen.waitForLine("").c_str()));
    qputenv("QT_QPA_PLATFORM", "xcb");
    qputenv("QSG_RENDER_LOOP", "basic"); // on the interface thread, so that all of it is seen
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
    for (const char *renderer : {"llvmpipe", "software"}) {
        if (qstrcmp(renderer, "software") == 0)
            qputenv("QT_QUICK_BACKEND", "software");
        Process program({argv[0], renderer}, -1);
        for (;;) {
            const std::string line = program.waitForLine("");
            if (line.empty())
                break;
            std::printf("%s\n", line.c_str());
            std::fflush(stdout);
        }
    }
    return 0;
}
