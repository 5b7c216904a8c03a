// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QUrl>
#include <memory>

#include "base/clock.h"
#include "outlets/outlet_record.h"
#include "outlets/outlet_store.h"

namespace outlet {

class Simulation;

/// Simulated outlets inside the program itself: they connect to its server over real sockets.
/// Main thread.
class Demo : public QObject
{
    Q_OBJECT
public:
    /// \a clock must outlive this.
    explicit Demo(Clock &clock, QObject *parent = nullptr);
    ~Demo() override;

    /// The eight outlets as the user would have set them up: allowed, with name, room, icon, model
    /// and limits.
    [[nodiscard]] static QList<OutletRecord> records(const Clock &clock);
    /// Whether this is the id of one of the simulated outlets.
    [[nodiscard]] static bool isSimulatedId(const QString &id);

    /// Plugs the outlets in: they connect to ws://HOST/gnws with HOST as "127.0.0.1:17273", and to
    /// another place when this is called again. \a withNewOne adds one that nobody has allowed yet.
    void plugIn(const QString &host, bool withNewOne);
    /// Pulls them out.
    void pullOut();
    [[nodiscard]] bool isPluggedIn() const { return m_simulation != nullptr; }

private:
    Clock &m_clock;
    QString m_host;
    std::unique_ptr<Simulation> m_simulation;
};

/// A store that remembers everything but the simulated outlets: those are gone after a restart.
class StoreWithoutSimulated : public OutletStore
{
public:
    /// \a store must outlive this.
    explicit StoreWithoutSimulated(OutletStore &store)
        : m_store(store)
    {
    }
    void save(const OutletRecord &record) override;
    void remove(const QString &id) override;

private:
    OutletStore &m_store;
};

} // namespace outlet
