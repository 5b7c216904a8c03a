// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QString>

#include "base/clock.h"
#include "base/rate_limiter.h"
#include "base/result.h"
#include "outlets/outlet.h"

namespace outlet {

class OutletStore;

/// Why a text named no single outlet.
enum class LookupError { NoSuchOutlet, Ambiguous };

/// All outlets, known, new and ignored, in the user's order; it owns them and the persistent part
/// of their identity. Every change of a known or ignored outlet's record goes to the store at once.
/// Main thread.
class OutletRegistry : public QObject
{
    Q_OBJECT
public:
    /// At most this many outlets wait for a decision; then the one unseen for longest makes room.
    static constexpr int kMaxNewOutlets = 256;

    /// \a store may be null (nothing is remembered); both must outlive the registry.
    OutletRegistry(Clock &clock, OutletStore *store, QObject *parent = nullptr);

    /// Fills the registry with what the store remembered. Once, before the server starts.
    void restore(const QList<OutletRecord> &records);

    /// New outlets become known the moment they appear.
    void setAcceptNew(bool accept) { m_acceptNew = accept; }

    /// In the user's order; new ones last, in order of appearance.
    [[nodiscard]] const QList<Outlet *> &outlets() const { return m_outlets; }
    /// The outlet with exactly this id; nullptr when there is none.
    [[nodiscard]] Outlet *find(const QString &id) const { return m_byId.value(id); }
    /// Finds by id, by an unambiguous beginning of an id, or by name (letter case does not matter).
    /// An exact id wins over a name, an exact name over a beginning.
    [[nodiscard]] Result<Outlet *, LookupError> lookUp(const QString &text) const;

    /// The outlet with this id, made as a new one if need be. For the server, at login.
    Outlet *findOrAdd(const QString &id);

    /// The user's decisions. allow() keeps an outlet's earlier name.
    void allow(Outlet *outlet);
    void ignore(Outlet *outlet);
    /// Takes a decision back: the outlet is new again, and what is remembered of it is removed.
    void reconsider(Outlet *outlet);
    /// Removes the outlet and what is remembered of it; when it logs in again it is new.
    void forget(Outlet *outlet);
    /// Changes what the user chose, the countdown included. The id, the decision, the order and
    /// what the outlet said of itself stay as they are.
    void update(Outlet *outlet, const OutletRecord &record);
    /// Moves an outlet to \a index of outlets(); the index is clamped.
    void move(Outlet *outlet, int index);
    /// Writes what the outlets said of themselves (last seen, address, firmware); cheap to repeat.
    void saveSeen();

Q_SIGNALS:
    void outletAdded(outlet::Outlet *outlet, int index);
    /// The object is still whole; it is deleted after this signal.
    void outletAboutToBeRemoved(outlet::Outlet *outlet, int index);
    void outletRemoved(const QString &id);
    void outletMoved(int from, int to);
    void decisionChanged(outlet::Outlet *outlet);
    /// A new outlet appeared and waits for a decision.
    void newOutletAppeared(outlet::Outlet *outlet);

private:
    Outlet *add(const OutletRecord &record);
    void decide(Outlet *outlet, Decision decision);
    void removeAt(int index);
    void makeRoomForNew();
    void moveBeforeNewOnes(Outlet *outlet);
    void save(const Outlet *outlet);
    void renumber();

    Clock &m_clock;
    OutletStore *m_store;
    QList<Outlet *> m_outlets;
    QHash<QString, Outlet *> m_byId;
    QHash<QString, qint64> m_savedLastSeenUtcMs;
    RateLimiter m_logLimit;
    bool m_acceptNew = false;
};

} // namespace outlet
