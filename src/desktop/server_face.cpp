// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/server_face.h"

#include <QtCore/QPointer>
#include <QtCore/QSysInfo>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlEngine>
#include <algorithm>

#include "base/version.h"
#include "desktop/engine.h"
#include "desktop/format.h"
#include "setup/dns_snippets.h"

namespace outlet {

namespace {

constexpr int kLowestPort = 1024;
constexpr int kHighestPort = 65535;
constexpr std::chrono::milliseconds kRetryTick{1000};

QPointer<ServerFace> current;

QString kindName(ListenError::Kind kind)
{
    switch (kind) {
    case ListenError::Kind::PortInUse:
        return QStringLiteral("port in use");
    case ListenError::Kind::PermissionDenied:
        return QStringLiteral("permission denied");
    case ListenError::Kind::AddressNotAvailable:
        return QStringLiteral("address not available");
    case ListenError::Kind::Other:
        break;
    }
    return QStringLiteral("other");
}

} // namespace

ServerFace::ServerFace(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_addressWatch(engine)
    , m_tick(engine.clock(), [this] { update(); })
{
    current = this;
    connect(&m_addressWatch, &AddressWatch::textChanged, this,
            &ServerFace::changedAddressTextChanged);
    connect(&engine, &Engine::serverStateChanged, this, [this] {
        Q_EMIT stateChanged();
        update();
    });
    connect(&engine, &Engine::ready, this, [this] {
        Q_EMIT stateChanged();
        Q_EMIT bindAddressesChanged();
        update();
    });
    update();
}

ServerFace::~ServerFace() = default;

ServerFace *ServerFace::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(current, QQmlEngine::CppOwnership);
    return current;
}

void ServerFace::update()
{
    Q_EMIT retryTextChanged();
    if (state() == Ui::ServerStopped && m_engine.secondsToRetry() > 0)
        m_tick.start(kRetryTick);
    else
        m_tick.stop();
}

Ui::ServerState ServerFace::state() const
{
    if (m_engine.isListening())
        return Ui::ServerListening;
    return m_engine.listenError() ? Ui::ServerStopped : Ui::ServerStarting;
}

int ServerFace::port() const
{
    return m_engine.port();
}

int ServerFace::defaultPort() const
{
    return kDefaultPort;
}

QStringList ServerFace::addresses() const
{
    return m_engine.reachableAddresses();
}

QString ServerFace::primaryAddress() const
{
    return addresses().value(0);
}

QString ServerFace::runningText() const
{
    if (state() != Ui::ServerListening)
        return {};
    if (primaryAddress().isEmpty())
        return tr("Server is running on port %1 and listening for outlets").arg(port());
    return tr("Server is running on %1, port %2, and listening for outlets")
        .arg(primaryAddress())
        .arg(port());
}

QString ServerFace::sinceText() const
{
    const qint64 since = m_engine.listeningSinceUtcMs();
    if (state() != Ui::ServerListening || since == 0)
        return {};
    return tr("Running since %1").arg(Format::pointInTime(since, m_engine.clock().utcMs()).text);
}

QString ServerFace::errorText() const
{
    const auto error = m_engine.listenError();
    if (!error)
        return {};
    switch (error->kind) {
    case ListenError::Kind::PortInUse:
        return tr("Port %1 is in use by another program.").arg(error->port);
    case ListenError::Kind::PermissionDenied:
        return tr("The system does not let Outlet use port %1.").arg(error->port);
    case ListenError::Kind::AddressNotAvailable:
        return tr("This computer does not have the address %1 now.").arg(error->address.toString());
    case ListenError::Kind::Other:
        break;
    }
    return tr("Port %1 can’t be opened.").arg(error->port);
}

QString ServerFace::errorHelp() const
{
    if (!m_engine.listenError())
        return {};
    return tr("Your outlets keep their current on or off state, and their buttons still work. "
              "Until the server runs, they can’t be switched from here.");
}

QString ServerFace::holderText() const
{
    const QString holder = m_engine.portHolder();
    return m_engine.listenError() && !holder.isEmpty() ? tr("Used by %1").arg(holder) : QString();
}

QString ServerFace::retryText() const
{
    const int seconds = m_engine.secondsToRetry();
    if (state() != Ui::ServerStopped)
        return {};
    return seconds > 0 ? tr("Trying again in %1 s").arg(seconds) : tr("Trying again…");
}

QString ServerFace::details() const
{
    QStringList lines{QStringLiteral("Outlet " OUTLET_VERSION ", Qt %1, %2")
                          .arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()),
                      QStringLiteral("Port %1, %2")
                          .arg(port())
                          .arg(m_engine.isListening() ? QStringLiteral("listening")
                                                      : QStringLiteral("not listening"))};
    if (const auto error = m_engine.listenError()) {
        lines += QStringLiteral("Error: %1, address %2, port %3")
                     .arg(kindName(error->kind), error->address.toString())
                     .arg(error->port);
        lines += QStringLiteral("System: %1").arg(error->systemText);
        lines += QStringLiteral("Port held by: %1")
                     .arg(m_engine.portHolder().isEmpty() ? QStringLiteral("unknown")
                                                          : m_engine.portHolder());
    }
    return lines.join(u'\n');
}

