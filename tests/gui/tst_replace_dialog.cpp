// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include "history/history.h"
#include "storage/storage.h"
#include "support/page_rules.h"
#include "support/page_window.h"

using namespace outlet;
using namespace Qt::StringLiterals;

/// A dead outlet is replaced from its edit sheet, with a history in a real file, and that is taken
/// back in the sheet of its successor.
class TestReplaceDialog : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<History> m_history;
    std::unique_ptr<PageWindow> w;

    void edit(const QString &name)
    {
        QMetaObject::invokeMethod(w->page(), "edit", Q_ARG(outlet::OutletFace *, w->face(name)),
                                  Q_ARG(QString, u"edit"_s));
    }
    [[nodiscard]] bool isOpen() const
    {
        return w->find(u"Replace Hall lamp"_s, QAccessible::Dialog) != nullptr;
    }

public Q_SLOTS:
    void replace(const QString &id)
    {
        QMetaObject::invokeMethod(w->page(), "replace", Q_ARG(QString, id));
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock = std::make_unique<ManualClock>();
        m_storage = std::make_unique<Storage>(m_dir->path());
        QSignalSpy opened(m_storage.get(), &Storage::opened);
        m_storage->open();
        QVERIFY(opened.wait());
        m_history = std::make_unique<History>(m_storage->filePath(), *m_clock);
        m_history->open();
    }
    void cleanup()
    {
        w->end();
        const QStringList warnings = w->warnings();
        m_history->close();
        w.reset();
        m_history.reset();
        m_storage.reset();
        QCOMPARE(warnings, QStringList());
    }

    void replacesAndTakesBack_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1280, 1400);
        QTest::newRow("narrow") << QSize(420, 1400);
    }
    void replacesAndTakesBack()
    {
        QFETCH(QSize, size);
        w = std::make_unique<PageWindow>(size, m_history.get());
        w->desktop.preferences.setReduceMotion(true); // what slides can't be clicked
        QVERIFY(w->load(u"WindowDialogs"_s));
        connect(&w->desktop.app, &App::askReplace, this, &TestReplaceDialog::replace); // as Main
        const QString oldId = w->face(u"Hall lamp"_s)->outletId();
        const QString newId = w->face(u"Coffee maker"_s)->outletId();

        edit(u"Hall lamp"_s);
        QVERIFY(w->clickOn(u"Replace…"_s));
        QTRY_VERIFY(isOpen());
        QQuickItem *choice = nullptr;
        QTRY_VERIFY((choice = w->find(u"Replaced by"_s)) && choice->hasActiveFocus());
        QCOMPARE(brokenRules(*w), QStringList());
        QVERIFY(!w->find(u"Replace"_s)->isEnabled()); // nobody is chosen
        for (int i = 0; i < 12 && !w->shows(u"Coffee maker is called Hall lamp"_s); ++i)
            w->key(Qt::Key_Down);
        QTRY_VERIFY(w->shows(u"Coffee maker is called Hall lamp from now on."_s));
        QVERIFY(w->shows(u"of Hall lamp count for Coffee maker"_s));
        w->key(Qt::Key_Return);
        QTRY_VERIFY(!isOpen());
        QTRY_COMPARE(w->desktop.faces.find(newId)->name(), u"Hall lamp"_s);
        QVERIFY(!w->desktop.faces.find(oldId));

        edit(u"Hall lamp"_s); // as its successor is called now
        QTRY_VERIFY(w->shows(u"It replaced the old Hall lamp."_s));
        QVERIFY(w->clickOn(u"Undo"_s));
        QTRY_COMPARE(w->desktop.faces.find(newId)->name(), u"Coffee maker"_s);
        QTRY_VERIFY(w->desktop.faces.find(oldId));
        QCOMPARE(w->desktop.faces.find(oldId)->name(), u"Hall lamp"_s);
    }

    void escLeavesAllAsItIs()
    {
        w = std::make_unique<PageWindow>(QSize(1280, 900), m_history.get());
        w->desktop.preferences.setReduceMotion(true); // what slides can't be clicked
        QVERIFY(w->load(u"WindowDialogs"_s));
        replace(w->face(u"Hall lamp"_s)->outletId());
        QTRY_VERIFY(isOpen());
        QTRY_VERIFY(w->find(u"Replaced by"_s) && w->find(u"Replaced by"_s)->hasActiveFocus());
        w->key(Qt::Key_Down);
        QTRY_VERIFY(w->shows(u"What happens"_s));
        w->key(Qt::Key_Escape);
        QTRY_VERIFY(!isOpen());
        QVERIFY(w->face(u"Hall lamp"_s));
        QVERIFY(w->desktop.app.replacing()->replacements().isEmpty());
    }
};

QTEST_MAIN(TestReplaceDialog)
#include "tst_replace_dialog.moc"
