// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QString>
#include <memory>

namespace outlet {

/// Lines typed or piped into standard input, as signals in the thread that made this. The end of
/// the input is no line and says nothing.
class CommandInput : public QObject
{
    Q_OBJECT
public:
    explicit CommandInput(QObject *parent = nullptr);
    ~CommandInput() override;

Q_SIGNALS:
    void lineRead(const QString &line);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace outlet
