// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "base/logging.h"

namespace outlet {

Q_LOGGING_CATEGORY(lcServer, "outlet.server", QtInfoMsg)
Q_LOGGING_CATEGORY(lcOutlets, "outlet.outlets", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "outlet.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHistory, "outlet.history", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSimulator, "outlet.simulator", QtInfoMsg)
Q_LOGGING_CATEGORY(lcControl, "outlet.control", QtInfoMsg)
Q_LOGGING_CATEGORY(lcApp, "outlet.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcDesktop, "outlet.desktop", QtInfoMsg)

QString escapedForLog(QStringView text, qsizetype maxChars)
{
    constexpr QLatin1StringView ellipsis("...");
    QString escaped;
    qsizetype roomForEllipsis = 0; // what may stay when not everything fits
    for (const QChar c : text) {
        QString piece;
        if (c == u'\\' || c == u'"')
            piece = QString(u'\\') + c;
        else if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
            piece = c;
        else
            piece = QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        if (escaped.size() + piece.size() > maxChars) {
            escaped.truncate(roomForEllipsis);
            return QString(escaped + ellipsis).left(maxChars);
        }
        escaped += piece;
        if (escaped.size() + ellipsis.size() <= maxChars)
            roomForEllipsis = escaped.size();
    }
    return escaped;
}

} // namespace outlet
