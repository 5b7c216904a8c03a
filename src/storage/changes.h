// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QVariant>
#include <optional>

#include "outlets/outlet_record.h"
#include "storage/stored_state.h"

namespace outlet {

/// Writes that wait for the disk. The latest word about an outlet or a setting replaces an earlier
/// one, so the queue is bounded by the number of outlets and settings. Not thread-safe.
class Changes
{
public:
    void save(const OutletRecord &record) { m_outlets.insert(record.id, record); }
    void remove(const QString &id) { m_outlets.insert(id, std::nullopt); }
    /// An invalid value removes the setting.
    void saveSetting(const QString &key, const QVariant &value) { m_settings.insert(key, value); }

    /// Puts back what could not be written: where both know a key, what is here now is newer.
    void putBack(const Changes &older);
    /// Everything of \a state as changes, to write a file anew.
    [[nodiscard]] static Changes all(const StoredState &state);
    /// Changes \a state as the file is changed by writing this.
    void applyTo(StoredState &state) const;

    [[nodiscard]] bool isEmpty() const { return m_outlets.isEmpty() && m_settings.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_outlets.size() + m_settings.size(); }
    /// id -> record to write; empty = to remove.
    [[nodiscard]] const QHash<QString, std::optional<OutletRecord>> &outlets() const
    {
        return m_outlets;
    }
    /// key -> value to write; invalid = to remove.
    [[nodiscard]] const QHash<QString, QVariant> &settings() const { return m_settings; }

private:
    QHash<QString, std::optional<OutletRecord>> m_outlets;
    QHash<QString, QVariant> m_settings;
};

/// Sorts by the user's order, then by id, so that it is the same every time.
void sortOutlets(QList<OutletRecord> &outlets);

} // namespace outlet
