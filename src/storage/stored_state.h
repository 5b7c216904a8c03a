// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QMetaType>
#include <QtCore/QVariant>

#include "outlets/outlet_record.h"

namespace outlet {

/// What the file held when it was opened.
struct StoredState
{
    QList<OutletRecord> outlets;       ///< in the user's order
    QHash<QString, QVariant> settings; ///< key -> value (QString, qint64, double or bool)
};

} // namespace outlet

Q_DECLARE_METATYPE(outlet::StoredState)
