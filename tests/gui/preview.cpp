// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QCommandLineParser>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QTimer>
#include <QtQml/QQmlApplicationEngine>
#include <QtQuick/QQuickWindow>
#include <QtQuickControls2/QQuickStyle>
#include <QtWidgets/QApplication>
#include <cmath>

#include "app/demo_past.h"
#include "base/manual_clock.h"
#include "desktop/charts/chart_curves.h"
#include "desktop/qml_module.h"
#include "desktop/report/report_view.h"
#include "support/chart_states.h"
#include "support/sample_desktop.h"

namespace {

/// Five minutes of curve before now, so that a picture need not wait for them.
void drawThePast(outlet::SampleDesktop &desktop, qint64 nowUtcMs)
{
    constexpr int kSeconds = 300;
    for (outlet::OutletFace *face : desktop.faces.all()) {
        const auto watts = face->state().watts;
        if (!watts)
            continue;
        face->live()->clear();
        for (int ago = kSeconds; ago >= 0; ago -= 5) {
            const double wave = 1 + 0.06 * std::sin(ago * 0.13 + face->chartColor());
            face->live()->add({nowUtcMs - ago * 1000, *watts * (ago ? wave : 1), face->isOn()});
        }
    }
}

/// A computer at home with an outlet's own network in reach.
class AroundWifi : public outlet::WifiService
{
public:
    [[nodiscard]] bool isAvailable() const override { return true; }
    void scan() override
    {
        setNetworks({{QStringLiteral("Maple House"), {}, 82, true, true, true},
                     {QStringLiteral("Maple Guest"), {}, 74, true, true, false},
                     {QStringLiteral("ESP_0A0B0C"), {}, 60, true, false, false}});
    }
};

/// Takes the wizard to a step: wizard, wizard-wifi, wizard-join, wizard-connect, wizard-failed.
/// Nothing but a datagram on loopback is sent.
void walkTheWizard(outlet::SampleDesktop &desktop, const QString &state)
{
    outlet::SetupWizard &wizard = desktop.setup;
    desktop.engine.sampleNetwork.wifi = [] { return std::make_unique<AroundWifi>(); };
    Q_EMIT desktop.app.openPage(QStringLiteral("add"));
    if (state == u"wizard")
        return;
    if (state == u"wizard-join")
        wizard.setWay(outlet::SetupWizard::AccessPoint);
    wizard.next();
    if (state == u"wizard-wifi")
        return;
    const bool fails = state == u"wizard-failed";
    wizard.setRequestFilter([fails](outlet::SetupRequest &request) {
        request.target = request.senderAddress = request.announceAddress =
            QHostAddress(QHostAddress::LocalHost);
        request.announcePort = 0; // any
        request.checksServer = false;
        request.serverPort = 0;
        if (fails)
            request.limit = std::chrono::seconds(3);
    });
    QObject password;
    password.setProperty("text", QStringLiteral("correct horse"));
    wizard.connectOutlet(QStringLiteral("Maple House"), &password);
}

} // namespace

