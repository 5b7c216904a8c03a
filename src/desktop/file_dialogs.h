// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

class QFileDialog;
class QWindow;

namespace outlet {

/// Asks for a file or a folder in the system's own way, in C++ or in QML:
///
///     FileDialogs {
///         id: files
///         onChosen: path => report.savePdf(path)
///     }
///     files.save(qsTr("Save report"), "outlet-report-2025-10.pdf", [qsTr("PDF (*.pdf)")])
///
/// Nothing waits: the answer comes as a signal. One question at a time; another one while it is
/// open takes its place (and cancels it). Begins in the folder that was chosen last in this run,
/// at first in the user's documents. Does not touch the files. Main thread; needs a QApplication.
class FileDialogs : public QObject
{
    Q_OBJECT
    QML_ELEMENT
public:
    explicit FileDialogs(QObject *parent = nullptr);
    /// Closes the question; nothing is told.
    ~FileDialogs() override;

    /// Where to save a file. \a suggestedName is a name without folder; its ending is added to what
    /// people type without one. \a filters as QFileDialog has them: "CSV (*.csv)". The system asks
    /// before an existing file is chosen.
    Q_INVOKABLE void save(const QString &title, const QString &suggestedName,
                          const QStringList &filters);
    /// Which existing file to open.
    Q_INVOKABLE void open(const QString &title, const QStringList &filters);
    /// Which existing folder to use.
    Q_INVOKABLE void openFolder(const QString &title);

    /// True while it asks.
    [[nodiscard]] bool isOpen() const;

Q_SIGNALS:
    /// An absolute path in the system's files, "/home/kim/outlet.csv" (no URL).
    void chosen(const QString &path);
    /// Closed without an answer.
    void cancelled();

private:
    [[nodiscard]] QFileDialog *make(const QString &title, const QStringList &filters);
    void ask(QFileDialog *dialog);
    void close();

    QPointer<QFileDialog> m_dialog;
};

} // namespace outlet