QStringList ServerFace::dnsNames() const
{
    return DnsSnippets::names();
}

QVariantList ServerFace::bindAddresses() const
{
    const QStringList chosen = m_engine.setting(QStringLiteral("bindAddresses")).toStringList();
    QVariantList list;
    for (const LocalAddress &local : m_engine.localAddresses())
        list += QVariantMap{
            {QStringLiteral("address"), local.address},
            {QStringLiteral("label"), local.label},
            {QStringLiteral("selected"), chosen.isEmpty() || chosen.contains(local.address)}};
    return list;
}

QString ServerFace::selectAddress(const QString &address, bool selected)
{
    QStringList all;
    for (const LocalAddress &local : m_engine.localAddresses())
        all += local.address;
    QStringList chosen = m_engine.setting(QStringLiteral("bindAddresses")).toStringList();
    if (chosen.isEmpty())
        chosen = all;
    chosen.removeAll(address);
    if (selected)
        chosen += address;
    if (chosen.isEmpty())
        return tr("Keep at least one address.");
    // All of them is remembered as "all", which holds for the addresses of tomorrow, too.
    const bool every = std::all_of(all.begin(), all.end(),
                                   [&chosen](const QString &a) { return chosen.contains(a); });
    m_engine.setSetting(QStringLiteral("bindAddresses"), every ? QStringList() : chosen);
    Q_EMIT bindAddressesChanged();
    return {};
}

QVariantList ServerFace::snippetKinds() const
{
    QVariantList list;
    for (const DnsSnippets::Kind &kind : DnsSnippets::kinds())
        list +=
            QVariantMap{{QStringLiteral("key"), kind.key}, {QStringLiteral("label"), kind.label}};
    return list;
}

void ServerFace::retry()
{
    m_engine.retryListen();
}

QString ServerFace::portError(const QString &text) const
{
    bool isNumber = false;
    const int port = text.trimmed().toInt(&isNumber);
    if (isNumber && port >= kLowestPort && port <= kHighestPort)
        return {};
    return tr("A port is a number from %1 to %2.").arg(kLowestPort).arg(kHighestPort);
}

void ServerFace::setPort(int port)
{
    if (port >= kLowestPort && port <= kHighestPort)
        m_engine.setPort(static_cast<quint16>(port));
}

void ServerFace::copyDetails()
{
    QGuiApplication::clipboard()->setText(details());
}

void ServerFace::dismissChangedAddress()
{
    m_addressWatch.dismiss();
}

QString ServerFace::snippet(const QString &kind, const QString &address) const
{
    return DnsSnippets::lines(kind, address.isEmpty() ? primaryAddress() : address);
}

} // namespace outlet
