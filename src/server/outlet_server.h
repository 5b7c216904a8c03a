// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <memory>

#include "base/clock.h"
#include "base/result.h"
#include "server/server_options.h"

namespace outlet {

class FrameTap;
class OutletRegistry;

/// Why the server could not listen.
struct ListenError
{
    enum class Kind { PortInUse, PermissionDenied, AddressNotAvailable, Other };
    Kind kind = Kind::Other;
    QHostAddress address;
    quint16 port = 0;
    QString systemText; ///< the system's own words, for details only
};

/// The server that outlets connect to: ws://ADDRESS:PORT/gnws. It admits sockets, makes a link of
/// each, joins links with the registry's outlets, and is the only writer of what hardware said.
/// Main thread; never waits.
class OutletServer : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the server.
    OutletServer(OutletRegistry &registry, Clock &clock, ServerOptions options,
                 QObject *parent = nullptr);
    ~OutletServer() override;

    /// Starts listening; the value is the port, the error says what to tell the user. Known outlets
    /// become "connecting" and have expectedGrace to come back. All addresses or none.
    Result<quint16, ListenError> listen();
    /// Closes every link (1001, going away) and the listener. Outlets become offline.
    void close();

    [[nodiscard]] bool isListening() const;
    [[nodiscard]] quint16 port() const;                  ///< 0 when not listening
    [[nodiscard]] QList<QHostAddress> addresses() const; ///< as bound
    [[nodiscard]] int linkCount() const;                 ///< sockets that have logged in
    /// The last messages of the outlets; lives as long as the server.
    [[nodiscard]] FrameTap &frames();
    [[nodiscard]] const ServerOptions &options() const;
    /// Replaces the options; listening sockets are not touched until the next listen().
    void setOptions(const ServerOptions &options);

Q_SIGNALS:
    void listeningChanged(bool listening);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
