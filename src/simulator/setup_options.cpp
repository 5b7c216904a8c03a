// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "simulator/setup_options.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>

namespace outlet {

namespace {

const QString kSetup = QStringLiteral("setup");
const QString kFirmware = QStringLiteral("setup-firmware");
const QString kFault = QStringLiteral("setup-fault");
const QString kAddress = QStringLiteral("setup-address");
const QString kUdpPort = QStringLiteral("setup-udp-port");
const QString kTcpPort = QStringLiteral("setup-tcp-port");
const QString kAnnouncePort = QStringLiteral("setup-announce-port");
const QString kServerPort = QStringLiteral("setup-server-port");
const QString kSsid = QStringLiteral("setup-ssid");
const QString kPasswordFile = QStringLiteral("setup-password-file");

std::optional<SetupFirmware> firmwareFromName(const QString &name)
{
    if (name == u"1.89")
        return SetupFirmware::Plain189;
    if (name == u"2.123")
        return SetupFirmware::Info2123;
    if (name == u"bare")
        return SetupFirmware::Bare;
    if (name == u"gen2")
        return SetupFirmware::Generation2;
    return std::nullopt;
}

QString wrongValue(const QString &option, const QString &takes, const QString &value)
{
    return QStringLiteral("--%1 is %2, not \"%3\".").arg(option, takes, value);
}

} // namespace

void declareSetupOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {kSetup,
         QStringLiteral(
             "One outlet that must be set up first: smartconfig (reads the lengths of "
             "datagrams, announces itself) or ap (waits on TCP). It then connects to the "
             "address that it is told."),
         QStringLiteral("WAY")},
        {kFirmware, QStringLiteral("How it answers: 1.89, 2.123, bare or gen2."),
         QStringLiteral("FIRMWARE"), QStringLiteral("1.89")},
        {kFault,
         QStringLiteral("What goes wrong: %1.").arg(setupFaultNames().join(QStringLiteral(", "))),
         QStringLiteral("FAULT"), QStringLiteral("none")},
        {kAddress, QStringLiteral("Where it listens."), QStringLiteral("ADDRESS"),
         QStringLiteral("127.0.0.1")},
        {kUdpPort, QStringLiteral("Where it hears datagrams; 0: any free port."),
         QStringLiteral("PORT"), QStringLiteral("7001")},
        {kTcpPort, QStringLiteral("Where it takes its settings; 0: any free port."),
         QStringLiteral("PORT"), QStringLiteral("41234")},
        {kAnnouncePort, QStringLiteral("Where it announces itself."), QStringLiteral("PORT"),
         QStringLiteral("18266")},
        {kServerPort, QStringLiteral("Where it connects on the address that it is told."),
         QStringLiteral("PORT"), QStringLiteral("17273")},
        {kSsid, QStringLiteral("The only network that it can join."), QStringLiteral("NAME")},
        {kPasswordFile, QStringLiteral("A file whose first line is that network's password."),
         QStringLiteral("FILE")},
    });
}

bool asksForSetup(const QCommandLineParser &parser)
{
    return parser.isSet(kSetup);
}

Result<SimulatedSetupOptions, QString> readSetupOptions(const QCommandLineParser &parser)
{
    SimulatedSetupOptions options;
    SimulatedSetupSpec &spec = options.spec;
    const QString way = parser.value(kSetup);
    if (way == u"ap")
        spec.mode = SetupMode::AccessPoint;
    else if (way != u"smartconfig")
        return wrongValue(kSetup, QStringLiteral("smartconfig or ap"), way);
    const auto firmware = firmwareFromName(parser.value(kFirmware));
    if (!firmware)
        return wrongValue(kFirmware, QStringLiteral("1.89, 2.123, bare or gen2"),
                          parser.value(kFirmware));
    spec.firmware = *firmware;
    const auto fault = setupFaultFromName(parser.value(kFault));
    if (!fault)
        return wrongValue(kFault, QStringLiteral("one of ") + setupFaultNames().join(u' '),
                          parser.value(kFault));
    spec.fault = *fault;
    spec.address = QHostAddress(parser.value(kAddress));
    if (spec.address.protocol() != QAbstractSocket::IPv4Protocol)
        return wrongValue(kAddress, QStringLiteral("an IPv4 address"), parser.value(kAddress));
    const std::pair<QString, quint16 *> ports[] = {{kUdpPort, &spec.datagramPort},
                                                   {kTcpPort, &spec.tcpPort},
                                                   {kAnnouncePort, &spec.announcePort},
                                                   {kServerPort, &options.serverPort}};
    for (const auto &[name, port] : ports) {
        bool ok = false;
        *port = parser.value(name).toUShort(&ok);
        if (!ok)
            return wrongValue(name, QStringLiteral("a port"), parser.value(name));
    }
    spec.ssid = parser.value(kSsid).toUtf8();
    if (parser.isSet(kPasswordFile)) {
        QFile file(parser.value(kPasswordFile));
        if (!file.open(QIODevice::ReadOnly))
            return QStringLiteral("%1 can't be read: %2.").arg(file.fileName(), file.errorString());
        constexpr qint64 most = 256;
        spec.password = file.readLine(most);
        while (spec.password.endsWith('\n') || spec.password.endsWith('\r'))
            spec.password.chop(1);
    }
    return options;
}

} // namespace outlet
