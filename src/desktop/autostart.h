// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QString>

namespace outlet {

/// Starting Outlet with the user's session: an XDG autostart entry, or a Run key on Windows. Small
/// files and keys of the session itself, read and written on the spot.
class Autostart
{
public:
    /// \a dataDir is passed on when it is not the default one; empty otherwise.
    explicit Autostart(QString dataDir);

    [[nodiscard]] bool isOn() const;
    /// Returns why the system refused, or an empty text when it is done.
    [[nodiscard]] QString setOn(bool on);

private:
    QString m_dataDir;
};

} // namespace outlet
