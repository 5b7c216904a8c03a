// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QStringList>
#include <optional>

#include "history/link_history.h"
#include "server/frame_tap.h"
#include "setup/dns_check.h"

namespace outlet {

class Outlet;

/// What a report says of the program itself. What is not known is empty.
struct ProgramFacts
{
    QString program; ///< "outlet" or "outletd"
    int databaseVersion = 0;
    bool isDemo = false;
    bool isListening = false;
    quint16 port = 0;
    QStringList addresses; ///< at which outlets can reach it
    QString serverProblem; ///< why it does not listen
    qint64 listeningSinceUtcMs = 0;
    QString dataFolder;
    QString dataProblem;
    std::optional<qint64> fileBytes;
    std::optional<qint64> freeBytes;
    QList<DnsCheck::Entry> dns;
};

/// What a report says of one outlet.
struct OutletFacts
{
    const Outlet *outlet = nullptr;
    const FrameRing *frames = nullptr; ///< nullptr = it has not logged in
    qsizetype mostFrames = 0;
    LinkAnswer link; ///< of the last day
};

/// Everything about the program and these outlets that helps to find a fault, as JSON, and nothing
/// personal: no account, password or token, no name of an outlet, a room or a Wi-Fi network; ids
/// and hardware addresses are shortened, and so are addresses outside of the home; the user's
/// folder is "~".
[[nodiscard]] QJsonObject diagnosticReport(const ProgramFacts &program,
                                           const QList<OutletFacts> &outlets, qint64 nowUtcMs);

/// The report as text for people, in the order in which one reads it.
[[nodiscard]] QString diagnosticText(const QJsonObject &report);

/// "outlet-report-2025-11-18.txt"
[[nodiscard]] QString diagnosticFileName(qint64 nowUtcMs);

/// What may be told of an address: all of one in the home, else its beginning.
[[nodiscard]] QString addressForReport(const QString &address);

} // namespace outlet
