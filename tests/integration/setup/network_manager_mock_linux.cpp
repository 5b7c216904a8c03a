// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "network_manager_mock_linux.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>
#include <QtDBus/QDBusConnectionInterface>
#include <QtDBus/QDBusMessage>
#include <QtTest/QTest>

namespace outlet::test {

using namespace Qt::StringLiterals;

namespace {

const QString kMock = u"org.freedesktop.DBus.Mock"_s;
const QString kBus = u"outlet-test"_s;

} // namespace

const QString NetworkManagerMock::kName = u"org.freedesktop.NetworkManager"_s;
const QString NetworkManagerMock::kRoot = u"/org/freedesktop/NetworkManager"_s;

bool NetworkManagerMock::isInstalled()
{
    return !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty() &&
           QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import dbusmock"_s}) == 0;
}

NetworkManagerMock::~NetworkManagerMock()
{
    stopManager();
    stopBus();
}

bool NetworkManagerMock::startBus()
{
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                                      u"--address=unix:path=%1/bus"_s.arg(m_folder.path())});
    if (!m_folder.isValid() || !m_daemon.waitForReadyRead())
        return false;
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    return QDBusConnection::connectToBus(m_address, kBus).isConnected();
}

void NetworkManagerMock::stopBus()
{
    if (m_daemon.state() == QProcess::NotRunning)
        return;
    QDBusConnection::disconnectFromBus(kBus);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

QDBusConnection NetworkManagerMock::bus() const
{
    return QDBusConnection(kBus);
}

bool NetworkManagerMock::startManager()
{
    QFile::remove(m_folder.filePath(u"log"_s));
    m_manager = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DBUS_SYSTEM_BUS_ADDRESS"_s, m_address);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, m_address);
    m_manager->setProcessEnvironment(environment);
    m_manager->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_manager->start(u"/usr/bin/python3"_s,
                     {u"-m"_s, u"dbusmock"_s, u"--system"_s, u"-l"_s, m_folder.filePath(u"log"_s),
                      u"-t"_s, u"networkmanager"_s});
    return QTest::qWaitFor(
        [this] {
            // The name is taken before the objects are made.
            return bus()
                       .call(QDBusMessage::createMethodCall(
                           kName, kRoot, u"org.freedesktop.DBus.Introspectable"_s, u"Introspect"_s))
                       .type() == QDBusMessage::ReplyMessage;
        },
        20'000);
}

void NetworkManagerMock::stopManager()
{
    if (!m_manager)
        return;
    m_manager->kill();
    m_manager->waitForFinished();
    m_manager.reset();
    (void)QTest::qWaitFor([this] { return !bus().interface()->isServiceRegistered(kName); });
}

QVariant NetworkManagerMock::ask(const QString &path, const QString &method,
                                 const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(kName, path, kMock, method);
    message.setArguments(arguments);
    const QDBusMessage answer = bus().call(message);
    if (answer.type() == QDBusMessage::ErrorMessage)
        qFatal("%s: %s", qPrintable(method), qPrintable(answer.errorMessage()));
    return answer.arguments().value(0);
}

QString NetworkManagerMock::addAdapter(int state)
{
    return ask(kRoot, u"AddWiFiDevice"_s, {u"mock0"_s, u"wlan0"_s, state}).toString();
}

QString NetworkManagerMock::addPoint(const QString &name, const QString &ssid, uint megahertz,
                                     int percent, uint security)
{
    return ask(kRoot, u"AddAccessPoint"_s,
               {adapter, name, ssid, u"AA:BB:CC:11:22:33"_s, 2U, megahertz, 54000U,
                QVariant::fromValue(static_cast<uchar>(percent)), security})
        .toString();
}

void NetworkManagerMock::set(const QString &path, const QString &interface,
                             const QVariantMap &values)
{
    ask(path, u"UpdateProperties"_s, {interface, values});
}

void NetworkManagerMock::learnVolatile()
{
    ask(kRoot, u"AddMethod"_s,
        {kName, u"AddAndActivateConnection2"_s, u"a{sa{sv}}ooa{sv}"_s, u"ooa{sv}"_s,
         u"ret = self.add_and_activate_connection(self, args[0], args[1], args[2]) + ({},)"_s});
}

void NetworkManagerMock::settle()
{
    constexpr int kDeep = 4; // questions that follow from each other's answers
    for (int i = 0; i < kDeep; ++i) {
        ask(kRoot, u"GetCalls"_s, {});
        QCoreApplication::processEvents();
    }
}

QString NetworkManagerMock::log() const
{
    QFile file(m_folder.filePath(u"log"_s));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace outlet::test
