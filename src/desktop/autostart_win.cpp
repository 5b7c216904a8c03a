// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QSettings>

namespace outlet {

namespace {

const QString kRunKey =
    QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run");
const QString kName = QStringLiteral("Outlet");

QString quoted(const QString &argument)
{
    return u'"' + QDir::toNativeSeparators(argument) + u'"'; // a path holds no quotes here
}

} // namespace

Autostart::Autostart(QString dataDir)
    : m_dataDir(std::move(dataDir))
{
}

bool Autostart::isOn() const
{
    return QSettings(kRunKey, QSettings::NativeFormat).contains(kName);
}

QString Autostart::setOn(bool on)
{
    QSettings run(kRunKey, QSettings::NativeFormat);
    if (on) {
        QString command =
            quoted(QCoreApplication::applicationFilePath()) + QStringLiteral(" --hidden");
        if (!m_dataDir.isEmpty())
            command += QStringLiteral(" --data-dir ") + quoted(m_dataDir);
        run.setValue(kName, command);
    } else {
        run.remove(kName);
    }
    run.sync();
    if (run.status() == QSettings::NoError)
        return {};
    return QCoreApplication::translate("outlet::Autostart",
                                       "Windows did not let Outlet change its start-up programs.");
}

} // namespace outlet
