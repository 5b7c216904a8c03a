// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "base/clock.h"
#include "history/export_plan.h"

namespace outlet {

/// How far a long job is, for a progress bar: looks at it five times a second. Main thread.
class TransferMeter : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from an export or import")
    /// 0 to 1; below 0 = not known yet.
    Q_PROPERTY(double fraction READ fraction NOTIFY changed FINAL)
    Q_PROPERTY(double done READ done NOTIFY changed FINAL)
    Q_PROPERTY(double total READ total NOTIFY changed FINAL)
    /// "about 2 s left"; empty until it can be told.
    Q_PROPERTY(QString timeLeftText READ timeLeftText NOTIFY changed FINAL)
public:
    /// \a clock must outlive it.
    explicit TransferMeter(Clock &clock, QObject *parent = nullptr);

    /// Watches another job; nullptr = none.
    void watch(std::shared_ptr<TransferProgress> progress);

    [[nodiscard]] double fraction() const;
    [[nodiscard]] double done() const { return double(m_done); }
    [[nodiscard]] double total() const { return double(m_total); }
    [[nodiscard]] QString timeLeftText() const { return m_timeLeft; }

Q_SIGNALS:
    void changed();

private:
    void look();

    Clock &m_clock;
    ClockTimer m_timer;
    std::shared_ptr<TransferProgress> m_progress;
    std::chrono::milliseconds m_since{0};
    qint64 m_done = 0;
    qint64 m_total = 0;
    QString m_timeLeft;
};

} // namespace outlet
