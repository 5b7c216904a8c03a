// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/file_dialogs.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtGui/QGuiApplication>
#include <QtGui/QWindow>
#include <QtWidgets/QFileDialog>
#include <utility>

namespace outlet {

namespace {

/// Where the last file was chosen, for all who ask.
QString &lastFolder()
{
    static QString folder;
    return folder;
}

QString startFolder()
{
    if (!lastFolder().isEmpty() && QFileInfo(lastFolder()).isDir())
        return lastFolder();
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

} // namespace

FileDialogs::FileDialogs(QObject *parent)
    : QObject(parent)
{
}

FileDialogs::~FileDialogs()
{
    if (m_dialog)
        m_dialog->disconnect(this);
    delete m_dialog.data();
}

bool FileDialogs::isOpen() const
{
    return m_dialog != nullptr;
}

QFileDialog *FileDialogs::make(const QString &title, const QStringList &filters)
{
    auto *dialog = new QFileDialog(nullptr, title, startFolder());
    dialog->setWindowModality(Qt::WindowModal);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    return dialog;
}

void FileDialogs::save(const QString &title, const QString &suggestedName,
                       const QStringList &filters)
{
    QFileDialog *dialog = make(title, filters);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QFileInfo(suggestedName).suffix());
    dialog->selectFile(suggestedName);
    ask(dialog);
}

void FileDialogs::open(const QString &title, const QStringList &filters)
{
    QFileDialog *dialog = make(title, filters);
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog);
}

void FileDialogs::openFolder(const QString &title)
{
    QFileDialog *dialog = make(title, {});
    dialog->setAcceptMode(QFileDialog::AcceptOpen);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog);
}

void FileDialogs::ask(QFileDialog *dialog)
{
    QWindow *const asker = QGuiApplication::focusWindow();
    close();
    m_dialog = dialog;
    connect(dialog, &QFileDialog::finished, this, [this, dialog](int result) {
        const QString path = dialog->selectedFiles().value(0);
        m_dialog = nullptr;
        dialog->deleteLater();
        if (result != QFileDialog::Accepted || path.isEmpty()) {
            Q_EMIT cancelled();
            return;
        }
        const QString absolute = QFileInfo(path).absoluteFilePath();
        const QFileInfo info(absolute);
        lastFolder() = info.isDir() ? absolute : info.absolutePath();
        Q_EMIT chosen(absolute);
    });
    if (asker) { // stays above the window that asks, which is no widget
        dialog->winId();
        dialog->windowHandle()->setTransientParent(asker);
    }
    dialog->open();
}

void FileDialogs::close()
{
    QFileDialog *const open = std::exchange(m_dialog, nullptr).data();
    if (!open)
        return;
    open->disconnect(this);
    open->hide();
    open->deleteLater();
    Q_EMIT cancelled();
}

} // namespace outlet
