// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/diagnostics/diagnostics_words.h"

#include <QtCore/QDateTime>

#include "desktop/charts/time_ticks.h"
#include "desktop/format.h"

namespace outlet {

QVariantList DiagnosticsWords::counters(const QHash<QString, quint64> &counts)
{
    // What the server tells apart and people need not.
    quint64 unknown = 0;
    quint64 range = 0;
    quint64 field = 0;
    quint64 unreadable = 0;
    quint64 early = 0;
    quint64 large = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const QString &kind = it.key();
        quint64 &sum = kind == u"unknown-uri" || kind == u"no-uri" ? unknown
                       : kind == u"spike"                          ? range
                       : kind == u"bad-field"                      ? field
                       : kind == u"before-login"                   ? early
                       : kind == u"too-large"                      ? large
                                                                   : unreadable;
        sum += it.value();
    }
    const auto row = [](const QString &label, quint64 count) {
        return QVariantMap{{QStringLiteral("label"), label},
                           {QStringLiteral("count"), Format::number(double(count), 0)}};
    };
    return {row(tr("Unknown message"), unknown),      row(tr("Value out of range"), range),
            row(tr("Wrong or missing field"), field), row(tr("Not readable"), unreadable),
            row(tr("Before login"), early),           row(tr("Too large"), large)};
}

QString DiagnosticsWords::reason(LinkReason reason)
{
    switch (reason) {
    case LinkReason::NotTold:
        return {};
    case LinkReason::Expected:
        return tr("Outlet began to listen and waits for it.");
    case LinkReason::LoggedIn:
        return tr("It logged in.");
    case LinkReason::LoggedInAnew:
        return tr("It logged in again, on another connection.");
    case LinkReason::Heard:
        return tr("It answers again.");
    case LinkReason::NoAnswer:
        return tr("It does not answer.");
    case LinkReason::Closed:
        return tr("Its connection ended.");
    case LinkReason::NotBack:
        return tr("Its connection ended and it has not come back.");
    case LinkReason::GivenUp:
        return tr("It did not answer for so long that its connection was closed.");
    case LinkReason::NeverCame:
        return tr("It has not connected since Outlet began to listen.");
    case LinkReason::ServerStopped:
        return tr("The server stopped.");
    }
    Q_UNREACHABLE();
}

QVariantList DiagnosticsWords::changes(const QList<LinkChange> &changes, qint64 nowUtcMs)
{
    const auto stateText = [](LinkState state) {
        switch (state) {
        case LinkState::Connecting:
            return tr("Waiting");
        case LinkState::Online:
            return tr("Online");
        case LinkState::Silent:
            return tr("Silent");
        case LinkState::Offline:
            return tr("Offline");
        }
        Q_UNREACHABLE();
    };
    QVariantList rows;
    for (auto it = changes.crbegin(); it != changes.crend(); ++it) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(it->utcMs);
        const QString clock = TimeTicks::clock(at.time());
        const bool isToday = at.date() == QDateTime::fromMSecsSinceEpoch(nowUtcMs).date();
        rows.append(QVariantMap{
            {QStringLiteral("time"),
             isToday ? clock : tr("%1, %2").arg(Format::day(it->utcMs, nowUtcMs), clock)},
            {QStringLiteral("state"), stateText(it->state)},
            {QStringLiteral("reason"), reason(it->reason)}});
    }
    return rows;
}

} // namespace outlet
