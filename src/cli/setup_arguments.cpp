// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "cli/setup_arguments.h"

#include <QtCore/QCommandLineParser>
#include <cmath>

#include "control/control_path.h"

namespace outlet {

namespace {

const char kHelp[] = R"(Usage: outletctl setup WAY [OPTIONS]
Gets an outlet here. Outlet (outlet or outletd) must be running, as the outlet logs in there.
The Wi‑Fi password is read from standard input, or asked for without showing it; it is never an
argument. Whoever is in radio range can overhear it while it is sent.

  setup smartconfig --ssid S [--bssid B] [--ip A] [--layout classic|bssid] [--target ADDRESS:7001]
                    [--announce-port 18266] [--tcp-port 41234] [--timeout SECONDS] [--json]
      for an outlet whose light is steady blue. With --dry-run nothing is sent: it prints the
      lengths of the datagrams as one JSON object.
  setup ap --ssid S [--host 192.168.4.1] [--tcp-port 41234] [--server-ip A] [--timeout SECONDS]
           [--json]
      for an outlet whose light blinks blue slowly, from a computer that has joined its own Wi‑Fi.
  setup check-dns [--resolver A] [--json]
      whether the outlets' names lead here, at the system's resolver and at the router.

Options:
  --ssid S         the network that the outlet is to join, on 2.4 GHz
  --ip A           this computer's address in that network (default: the likely one)
  --server-ip A    where the outlet is to connect (default: as --ip)
  --timeout N      seconds until the login (120)
  --data-dir DIR   the data folder of the running program (default: yours)
  --json           one JSON object a line for each stage: stage, seconds; when it failed also
                   cause, text, and hints, each with title, text and steps (what to type)

Exit codes: 0 logged in, 1 failed, 2 usage, 3 timed out, 4 outlet not reachable, 6 nothing is
running, 7 refused by the outlet, 8 firmware that can't be used
)";

CliNotice usage(const QString &text)
{
    return {text + QStringLiteral(" See: outletctl setup --help"), ExitCode::Usage};
}

bool readAddress(const QString &text, QHostAddress &address)
{
    address = QHostAddress(text);
    return address.protocol() == QAbstractSocket::IPv4Protocol;
}

bool readPort(const QString &text, quint16 &port)
{
    bool ok = false;
    port = text.toUShort(&ok);
    return ok && port != 0;
}

/// Reads everything that has a value; the mistake, or an empty text.
QString takeValues(const QCommandLineParser &parser, SetupCommand &command)
{
    SetupRequest &request = command.request;
    const auto value = [&parser](const char *name) {
        return parser.value(QLatin1StringView(name));
    };
    const auto isSet = [&parser](const char *name) {
        return parser.isSet(QLatin1StringView(name));
    };
    request.ssid = value("ssid");
    if (isSet("bssid")) {
        const auto bssid = protocol::macFromText(value("bssid"));
        if (!bssid)
            return QStringLiteral("--bssid is like aa:bb:cc:11:22:33.");
        request.bssid = *bssid;
    }
    if (isSet("layout")) {
        if (value("layout") == u"bssid")
            request.layout = protocol::EspTouchLayout::WithBssid;
        else if (value("layout") != u"classic")
            return QStringLiteral("--layout is classic or bssid.");
    }
    if (isSet("target")) {
        const QString target = value("target");
        const qsizetype colon = target.lastIndexOf(u':');
        if (!readAddress(target.left(colon), request.target) ||
            (colon >= 0 && !readPort(target.mid(colon + 1), request.targetPort)))
            return QStringLiteral("--target is ADDRESS:PORT.");
    }
    const std::pair<const char *, QHostAddress *> addresses[] = {
        {"ip", &request.senderAddress},
        {"server-ip", &request.serverAddress},
        {"host", &request.outletAddress},
        {"resolver", &command.resolver}};
    for (const auto &[name, address] : addresses) {
        if (isSet(name) && !readAddress(value(name), *address))
            return QStringLiteral("--%1 takes an IPv4 address.").arg(QLatin1StringView(name));
    }
    const std::pair<const char *, quint16 *> ports[] = {{"announce-port", &request.announcePort},
                                                        {"tcp-port", &request.outletPort}};
    for (const auto &[name, port] : ports) {
        if (isSet(name) && !readPort(value(name), *port))
            return QStringLiteral("--%1 takes a port.").arg(QLatin1StringView(name));
    }
    if (isSet("timeout")) {
        bool ok = false;
        const double seconds = value("timeout").toDouble(&ok);
        if (!ok || !(seconds > 0 && seconds <= 3600))
            return QStringLiteral("--timeout takes seconds, up to 3600.");
        request.limit = std::chrono::milliseconds(std::llround(seconds * 1000));
    }
    return {};
}

} // namespace

bool isSetupCommand(const QStringList &arguments)
{
    return arguments.value(1) == u"setup";
}

std::variant<SetupCommand, CliNotice> parseSetupArguments(const QStringList &arguments)
{
    struct Way
    {
        const char *name;
        const char *options;
    };
    constexpr Way ways[] = {
        {"smartconfig", "ssid bssid ip server-ip layout target announce-port tcp-port timeout json "
                        "dry-run data-dir"},
        {"ap", "ssid host tcp-port server-ip timeout json data-dir"},
        {"check-dns", "resolver json data-dir"},
    };
    QCommandLineParser parser;
    for (const char *name :
         {"ssid", "bssid", "ip", "server-ip", "layout", "target", "announce-port", "tcp-port",
          "timeout", "host", "resolver", "data-dir"})
        parser.addOption(
            QCommandLineOption(QString::fromLatin1(name), QString(), QString::fromLatin1(name)));
    for (const char *name : {"json", "dry-run"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(name)));
    parser.addOption(QCommandLineOption(QStringList{QStringLiteral("h"), QStringLiteral("help")}));
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        return CliNotice{QString::fromUtf8(kHelp), ExitCode::Done};
    const QStringList operands = parser.positionalArguments().mid(1);
    const Way *way = nullptr;
    for (const Way &each : ways) {
        if (operands.value(0) == QLatin1StringView(each.name))
            way = &each;
    }
    // The password itself might stand there by mistake: it is not repeated.
    if (!way || operands.size() != 1)
        return usage(QStringLiteral("setup takes smartconfig, ap or check-dns, and options."));
    const QStringList allowed = QString::fromLatin1(way->options).split(u' ');
    const QStringList given = parser.optionNames();
    for (const QString &option : given) {
        if (!allowed.contains(option))
            return usage(
                QStringLiteral("setup %1 does not take --%2.").arg(operands.first(), option));
    }
    SetupCommand command;
    if (operands.first() == u"check-dns")
        command.kind = SetupCommand::Kind::CheckDns;
    else if (!parser.isSet(QStringLiteral("ssid")))
        return usage(QStringLiteral("Say which network: --ssid."));
    command.request.way = operands.first() == u"ap" ? SetupWay::AccessPoint : SetupWay::SmartConfig;
    const QString mistake = takeValues(parser, command);
    if (!mistake.isEmpty())
        return usage(mistake);
    command.json = parser.isSet(QStringLiteral("json"));
    command.dryRun = parser.isSet(QStringLiteral("dry-run"));
    command.dataDir = absoluteDataDir(parser.value(QStringLiteral("data-dir")));
    return command;
}

} // namespace outlet
