// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/autostart.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

namespace outlet {

namespace {

/// XDG autostart: a desktop entry in the user's configuration folder.
QString entryPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/autostart/outlet.desktop");
}

/// An argument of the Exec key, quoted as the Desktop Entry Specification wants it.
QString quoted(const QString &argument)
{
    QString text = argument;
    for (const QChar c : {u'\\', u'"', u'`', u'$'})
        text.replace(c, QString(u'\\') + c);
    text.replace(u'%', QStringLiteral("%%"));
    // The value as a whole is unescaped once more before it is split.
    text.replace(u'\\', QStringLiteral("\\\\"));
    return u'"' + text + u'"';
}

} // namespace

Autostart::Autostart(QString dataDir)
    : m_dataDir(std::move(dataDir))
{
}

bool Autostart::isOn() const
{
    return QFile::exists(entryPath());
}

QString Autostart::setOn(bool on)
{
    if (!on) {
        if (!QFile::exists(entryPath()) || QFile::remove(entryPath()))
            return {};
        return QCoreApplication::translate("outlet::Autostart", "%1 can’t be removed.")
            .arg(entryPath());
    }
    QDir().mkpath(QFileInfo(entryPath()).absolutePath());
    QString exec = quoted(QCoreApplication::applicationFilePath()) + QStringLiteral(" --hidden");
    if (!m_dataDir.isEmpty())
        exec += QStringLiteral(" --data-dir ") + quoted(m_dataDir);
    const QString entry = QStringLiteral("[Desktop Entry]\n"
                                         "Type=Application\n"
                                         "Name=Outlet\n"
                                         "Icon=outlet\n"
                                         "Exec=%1\n"
                                         "X-GNOME-Autostart-enabled=true\n")
                              .arg(exec);
    QSaveFile file(entryPath());
    if (file.open(QIODevice::WriteOnly) && file.write(entry.toUtf8()) == entry.toUtf8().size() &&
        file.commit())
        return {};
    return QCoreApplication::translate("outlet::Autostart", "%1 can’t be written: %2.")
        .arg(entryPath(), file.errorString());
}

} // namespace outlet
