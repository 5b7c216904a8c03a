// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace outlet {

class DiagnosticsSource;
class Clock;

/// Makes the report, shows it, and saves it where the user wants: nothing is ever sent. The file is
/// written beside the main thread, whole or not at all. Main thread.
class ReportJob : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from Diagnostics")
    /// What will be in the file; empty until it is made.
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    /// It is being made, or saved.
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    /// Why it could not be saved, and what to do; empty when nothing went wrong.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
public:
    /// \a source is nullptr where there is nothing to report of; else it must outlive the job, as
    /// must \a clock.
    ReportJob(DiagnosticsSource *source, Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString fileName() const;

    /// Makes it anew; most is said of this outlet.
    Q_INVOKABLE void make(const QString &mainOutletId);
    /// Writes what was shown; saved() or problem follows.
    Q_INVOKABLE void save(const QString &path);
    /// Forgets it.
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();
    void saved(const QString &path);

private:
    DiagnosticsSource *m_source;
    Clock &m_clock;
    QString m_text;
    QString m_problem;
    bool m_busy = false;
    int m_round = 0; ///< answers to an earlier make() count no more
};

} // namespace outlet
