// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <functional>

#include "base/clock.h"
#include "history/history_problem.h"
#include "outlets/outlet_record.h"

namespace outlet {

class History;
class OutletRegistry;

/// Puts an outlet in the place of a dead one: moves the history, and with it what the user chose,
/// and takes that back as long as the program runs. Main thread. What it is given must outlive it,
/// and the history must be closed before it goes.
class ReplaceService : public QObject
{
    Q_OBJECT
public:
    struct Wish
    {
        QString from; ///< ids; the old one need not be the user's (any more)
        QString to;
        /// They exchange name, room, icon and the like.
        bool swapsChoices = false;
        bool forgetsOld = false;
    };
    /// A replacement that can be taken back.
    struct Replacement
    {
        qint64 id = 0;
        Wish wish;
        QString fromName; ///< as both were called before
        QString toName;
        qint64 utcMs = 0;
    };
    /// \a problem is a sentence; empty = done.
    using Done = std::function<void(qint64 id, const QString &problem)>;

    ReplaceService(History &history, OutletRegistry &registry, Clock &clock,
                   QObject *parent = nullptr);
    ~ReplaceService() override;

    /// Does it; nothing is changed when the history can't be moved. \a done is called once.
    void replace(const Wish &wish, Done done);
    /// Takes a replacement back: the old outlet is the user's again, with all that it had. What the
    /// user chose anew since stays. \a done is called once.
    void undo(qint64 id, Done done);
    /// What can be taken back, the newest last.
    [[nodiscard]] QList<Replacement> replacements() const;

Q_SIGNALS:
    void changed();

private:
    struct Kept;
    void finish(const Kept &kept);
    void takeBack(const Kept &kept);
    void putBack(const Kept &kept);
    void moveToday(const QString &from, const QString &to, qint64 joules);

    History &m_history;
    OutletRegistry &m_registry;
    Clock &m_clock;
    QList<Kept> m_kept;
};

} // namespace outlet
