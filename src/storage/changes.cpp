// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/changes.h"

#include <algorithm>
#include <tuple>

namespace outlet {

void Changes::putBack(const Changes &older)
{
    for (auto it = older.m_outlets.cbegin(); it != older.m_outlets.cend(); ++it) {
        if (!m_outlets.contains(it.key()))
            m_outlets.insert(it.key(), it.value());
    }
    for (auto it = older.m_settings.cbegin(); it != older.m_settings.cend(); ++it) {
        if (!m_settings.contains(it.key()))
            m_settings.insert(it.key(), it.value());
    }
}

Changes Changes::all(const StoredState &state)
{
    Changes changes;
    for (const OutletRecord &record : state.outlets)
        changes.save(record);
    changes.m_settings = state.settings;
    return changes;
}

void Changes::applyTo(StoredState &state) const
{
    state.outlets.removeIf(
        [this](const OutletRecord &record) { return m_outlets.contains(record.id); });
    for (const auto &record : m_outlets) {
        if (record)
            state.outlets.append(*record);
    }
    sortOutlets(state.outlets);
    for (auto it = m_settings.cbegin(); it != m_settings.cend(); ++it) {
        if (it.value().isValid())
            state.settings.insert(it.key(), it.value());
        else
            state.settings.remove(it.key());
    }
}

void sortOutlets(QList<OutletRecord> &outlets)
{
    std::sort(outlets.begin(), outlets.end(), [](const OutletRecord &a, const OutletRecord &b) {
        return std::tie(a.position, a.id) < std::tie(b.position, b.id);
    });
}

} // namespace outlet
