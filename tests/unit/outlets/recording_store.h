// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringList>

#include "outlets/outlet_store.h"

namespace outlet::test {

/// A store that keeps what it was given, in order.
class RecordingStore : public OutletStore
{
public:
    void save(const OutletRecord &record) override
    {
        saved << record;
        calls << QStringLiteral("save ") + record.id;
    }
    void remove(const QString &id) override { calls << QStringLiteral("remove ") + id; }

    QList<OutletRecord> saved;
    QStringList calls;
};

} // namespace outlet::test
