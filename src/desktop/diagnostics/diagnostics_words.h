// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QVariantList>

#include "outlets/link_state.h"

namespace outlet {

/// What the Diagnostics page says. Functions without state.
class DiagnosticsWords
{
    Q_DECLARE_TR_FUNCTIONS(outlet::DiagnosticsWords)
public:
    /// {label, count} of every kind of message that is ignored, also of those that were not seen.
    [[nodiscard]] static QVariantList counters(const QHash<QString, quint64> &counts);
    /// Why a link changed, as a sentence: "It logged in."
    [[nodiscard]] static QString reason(LinkReason reason);
    /// {time, state, reason} of each change, the newest first.
    [[nodiscard]] static QVariantList changes(const QList<LinkChange> &changes, qint64 nowUtcMs);
};

} // namespace outlet
