// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>

#include "base/clock.h"

namespace outlet {

class Engine;

/// Notices that outlets were set up for an address that this computer has no more, until the user
/// has seen it. Looks once a minute. Main thread.
class AddressWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kLook{60'000};

    /// \a engine must outlive the watch.
    explicit AddressWatch(Engine &engine, QObject *parent = nullptr);

    /// "Outlets were set up for 192.168.1.20, this computer is now 192.168.1.37. …"; empty while
    /// all is well, and after dismiss().
    [[nodiscard]] QString text() const { return m_text; }
    /// Says no more about this change; another one is told again. Remembered over restarts.
    void dismiss();

Q_SIGNALS:
    void textChanged();

private:
    void look();

    Engine &m_engine;
    ClockTimer m_timer;
    QString m_text;
};

} // namespace outlet
