// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulator_program.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <cstdio>
#include <utility>

#include "simulator/server_target.h"

namespace outlet {

using namespace std::chrono_literals;

namespace {

void print(std::FILE *stream, const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stream);
    std::fflush(stream);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

SimulatorProgram::SimulatorProgram(SimulatorOptions options)
    : m_options(std::move(options))
    , m_clock(m_realClock, m_options.speed)
    , m_simulation(SimulationClocks{m_clock, m_realClock}, m_options.server)
{
    connect(&m_stopSignal, &StopSignal::stopRequested, this, [this] { stop(kDone); });
    connect(&m_simulation, &Simulation::happened, this, &SimulatorProgram::show);
    connect(&m_simulation, &Simulation::reported, this, &SimulatorProgram::writeDown);
    connect(&m_simulation, &Simulation::stopped, this, &SimulatorProgram::finish);
    connect(&m_simulation, &Simulation::unreachable, this, [this](const QString &reason) {
        print(stderr, QStringLiteral("outlet-sim: no server lets outlets in at %1 (%2). Start "
                                     "outlet or outletd first, or say where it is with --server.")
                          .arg(m_options.server.toString(), reason));
        stop(kUnreachable);
    });
}

SimulatorProgram::~SimulatorProgram() = default;

bool SimulatorProgram::start()
{
    if (!m_options.ledgerFile.isEmpty()) {
        m_ledger.setFileName(m_options.ledgerFile);
        if (!m_ledger.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
            print(stderr,
                  QStringLiteral("outlet-sim: can't write %1: %2.")
                      .arg(QDir::toNativeSeparators(m_options.ledgerFile), m_ledger.errorString()));
            return false;
        }
    }
    if (m_options.readCommands) {
        m_commands.emplace();
        connect(&*m_commands, &CommandInput::lineRead, this, &SimulatorProgram::obey);
    }
    // Habits of the day follow this computer's own time zone.
    HouseholdOptions household = m_options.household;
    household.localSecondAtStart =
        m_clock.utcMs() / 1000 + QDateTime::currentDateTime().offsetFromUtc();
    const QList<SimulatedOutletSpec> specs = mixedHousehold(household);
    m_simulation.add(specs);
    if (!m_options.setup)
        m_simulation.start();
    else if (!startSetup(specs.constFirst().id))
        return false;
    if (m_options.duration)
        m_clock.callAfter(*m_options.duration, [this] { stop(kDone); });
    return true;
}

bool SimulatorProgram::startSetup(const QString &id)
{
    SimulatedSetupSpec spec = m_options.setup->spec;
    spec.id = id;
    m_setup.emplace(spec, m_realClock);
    connect(&*m_setup, &SimulatedSetup::heard, this, [this](const QByteArray &ssid) {
        tellSetup(QStringLiteral("setup-heard"),
                  {{QStringLiteral("ssid"), QString::fromUtf8(ssid)}});
    });
    connect(&*m_setup, &SimulatedSetup::announced, this, [this](const QHostAddress &to) {
        tellSetup(QStringLiteral("setup-announced"), {{QStringLiteral("to"), to.toString()}});
    });
    connect(&*m_setup, &SimulatedSetup::couldNotJoin, this,
            [this] { tellSetup(QStringLiteral("setup-could-not-join")); });
    connect(&*m_setup, &SimulatedSetup::configured, this, &SimulatorProgram::configured);
    if (!m_setup->start()) {
        print(stderr,
              QStringLiteral("outlet-sim: can't wait for a set-up: %1.").arg(m_setup->errorText()));
        return false;
    }
    tellSetup(QStringLiteral("setup-waiting"),
              {{QStringLiteral("udpPort"), m_setup->datagramPort()},
               {QStringLiteral("tcpPort"), m_setup->reserveTcpPort()}});
    return true;
}

void SimulatorProgram::configured(const QString &serverIp)
{
    QUrl server = outletUrl(serverIp);
    tellSetup(QStringLiteral("setup-configured"), {{QStringLiteral("serverIP"), serverIp}});
    if (!server.isValid() || !(m_options.allowAnyTarget || isNearbyTarget(server))) {
        print(stderr, QStringLiteral("outlet-sim: was told a server that is not nearby."));
        stop(kUnreachable);
        return;
    }
    server.setPort(m_options.setup->serverPort);
    m_options.server = server;
    m_simulation.setServer(server);
    m_simulation.start();
}

void SimulatorProgram::tellSetup(const QString &event, const QJsonObject &details)
{
    QJsonObject object = details;
    object.insert(QStringLiteral("event"), event);
    print(stdout, m_options.jsonEvents ? compact(object) : event);
}

void SimulatorProgram::stop(int exitCode)
{
    if (m_stopping) {
        finish();
        return;
    }
    m_stopping = true;
    m_exitCode = exitCode;
    m_realClock.callAfter(kGoodbyeLimit, [this] { finish(); });
    m_simulation.stop();
}

void SimulatorProgram::show(const SimulatorEvent &event)
{
    if (m_options.jsonEvents) {
        print(stdout, compact(toJson(event)));
        return;
    }
    if (event.kind != SimulatorEvent::Kind::LoggedIn || m_saidAllIn)
        return;
    if (m_simulation.loggedInCount() == m_simulation.count()) {
        m_saidAllIn = true;
        print(stdout, QStringLiteral("%1 outlets are logged in at %2")
                          .arg(m_simulation.count())
                          .arg(m_options.server.toString()));
    }
}

void SimulatorProgram::writeDown(const LedgerEntry &entry)
{
    if (!m_ledger.isOpen())
        return;
    const QByteArray line = toJsonLine(entry) + '\n';
    if (m_ledger.write(line) == line.size() && m_ledger.flush())
        return;
    print(stderr, QStringLiteral("outlet-sim: can't write the ledger any more: %1.")
                      .arg(m_ledger.errorString()));
    m_ledger.close();
    stop(kUsage);
}

void SimulatorProgram::obey(const QString &line)
{
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return;
    if (words.size() == 1 && words[0] == QStringLiteral("quit")) {
        stop(kDone);
        return;
    }
    bool isNumber = false;
    const int index = words.size() == 2 ? words[1].toInt(&isNumber) : -1;
    SimulatedOutlet *const outlet = isNumber ? m_simulation.outlet(index) : nullptr;
    if (outlet && words[0] == QStringLiteral("press"))
        outlet->press();
    else if (outlet && words[0] == QStringLiteral("drop"))
        outlet->drop(m_options.household.faults.dropManner, 10s);
    else
        print(stderr, QStringLiteral("outlet-sim: commands are press N, drop N and quit, with N "
                                     "from 0 to %1.")
                          .arg(m_simulation.count() - 1));
}

void SimulatorProgram::finish()
{
    if (!m_options.jsonEvents && m_exitCode == kDone) {
        const LedgerTotal total = m_simulation.ledger().total();
        print(stdout, QStringLiteral("%1 energy reports were sent, %2 J in all")
                          .arg(total.reports)
                          .arg(total.joules));
    }
    m_ledger.close();
    QCoreApplication::exit(m_exitCode);
}

QString listing(const HouseholdOptions &household, bool json)
{
    QStringList lines;
    const QList<SimulatedOutletSpec> specs = mixedHousehold(household);
    for (qsizetype i = 0; i < specs.size(); ++i) {
        const SimulatedOutletSpec &spec = specs[i];
        const QString appliance = applianceName(spec.appliance);
        const QString framing = spec.framing == protocol::Framing::Aes ? QStringLiteral("aes")
                                                                       : QStringLiteral("plain");
        if (json)
            lines.append(compact({{QStringLiteral("index"), i},
                                  {QStringLiteral("id"), spec.id},
                                  {QStringLiteral("name"), spec.name},
                                  {QStringLiteral("appliance"), appliance},
                                  {QStringLiteral("framing"), framing},
                                  {QStringLiteral("firmware"), spec.firmVersion}}));
        else
            lines.append(QStringLiteral("%1  %2  %3  %4  %5 %6")
                             .arg(i, 4)
                             .arg(spec.id)
                             .arg(spec.name, -20)
                             .arg(appliance, -16)
                             .arg(framing, -5)
                             .arg(spec.firmVersion));
    }
    return lines.join(u'\n');
}

} // namespace outlet
