// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>
#include <QtCore/QString>

namespace outlet {

/// Where a set-up learns which outlets log in: the registry of this program, or that of a running
/// one over its control channel. Same thread as the set-up.
class LoginSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The outlets that are logged in now, and the address of each.
    [[nodiscard]] virtual QHash<QString, QString> online() const = 0;
    /// The user has set this outlet up: it becomes one of theirs, so that it is measured.
    virtual void accept(const QString &id) = 0;

Q_SIGNALS:
    /// An outlet has logged in from \a address. \a isNew: nobody has decided about it yet.
    void loggedIn(const QString &id, const QString &address, bool isNew);
    /// It has measured.
    void measured(const QString &id);
};

} // namespace outlet
