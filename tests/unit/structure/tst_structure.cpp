// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

/// The rules of the tree that no compiler checks: who includes whom, where the wire's words and
/// raw colours may stand, that nothing reaches into QML by hand.
class TestStructure : public QObject
{
    Q_OBJECT

private:
    struct Source
    {
        QString path; ///< relative to the project
        QString text;
    };

    static QList<Source> sources(const QString &folder, const QStringList &patterns)
    {
        const QDir project(QStringLiteral(OUTLET_SOURCE_DIR));
        QList<Source> found;
        QDirIterator it(project.filePath(folder), patterns, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(file.fileName()));
            found.append(
                {project.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
        return found;
    }

    static QStringList linesMatching(const QList<Source> &files,
                                     const QRegularExpression &expression)
    {
        QStringList found;
        for (const Source &file : files) {
            auto matches = expression.globalMatch(file.text);
            while (matches.hasNext())
                found.append(file.path + QStringLiteral(": ") +
                             matches.next().captured(0).trimmed());
        }
        return found;
    }

    static QStringList cppPatterns() { return {QStringLiteral("*.h"), QStringLiteral("*.cpp")}; }

private Q_SLOTS:
    /// Each room includes only the rooms that its row of the table allows.
    void includesFollowTheTable()
    {
        using Allowed = QHash<QString, QStringList>;
        const auto rooms = [](const char *text) {
            return QString::fromLatin1(text).split(u' ', Qt::SkipEmptyParts);
        };
        const QString everything = QStringLiteral(
            "base protocol outlets server storage history tariff automation setup simulator "
            "control app");
        const Allowed allowed{
            {QStringLiteral("base"), rooms("base")},
            {QStringLiteral("protocol"), rooms("base protocol")},
            {QStringLiteral("outlets"), rooms("base protocol outlets")},
            {QStringLiteral("server"), rooms("base protocol outlets server")},
            {QStringLiteral("storage"), rooms("base protocol outlets storage")},
            {QStringLiteral("history"), rooms("base protocol outlets storage history")},
            {QStringLiteral("tariff"), rooms("base tariff")},
            {QStringLiteral("automation"), rooms("base protocol outlets automation")},
            {QStringLiteral("setup"), rooms("base protocol setup")},
            {QStringLiteral("simulator"), rooms("base protocol simulator")},
            {QStringLiteral("control"), rooms("base protocol outlets history automation control")},
            {QStringLiteral("app"), rooms(qPrintable(everything))},
            {QStringLiteral("daemon"), rooms(qPrintable(everything + QStringLiteral(" daemon")))},
            {QStringLiteral("cli"), rooms(qPrintable(everything + QStringLiteral(" cli")))},
            {QStringLiteral("desktop"), rooms(qPrintable(everything + QStringLiteral(" desktop")))},
        };
        const QRegularExpression include(QStringLiteral("#include \"([a-z]+)/"));
        QStringList wrong;
        const QList<Source> files = sources(QStringLiteral("src"), cppPatterns());
        QVERIFY(files.size() > 20);
        for (const Source &file : files) {
            const QString room = file.path.section(u'/', 1, 1);
            QVERIFY2(allowed.contains(room), qPrintable(QStringLiteral("no row for ") + room));
            auto matches = include.globalMatch(file.text);
            while (matches.hasNext()) {
                const QString target = matches.next().captured(1);
                if (!allowed.value(room).contains(target))
                    wrong.append(file.path + QStringLiteral(" includes ") + target);
            }
        }
        QCOMPARE(wrong, QStringList());
    }

    /// Qt Gui, Qml, Quick and Widgets are known to src/desktop alone.
    void onlyTheDesktopKnowsGui()
    {
        QStringList wrong =
            linesMatching(sources(QStringLiteral("src"), cppPatterns()),
                          QRegularExpression(QStringLiteral(
                              "#include <Qt(Gui|Qml|Quick|QuickControls2|Widgets|Svg)/.*")));
        wrong.removeIf(
            [](const QString &line) { return line.startsWith(QStringLiteral("src/desktop/")); });
        QCOMPARE(wrong, QStringList());
    }

    /// The wire's words for the relay stand in src/protocol alone.
    void wireWordsStayInProtocol()
    {
        QStringList wrong = linesMatching(sources(QStringLiteral("src"), cppPatterns()),
                                          QRegularExpression(QStringLiteral("\"(open|break)\"")));
        wrong.removeIf(
            [](const QString &line) { return line.startsWith(QStringLiteral("src/protocol/")); });
        QCOMPARE(wrong, QStringList());
    }

    /// What must never be sent (protocol.md 3.11, 3.12) does not even stand in the program.
    void neverSent()
    {
        const QRegularExpression forbidden(QStringLiteral(
            "/(upgrade|assignGuid|calibration|complete|delDevice|setTrigger|delTrigger|"
            "clrTriggerCnt|"
            "resetID|softRestore|beginMeasure|setManufactureFlag|discoverReply|register)\\\\?\""));
        QStringList wrong = linesMatching(sources(QStringLiteral("src"), cppPatterns()), forbidden);
        QCOMPARE(wrong, QStringList());
    }

    /// Colours live in Theme.qml alone.
    void coloursLiveInTheTheme()
    {
        QStringList wrong = linesMatching(
            sources(QStringLiteral("qml"), {QStringLiteral("*.qml")}),
            QRegularExpression(QStringLiteral(
                "[^\\n]*(\"#[0-9a-fA-F]{3,8}\"|[cC]olor: *\"[a-z]+\"|Qt\\.rgba\\()[^\\n]*")));
        wrong.removeIf([](const QString &line) {
            return line.startsWith(QStringLiteral("qml/Theme.qml")) ||
                   line.contains(QStringLiteral("\"transparent\""));
        });
        QCOMPARE(wrong, QStringList());
    }

    /// QML sees typed, declared types; nothing is pushed into it by hand.
    void nothingIsPushedIntoQml()
    {
        QCOMPARE(linesMatching(sources(QStringLiteral("src"), cppPatterns()),
                               QRegularExpression(QStringLiteral(
                                   "setContextProperty|qmlRegister(Type|Singleton)[A-Za-z]*"))),
                 QStringList());
    }

    /// Nothing was left for later, and no test sleeps.
    void nothingIsLeftForLater()
    {
        QCOMPARE(linesMatching(sources(QStringLiteral("src"), cppPatterns()) +
                                   sources(QStringLiteral("qml"), {QStringLiteral("*.qml")}),
                               QRegularExpression(QStringLiteral("\\b(TODO|FIXME|XXX|HACK)\\b.*"))),
                 QStringList());
        QStringList sleeping = linesMatching(
            sources(QStringLiteral("tests"), cppPatterns()),
            QRegularExpression(QStringLiteral("(QTest::q(Sleep|Wait)\\(|sleep_for|msleep\\().*")));
        sleeping.removeIf([](const QString &line) {
            return line.startsWith(QStringLiteral("tests/benchmarks/")) ||
                   line.startsWith(QStringLiteral("tests/unit/structure/"));
        });
        QCOMPARE(sleeping, QStringList());
    }

    /// Every source says whose it is and under which licence.
    void everySourceNamesItsLicence()
    {
        QStringList wrong;
        for (const Source &file : sources(QStringLiteral("src"), cppPatterns()) +
                                      sources(QStringLiteral("tests"), cppPatterns()) +
                                      sources(QStringLiteral("qml"), {QStringLiteral("*.qml")})) {
            if (!file.text.left(200).contains(QStringLiteral("SPDX-License-Identifier: MIT")))
                wrong.append(file.path);
        }
        QCOMPARE(wrong, QStringList());
    }
};

QTEST_GUILESS_MAIN(TestStructure)
#include "tst_structure.moc"
