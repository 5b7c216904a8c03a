// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <memory>

namespace outlet {

/// Turns the system's wish that the program end (SIGINT and SIGTERM; Ctrl-C and closing the console
/// on Windows) into a Qt signal in the thread that made this. At most one may exist.
class StopSignal : public QObject
{
    Q_OBJECT
public:
    explicit StopSignal(QObject *parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void stopRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
