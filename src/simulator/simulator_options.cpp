// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/simulator_options.h"

#include <QtCore/QCommandLineParser>
#include <cmath>
#include <vector>

#include "base/version.h"
#include "simulator/server_target.h"

namespace outlet {

namespace {

/// Reads numbers out of a parser and keeps the first complaint.
class OptionReader
{
public:
    explicit OptionReader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    [[nodiscard]] double number(const QString &name, double least, double most)
    {
        bool ok = false;
        const double value = m_parser.value(name).toDouble(&ok);
        if (!ok || !std::isfinite(value) || value < least || value > most) {
            complain(QStringLiteral("--%1 needs a number from %2 to %3, not \"%4\".")
                         .arg(name, QString::number(least), QString::number(most),
                              m_parser.value(name)));
            return least;
        }
        return value;
    }

    [[nodiscard]] int wholeNumber(const QString &name, int least, int most)
    {
        bool ok = false;
        const int value = m_parser.value(name).toInt(&ok);
        if (ok && value >= least && value <= most)
            return value;
        complain(
            QStringLiteral("--%1 needs a whole number from %2 to %3, not \"%4\".")
                .arg(name, QString::number(least), QString::number(most), m_parser.value(name)));
        return least;
    }

    [[nodiscard]] quint64 seed(const QString &name)
    {
        bool ok = false;
        const quint64 value = m_parser.value(name).toULongLong(&ok);
        if (!ok)
            complain(QStringLiteral("--%1 needs a whole number from 0, not \"%2\".")
                         .arg(name, m_parser.value(name)));
        return value;
    }

    /// "3" means the first three outlets, "@0,4" the outlets with these numbers.
    [[nodiscard]] QSet<int> outlets(const QString &name, int count)
    {
        QSet<int> indices;
        const QString text = m_parser.value(name);
        const bool listed = text.startsWith(u'@');
        const QStringList parts = listed ? text.mid(1).split(u',') : QStringList(text);
        for (const QString &part : parts) {
            bool ok = false;
            const int value = part.toInt(&ok);
            if (!ok || value < 0 || value > count || (listed && value == count)) {
                complain(QStringLiteral("--%1 needs how many of the %2 outlets, or @ and their "
                                        "numbers from 0, as in @0,4; not \"%3\".")
                             .arg(name)
                             .arg(count)
                             .arg(text));
                return {};
            }
            if (listed)
                indices.insert(value);
            for (int i = 0; !listed && i < value; ++i)
                indices.insert(i);
        }
        return indices;
    }

    void complain(const QString &sentence)
    {
        if (m_complaint.isEmpty())
            m_complaint = sentence;
    }
    [[nodiscard]] const QString &complaint() const { return m_complaint; }

private:
    const QCommandLineParser &m_parser;
    QString m_complaint;
};

const QString kServer = QStringLiteral("server");
const QString kCount = QStringLiteral("count");
const QString kSeed = QStringLiteral("seed");
const QString kFraming = QStringLiteral("framing");
const QString kSpeed = QStringLiteral("speed");
const QString kDropRate = QStringLiteral("drop-rate");
const QString kSlowRate = QStringLiteral("slow-rate");
const QString kSlowSeconds = QStringLiteral("slow-seconds");
const QString kButtonRate = QStringLiteral("button-rate");
const QString kMalformedRate = QStringLiteral("malformed-rate");
const QString kNeverConfirm = QStringLiteral("never-confirm");
const QString kMute = QStringLiteral("mute");
const QString kDuration = QStringLiteral("duration");
const QString kLedger = QStringLiteral("ledger");
const QString kJson = QStringLiteral("json");
const QString kCommands = QStringLiteral("commands");
const QString kList = QStringLiteral("list");
const QString kAnyTarget = QStringLiteral("allow-any-target");

void declareOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        QStringLiteral("Simulated Etekcity / VeSync wifi outlets that connect to a server."));
    parser.addOptions({
        {kServer, QStringLiteral("Where the outlets connect."), QStringLiteral("ws://HOST:PORT"),
         QStringLiteral("ws://127.0.0.1:17273")},
        {kCount, QStringLiteral("How many outlets."), QStringLiteral("N"), QStringLiteral("8")},
        {kSeed, QStringLiteral("Equal seeds make equal outlets."), QStringLiteral("S"),
         QStringLiteral("1")},
        {kFraming, QStringLiteral("plain, aes or mixed."), QStringLiteral("FRAMING"),
         QStringLiteral("mixed")},
        {kSpeed, QStringLiteral("How many times faster than real time."), QStringLiteral("X"),
         QStringLiteral("1")},
        {kDropRate, QStringLiteral("Times per hour that each outlet leaves the network."),
         QStringLiteral("RATE"), QStringLiteral("0")},
        {kMute, QStringLiteral("An outlet that leaves falls silent instead of closing.")},
        {kSlowRate, QStringLiteral("Share of commands obeyed late, 0 to 1."),
         QStringLiteral("SHARE"), QStringLiteral("0")},
        {kSlowSeconds, QStringLiteral("How late."), QStringLiteral("SECONDS"), QStringLiteral("6")},
        {kButtonRate, QStringLiteral("Times per hour that each button is pressed."),
         QStringLiteral("RATE"), QStringLiteral("0")},
        {kMalformedRate, QStringLiteral("Malformed messages per hour from each outlet."),
         QStringLiteral("RATE"), QStringLiteral("0")},
        {kNeverConfirm,
         QStringLiteral("How many outlets never obey, or which ones: @0,4 (numbers from 0)."),
         QStringLiteral("N"), QStringLiteral("0")},
        {kDuration, QStringLiteral("Stop after this simulated time."), QStringLiteral("SECONDS")},
        {kLedger, QStringLiteral("Write every energy report sent to FILE, one JSON object a line."),
         QStringLiteral("FILE")},
        {kJson, QStringLiteral("Print events as JSON, one object a line.")},
        {kCommands, QStringLiteral("Read commands: press N, drop N, quit.")},
        {kList, QStringLiteral("Print the outlets that would be made, and exit.")},
        {kAnyTarget, QStringLiteral("Allow a server outside loopback and private addresses.")},
    });
}

