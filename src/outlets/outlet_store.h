// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include "outlets/outlet_record.h"

namespace outlet {

/// Where the registry remembers outlets. Calls return at once: the write happens elsewhere, within
/// one second, in the order of the calls. Called on the main thread.
class OutletStore
{
public:
    OutletStore() = default;
    virtual ~OutletStore() = default;
    Q_DISABLE_COPY_MOVE(OutletStore)

    /// Writes the whole record; replaces an earlier one of the same id.
    virtual void save(const OutletRecord &record) = 0;
    /// Forgets the record with this id.
    virtual void remove(const QString &id) = 0;
};

} // namespace outlet
