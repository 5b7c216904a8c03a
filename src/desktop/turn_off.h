// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>

namespace outlet {

class Outlet;
class OutletRegistry;

/// Turns several outlets off, waits for what each answers, tells the result in one sentence, and
/// can turn exactly those on again. Main thread.
class TurnOff : public QObject
{
    Q_OBJECT
public:
    /// \a registry must outlive this.
    explicit TurnOff(OutletRegistry &registry, QObject *parent = nullptr);

    /// Starts; an earlier batch that still waits is no longer reported. Outlets that are off,
    /// unknown to us or offline are skipped. Emits finished() at once when nothing was sent.
    void start(const QStringList &ids);
    /// Turns on again what start() turned off, or asked to turn off and still waits for.
    void undo();
    [[nodiscard]] bool canUndo() const { return !m_sent.isEmpty(); }

Q_SIGNALS:
    /// Everyone has answered, or failed to: "5 outlets turned off", or "4 of 5 turned off. Coffee
    /// maker did not answer."
    void finished(const QString &sentence);

private:
    void answered(const QString &id, bool confirmed);
    void report();

    OutletRegistry &m_registry;
    QStringList m_sent; ///< commanded and not known to have failed
    QSet<QString> m_waiting;
    QStringList m_failedNames;
    QStringList m_offlineNames;
    int m_asked = 0;
    bool m_starting = false; ///< more are to be asked; an outlet may answer at once
};

} // namespace outlet
