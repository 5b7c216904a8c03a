// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>

#include "desktop/file_dialogs.h"

using namespace outlet;

/// The one place that asks for files.
class TestFileDialogs : public QObject
{
    Q_OBJECT

    /// The dialog on screen; nullptr when none, and when there are several.
    static QFileDialog *shown()
    {
        QFileDialog *found = nullptr;
        for (QWidget *each : QApplication::topLevelWidgets()) {
            auto *dialog = qobject_cast<QFileDialog *>(each);
            if (!dialog || !dialog->isVisible())
                continue;
            if (found)
                return nullptr;
            found = dialog;
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase() { QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); }

    void savesUnderANewName()
    {
        QTemporaryDir folder;
        FileDialogs files;
        QSignalSpy chosen(&files, &FileDialogs::chosen);
        QSignalSpy cancelled(&files, &FileDialogs::cancelled);
        files.save(QStringLiteral("Save report"), QStringLiteral("october.pdf"),
                   {QStringLiteral("PDF (*.pdf)")});
        QVERIFY(files.isOpen());
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = shown());
        QCOMPARE(dialog->windowTitle(), QStringLiteral("Save report"));
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(),
                 QStringLiteral("october.pdf"));
        dialog->setDirectory(folder.path());
        dialog->selectFile(QStringLiteral("mine")); // the ending comes by itself
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), folder.filePath(QStringLiteral("mine.pdf")));
        QCOMPARE(cancelled.size(), 0);
        QVERIFY(!files.isOpen());
    }

    void opensWhatExistsAndRemembersTheFolder()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("data.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        FileDialogs files;
        QSignalSpy chosen(&files, &FileDialogs::chosen);
        files.open(QStringLiteral("Import"), {QStringLiteral("CSV (*.csv)")});
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY(dialog = shown());
        QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFile);
        dialog->setDirectory(folder.path());
        dialog->selectFile(QStringLiteral("data.csv"));
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), file.fileName());

        FileDialogs other;
        other.openFolder(QStringLiteral("Folder"));
        QTRY_VERIFY(dialog = shown());
        QCOMPARE(dialog->fileMode(), QFileDialog::Directory);
        QCOMPARE(dialog->directory().absolutePath(), folder.path());
    }

    void tellsThatItWasCancelled()
    {
        FileDialogs files;
        QSignalSpy chosen(&files, &FileDialogs::chosen);
        QSignalSpy cancelled(&files, &FileDialogs::cancelled);
        files.open(QStringLiteral("First"), {});
        QTRY_VERIFY(shown());
        files.open(QStringLiteral("Second"), {}); // takes its place
        QCOMPARE(cancelled.size(), 1);
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = shown()) && dialog->windowTitle() == QStringLiteral("Second"));
        dialog->reject();
        QCOMPARE(cancelled.size(), 2);
        QCOMPARE(chosen.size(), 0);
        QVERIFY(!files.isOpen());
    }

    void goesWithItsOwner()
    {
        auto files = std::make_unique<FileDialogs>();
        files->open(QStringLiteral("Open"), {});
        QTRY_VERIFY(shown());
        files.reset();
        QVERIFY(!shown());
    }
};

QTEST_MAIN(TestFileDialogs)
#include "tst_file_dialogs.moc"