FramingMix framingMix(const QString &word, OptionReader &reader)
{
    if (word == QStringLiteral("plain"))
        return FramingMix::Text;
    if (word == QStringLiteral("aes"))
        return FramingMix::Aes;
    if (word != QStringLiteral("mixed"))
        reader.complain(QStringLiteral("--framing is plain, aes or mixed, not \"%1\".").arg(word));
    return FramingMix::Mixed;
}

std::chrono::milliseconds fromSeconds(double seconds)
{
    return std::chrono::milliseconds(std::llround(seconds * 1000));
}

} // namespace

Result<SimulatorOptions, SimulatorUsage> parseSimulatorOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declareOptions(parser);
    declareSetupOptions(parser);
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    if (!parser.parse(arguments))
        return SimulatorUsage{parser.errorText() + QStringLiteral(". See outlet-sim --help."),
                              true};
    if (parser.isSet(help))
        return SimulatorUsage{parser.helpText(), false};
    if (parser.isSet(version))
        return SimulatorUsage{QStringLiteral("outlet-sim " OUTLET_VERSION), false};

    OptionReader reader(parser);
    if (!parser.positionalArguments().isEmpty())
        reader.complain(QStringLiteral("Unexpected argument \"%1\". See outlet-sim --help.")
                            .arg(parser.positionalArguments().constFirst()));
    constexpr double mostPerHour = 36000;
    SimulatorOptions options;
    HouseholdOptions &household = options.household;
    household.count = reader.wholeNumber(kCount, 1, 20000);
    household.seed = reader.seed(kSeed);
    household.framing = framingMix(parser.value(kFraming), reader);
    household.faults.dropsPerHour = reader.number(kDropRate, 0, mostPerHour);
    household.faults.dropManner = parser.isSet(kMute) ? DropManner::Mute : DropManner::Close;
    household.faults.slowShare = reader.number(kSlowRate, 0, 1);
    household.faults.slowDelay = fromSeconds(reader.number(kSlowSeconds, 0, 3600));
    household.faults.pressesPerHour = reader.number(kButtonRate, 0, mostPerHour);
    household.faults.malformedPerHour = reader.number(kMalformedRate, 0, mostPerHour);
    household.neverConfirming = reader.outlets(kNeverConfirm, household.count);
    options.speed = reader.number(kSpeed, 0.01, 10000);
    if (parser.isSet(kDuration))
        options.duration = fromSeconds(reader.number(kDuration, 0.001, 1e9));
    options.ledgerFile = parser.value(kLedger);
    options.jsonEvents = parser.isSet(kJson);
    options.readCommands = parser.isSet(kCommands);
    options.listOnly = parser.isSet(kList);
    options.allowAnyTarget = parser.isSet(kAnyTarget);
    if (asksForSetup(parser)) {
        const auto setup = readSetupOptions(parser);
        if (!setup)
            reader.complain(setup.error());
        else
            options.setup = *setup;
        if (parser.isSet(kCount) && household.count != 1)
            reader.complain(QStringLiteral("--setup goes with one outlet, --count 1."));
        household.count = 1;
    }

    options.server = outletUrl(parser.value(kServer));
    if (!options.server.isValid())
        reader.complain(QStringLiteral("--server needs ws://HOST:PORT, not \"%1\".")
                            .arg(parser.value(kServer)));
    else if (!parser.isSet(kAnyTarget) && !isNearbyTarget(options.server))
        reader.complain(
            QStringLiteral("%1 is not a loopback or private address. Simulated outlets are for "
                           "your own network; --allow-any-target lifts this.")
                .arg(options.server.host()));
    if (!reader.complaint().isEmpty())
        return SimulatorUsage{reader.complaint(), true};
    return options;
}

} // namespace outlet
