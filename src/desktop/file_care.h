// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>
#include <optional>

#include "app/history_care.h"
#include "desktop/retention_choices.h"
#include "desktop/ui.h"

class QJSEngine;
class QQmlEngine;

namespace outlet {

class App;
class Engine;

/// Settings, History: how long what is kept, how large the file is, backups, and deleting. Main
/// thread.
class FileCare : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    /// False where nothing is recorded at all.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    Q_PROPERTY(QStringList rawLabels READ rawLabels NOTIFY retentionChanged FINAL)
    Q_PROPERTY(QStringList minuteLabels READ minuteLabels NOTIFY retentionChanged FINAL)
    Q_PROPERTY(QStringList rollupLabels READ rollupLabels NOTIFY retentionChanged FINAL)
    Q_PROPERTY(int rawIndex READ rawIndex NOTIFY retentionChanged FINAL)
    Q_PROPERTY(int minuteIndex READ minuteIndex NOTIFY retentionChanged FINAL)
    Q_PROPERTY(int rollupIndex READ rollupIndex NOTIFY retentionChanged FINAL)
    /// "214 MB", "38 GB free", "Grows by about 1.1 MB a day"; an en dash for what is not known.
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY factsChanged FINAL)
    Q_PROPERTY(QString freeText READ freeText NOTIFY factsChanged FINAL)
    Q_PROPERTY(QString growthText READ growthText NOTIFY factsChanged FINAL)
    /// How full the disk is, 0 to 1; 0 when not known.
    Q_PROPERTY(double diskShare READ diskShare NOTIFY factsChanged FINAL)
    /// Outlets that were removed and still have a history.
    Q_PROPERTY(int removedOutlets READ removedOutlets NOTIFY factsChanged FINAL)
    Q_PROPERTY(bool backupDaily READ backupDaily WRITE setBackupDaily NOTIFY backupsChanged FINAL)
    /// "Last: today, 3:00 AM. Keeps 7 days and 4 weeks."
    Q_PROPERTY(QString backupText READ backupText NOTIFY backupsChanged FINAL)
    Q_PROPERTY(QString backupFolder READ backupFolder NOTIFY backupsChanged FINAL)
    /// {path, title, size} of the backups, the newest first.
    Q_PROPERTY(QVariantList backups READ backups NOTIFY backupsChanged FINAL)
    Q_PROPERTY(QString suggestedName READ suggestedName NOTIFY backupsChanged FINAL)
    Q_PROPERTY(bool canRestore READ canRestore CONSTANT FINAL)
    /// What is being done: then nothing else can be begun.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(bool restoring READ restoring NOTIFY busyChanged FINAL)
    /// What came of it, or of a restore at this start; empty = nothing to tell.
    Q_PROPERTY(QString resultText READ resultText NOTIFY resultChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone resultTone READ resultTone NOTIFY resultChanged FINAL)
    /// The word to be typed before a history is deleted.
    Q_PROPERTY(QString deleteWord READ deleteWord CONSTANT FINAL)
public:
    enum Kind {
        Raw = RetentionChoices::Raw,
        Minutes = RetentionChoices::Minutes,
        Rollups = RetentionChoices::Rollups
    };
    Q_ENUM(Kind)

    /// \a care may be null (nothing is recorded); all must outlive it.
    FileCare(HistoryCare *care, Engine &engine, App &app, QObject *parent = nullptr);
    ~FileCare() override;
    /// For the QML engine: the one that was made last, owned by C++.
    static FileCare *create(QQmlEngine *engine, QJSEngine *script);

    [[nodiscard]] bool available() const { return m_care != nullptr; }
    [[nodiscard]] QStringList rawLabels() const { return labels(RetentionChoices::Raw); }
    [[nodiscard]] QStringList minuteLabels() const { return labels(RetentionChoices::Minutes); }
    [[nodiscard]] QStringList rollupLabels() const { return labels(RetentionChoices::Rollups); }
    [[nodiscard]] int rawIndex() const { return index(RetentionChoices::Raw); }
    [[nodiscard]] int minuteIndex() const { return index(RetentionChoices::Minutes); }
    [[nodiscard]] int rollupIndex() const { return index(RetentionChoices::Rollups); }
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] QString freeText() const;
    [[nodiscard]] QString growthText() const;
    [[nodiscard]] double diskShare() const;
    [[nodiscard]] int removedOutlets() const { return m_facts.removedOutlets; }
    [[nodiscard]] bool backupDaily() const;
    void setBackupDaily(bool on);
    [[nodiscard]] QString backupText() const;
    [[nodiscard]] QString backupFolder() const;
    [[nodiscard]] QVariantList backups() const;
    [[nodiscard]] QString suggestedName() const;
    [[nodiscard]] bool canRestore() const;
    [[nodiscard]] bool busy() const { return m_task != Task::None; }
    [[nodiscard]] bool restoring() const { return m_task == Task::Restore; }
    [[nodiscard]] QString resultText() const { return m_result; }
    [[nodiscard]] Ui::Tone resultTone() const { return m_resultTone; }
    [[nodiscard]] QString deleteWord() const;

    /// Looks at the file and the backups again.
    Q_INVOKABLE void refresh();
    /// Keeps \a kind for the choice at this place: at once, or after shorteningAsked() was agreed
    /// to when something would go.
    Q_INVOKABLE void keep(outlet::FileCare::Kind kind, int index);
    Q_INVOKABLE void agreeToShorten();
    /// Backs up to this file.
    Q_INVOKABLE void backUp(const QString &path);
    Q_INVOKABLE void setBackupFolder(const QString &path);
    /// Checks this backup and starts again with it.
    Q_INVOKABLE void restore(const QString &path);
    /// Deletes the history of removed outlets, or of all; \a typed must be deleteWord().
    Q_INVOKABLE bool erase(bool removedOnly, const QString &typed);

Q_SIGNALS:
    void retentionChanged();
    void factsChanged();
    void backupsChanged();
    void busyChanged();
    void resultChanged();
    /// Something would be lost: \a title asks, \a text says what. agreeToShorten() does it.
    void shorteningAsked(const QString &title, const QString &text);

private:
    enum class Task { None, BackUp, Restore, Erase };
    [[nodiscard]] int days(RetentionChoices::Kind kind) const;
    [[nodiscard]] QStringList labels(RetentionChoices::Kind kind) const;
    [[nodiscard]] int index(RetentionChoices::Kind kind) const;
    void setDays(RetentionChoices::Kind kind, int days);
    void askToShorten(RetentionChoices::Kind kind, int days, std::optional<qint64> bytes);
    void setTask(Task task);
    void setResult(const QString &text, Ui::Tone tone);
    void askBackups();

    HistoryCare *m_care;
    Engine &m_engine;
    HistoryCare::Facts m_facts;
    std::optional<QList<BackupService::Backup>> m_backups; ///< empty = not looked at yet
    std::optional<std::pair<RetentionChoices::Kind, int>> m_shortening;
    Task m_task = Task::None;
    QString m_result;
    Ui::Tone m_resultTone = Ui::ToneAccent;
};

} // namespace outlet
