// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace outlet {

/// What an outlet's session needs of a link: the narrow seam between what the server decides and
/// how bytes travel.
class LinkEnd
{
public:
    LinkEnd() = default;
    virtual ~LinkEnd() = default;
    Q_DISABLE_COPY_MOVE(LinkEnd)

    /// Sends one message, in the framing of the outlet's last valid frame (protocol.md section 2).
    /// The link may turn out to be gone meanwhile: then its session is told before this returns.
    virtual void send(const QByteArray &json) = 0;
    /// Closes the link with a WebSocket close code. Its session is told before this returns.
    virtual void close(quint16 closeCode) = 0;
    /// The outlet's address, as text.
    [[nodiscard]] virtual const QString &peerAddress() const = 0;
    /// True when its last valid frame was an AES one.
    [[nodiscard]] virtual bool isEncrypted() const = 0;
};

} // namespace outlet