/// Shows Main.qml with the outlets of the design's pictures, without a server: to look at the
/// interface in a state of one's choice, or to take its picture.
int main(int argc, char **argv)
{
    using namespace outlet;
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QQuickStyle::setStyle(QStringLiteral("Basic"));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(
        QStringLiteral("state"),
        QStringLiteral(
            "home (default), outlet, replace, diagnostics, charts, energy, report, empty, "
            "stopped, problem, welcome, moved, add, add-ready, add-blocked, wizard, "
            "wizard-wifi, wizard-join, wizard-connect, wizard-failed"));
    const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Dark colours."));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Window size."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption shot(QStringLiteral("shot"),
                                  QStringLiteral("Write a picture after a moment and end."),
                                  QStringLiteral("file.png"));
    const QCommandLineOption settings(QStringLiteral("settings"),
                                      QStringLiteral("Open this section of the settings."),
                                      QStringLiteral("section"));
    const QCommandLineOption range(QStringLiteral("range"),
                                   QStringLiteral("Of an outlet's chart: live, hour, day …"),
                                   QStringLiteral("name"), QStringLiteral("day"));
    const QCommandLineOption compare(
        QStringLiteral("compare"),
        QStringLiteral("Beside the curve: before, or how many other outlets."),
        QStringLiteral("what"));
    const QCommandLineOption at(QStringLiteral("at"),
                                QStringLiteral("What time it is, ISO 8601; otherwise now."),
                                QStringLiteral("time"));
    parser.addOptions({dark, size, shot, settings, range, compare, at});
    parser.process(application);
    const QString state = parser.positionalArguments().value(0, QStringLiteral("home"));

    const QDateTime start = parser.isSet(at) ? QDateTime::fromString(parser.value(at), Qt::ISODate)
                                             : QDateTime::currentDateTime();
    ManualClock clock(start.toMSecsSinceEpoch());
    QTimer time;
    QObject::connect(&time, &QTimer::timeout,
                     [&clock] { clock.advance(std::chrono::milliseconds(50)); });
    time.start(50);
    SampleDesktop desktop(clock);
    if (state != u"welcome")
        desktop.engine.setSetting(QStringLiteral("welcomeDone"), true);
    if (state == u"stopped")
        desktop.engine.setListenError(
            {ListenError::Kind::PortInUse, QHostAddress::Any, kDefaultPort, {}},
            QStringLiteral("Outlet (another copy, process 4128)"), 8);
    else
        desktop.engine.setListening(kDefaultPort);
    if (state == u"problem")
        desktop.engine.setProblem(
            QStringLiteral("The disk is full. Make room and your changes will be saved."), true);
    desktop.engine.sampleNetwork.answers = {
        {QString(), {QStringLiteral("192.168.1.24")}},
        {QStringLiteral("192.168.1.1"),
         {state == u"add-ready" ? QStringLiteral("192.168.1.24")
                                : QStringLiteral("203.0.113.30")}}};
    if (state == u"add-blocked") {
        desktop.engine.sampleNetwork.answers.clear();
        desktop.engine.sampleNetwork.reach = ReachabilityCheck::Result::NoAnswer;
        desktop.engine.sampleNetwork.firewallsOn = {Firewall::Ufw};
    }
    if (state == u"moved")
        desktop.engine.setChangedAddress(outlet::changedAddressText(
            QStringLiteral("192.168.1.20"), desktop.engine.sampleNetwork.candidates));
    if (state != u"empty" && state != u"welcome")
        desktop.engine.addHome();
    desktop.engine.setReady();
    if (state != u"empty" && state != u"welcome")
        desktop.energy.setTariff(DemoPast::tariff(desktop.energy.calendar().date(clock.utcMs())));
    drawThePast(desktop, clock.utcMs());
    desktop.preferences.setTheme(parser.isSet(dark) ? Ui::ThemeDark : Ui::ThemeLight);

    int tick = 0;
    QTimer measuring;
    QObject::connect(&measuring, &QTimer::timeout, &desktop.engine,
                     [&] { desktop.engine.measure(++tick); });
    measuring.start(2000);

    std::unique_ptr<ChartStates> charts; // goes after what shows them
    QQmlApplicationEngine engine;
    useQmlModule(engine);
    const bool isCharts = state == u"charts";
    if (isCharts) {
        charts = std::make_unique<ChartStates>(desktop, clock);
        engine.setInitialProperties({{QStringLiteral("faces"), charts->faces()}});
    }
    engine.load(QUrl(isCharts ? QStringLiteral("qrc:/preview/ChartStates.qml")
                              : QStringLiteral("qrc:/qt/qml/Outlet/Main.qml")));
    auto *window = engine.rootObjects().isEmpty()
                       ? nullptr
                       : qobject_cast<QQuickWindow *>(engine.rootObjects().constFirst());
    if (!window)
        return 1;
    if (state == u"outlet") {
        desktop.preferences.setChartRange(parser.value(range));
        Q_EMIT desktop.app.openOutlet(desktop.faces.all().at(1)->outletId());
        // As its user would: beside the period before, or beside other outlets.
        auto *curves = window->findChild<ChartCurves *>();
        const QString with = parser.value(compare);
        if (curves && with == u"before")
            curves->setWithBefore(true);
        for (int i = 0; curves && i < with.toInt(); ++i)
            curves->setCompared(desktop.faces.all().at(i < 1 ? 0 : i + 1), true);
    }
    if (state == u"diagnostics") {
        desktop.engine.sampleDiagnostics().liveADay(*desktop.faces.all().at(1)->outlet());
        desktop.app.openDiagnostics(desktop.faces.all().at(1)->outletId());
    }
    if (state == u"energy" || state == u"report")
        Q_EMIT desktop.app.openPage(state);
    if (auto *report = window->findChild<ReportView *>())
        report->retry(); // of the month before this one
    if (state.startsWith(u"add")) {
        Q_EMIT desktop.app.openPage(QStringLiteral("add"));
        desktop.setup.setWay(SetupWizard::RouterDns);
        desktop.setup.next();
    }
    if (state.startsWith(u"wizard"))
        walkTheWizard(desktop, state);
    const QStringList numbers = parser.value(size).split(u'x');
    if (numbers.size() == 2)
        window->resize(numbers.at(0).toInt(), numbers.at(1).toInt());
    window->show();
    if (state == u"replace")
        desktop.app.askReplace(desktop.faces.all().at(1)->outletId());
    if (parser.isSet(settings))
        QMetaObject::invokeMethod(window, "openSettings", Q_ARG(QString, parser.value(settings)));
    if (parser.isSet(shot))
        QTimer::singleShot(isCharts || state == u"wizard-failed" ? 4000 : 1500, window, [&] {
            const bool saved = window->grabWindow().save(parser.value(shot));
            QApplication::exit(saved ? 0 : 1);
        });
    return QApplication::exec();
}
