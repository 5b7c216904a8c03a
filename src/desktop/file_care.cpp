// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/file_care.h"

#include <QtCore/QDir>
#include <QtCore/QPointer>
#include <QtQml/QQmlEngine>

#include "base/clock.h"
#include "desktop/app.h"
#include "desktop/engine.h"
#include "desktop/format.h"

namespace outlet {

namespace {

QPointer<FileCare> latest;

QString textOf(const std::optional<qint64> &bytes)
{
    return bytes ? Format::bytes(*bytes) : Format::unknown();
}

} // namespace

FileCare::FileCare(HistoryCare *care, Engine &engine, App &app, QObject *parent)
    : QObject(parent)
    , m_care(care)
    , m_engine(engine)
{
    latest = this;
    if (!m_care)
        return;
    connect(m_care, &HistoryCare::backupsChanged, this, &FileCare::askBackups);
    const QString kept = m_care->keptBeforeRestore();
    if (kept.isEmpty())
        return;
    setResult(tr("The backup is restored. The file that was here before is kept as %1.")
                  .arg(QDir::toNativeSeparators(kept)),
              Ui::ToneAccent);
    // When the window is there to show it.
    QMetaObject::invokeMethod(
        &app, [&app] { Q_EMIT app.snack(tr("The backup is restored."), false); },
        Qt::QueuedConnection);
}

FileCare::~FileCare() = default;

FileCare *FileCare::create(QQmlEngine *, QJSEngine *)
{
    QQmlEngine::setObjectOwnership(latest, QQmlEngine::CppOwnership);
    return latest;
}

int FileCare::days(RetentionChoices::Kind kind) const
{
    return m_engine.setting(RetentionChoices::settingKey(kind)).toInt();
}

QStringList FileCare::labels(RetentionChoices::Kind kind) const
{
    return RetentionChoices::labels(kind, days(kind));
}

int FileCare::index(RetentionChoices::Kind kind) const
{
    return int(RetentionChoices::days(kind, days(kind)).indexOf(days(kind)));
}

QString FileCare::sizeText() const
{
    return textOf(m_facts.fileBytes);
}

QString FileCare::freeText() const
{
    return m_facts.freeBytes ? tr("%1 free").arg(textOf(m_facts.freeBytes)) : Format::unknown();
}

QString FileCare::growthText() const
{
    return m_facts.bytesADay ? tr("Grows by about %1 a day").arg(textOf(m_facts.bytesADay))
                             : tr("Growth is known after a full day");
}

double FileCare::diskShare() const
{
    if (!m_facts.freeBytes || m_facts.diskBytes.value_or(0) <= 0)
        return 0;
    return 1 - double(*m_facts.freeBytes) / double(*m_facts.diskBytes);
}

bool FileCare::backupDaily() const
{
    return m_engine.setting(QStringLiteral("backupDaily")).toBool();
}

void FileCare::setBackupDaily(bool on)
{
    if (on == backupDaily())
        return;
    m_engine.setSetting(QStringLiteral("backupDaily"), on);
    Q_EMIT backupsChanged();
}

QString FileCare::backupText() const
{
    const QString kept = tr("Keeps %1 days and %2 weeks.")
                             .arg(BackupService::kDaysKept)
                             .arg(BackupService::kWeeksKept);
    if (!m_backups)
        return kept;
    if (m_backups->isEmpty())
        return tr("No backup yet. %1").arg(kept);
    const qint64 now = m_engine.clock().utcMs();
    const qint64 then = m_backups->constFirst().utcMs;
    QString when = Format::pointInTime(then, now).text;
    if (Format::day(then, now) == Format::day(now, now))
        when = tr("today, %1").arg(when);
    return tr("Last: %1. %2").arg(when, kept);
}

QString FileCare::backupFolder() const
{
    return m_care ? QDir::toNativeSeparators(m_care->backupFolder()) : QString();
}

QVariantList FileCare::backups() const
{
    QVariantList list;
    for (const BackupService::Backup &backup : m_backups.value_or(QList<BackupService::Backup>()))
        list += QVariantMap{{QStringLiteral("path"), backup.path},
                            {QStringLiteral("title"), Format::full(backup.utcMs)},
                            {QStringLiteral("size"), Format::bytes(backup.bytes)}};
    return list;
}

QString FileCare::suggestedName() const
{
    return QStringLiteral("outlet-%1.sqlite")
        .arg(QDateTime::fromMSecsSinceEpoch(m_engine.clock().utcMs()).date().toString(Qt::ISODate));
}

bool FileCare::canRestore() const
{
    return m_care && m_care->canRestore();
}

QString FileCare::deleteWord() const
{
    return tr("delete", "the word to be typed before a history is deleted");
}

void FileCare::setTask(Task task)
{
    if (task == m_task)
        return;
    m_task = task;
    Q_EMIT busyChanged();
}

void FileCare::setResult(const QString &text, Ui::Tone tone)
{
    m_result = text;
    m_resultTone = tone;
    Q_EMIT resultChanged();
}

void FileCare::refresh()
{
    if (!m_care)
        return;
    m_care->askFacts([self = QPointer<FileCare>(this)](const HistoryCare::Facts &facts) {
        if (!self)
            return;
        self->m_facts = facts;
        Q_EMIT self->factsChanged();
    });
    askBackups();
}

void FileCare::askBackups()
{
    m_care->askBackups(
        [self = QPointer<FileCare>(this)](const QList<BackupService::Backup> &backups) {
            if (!self)
                return;
            self->m_backups = backups;
            Q_EMIT self->backupsChanged();
        });
}

void FileCare::keep(Kind kind, int index)
{
    const auto which = static_cast<RetentionChoices::Kind>(kind);
    const QList<int> choices = RetentionChoices::days(which, days(which));
    if (!m_care || index < 0 || index >= choices.size())
        return;
    const int wanted = choices.at(index);
    m_shortening.reset();
    if (!RetentionChoices::isShorter(which, wanted, days(which)))
        return setDays(which, wanted);
    HistoryRetention now{days(RetentionChoices::Raw), days(RetentionChoices::Minutes),
                         days(RetentionChoices::Rollups)};
    (which == RetentionChoices::Raw       ? now.rawDays
     : which == RetentionChoices::Minutes ? now.minuteDays
                                          : now.rollupDays) = wanted;
    m_care->askLoss(now,
                    [self = QPointer<FileCare>(this), which, wanted](std::optional<qint64> bytes) {
                        if (self)
                            self->askToShorten(which, wanted, bytes);
                    });
}

void FileCare::askToShorten(RetentionChoices::Kind kind, int days, std::optional<qint64> bytes)
{
    if (bytes == 0)
        return setDays(kind, days); // nothing is that old
    m_shortening = {kind, days};
    const QDate from =
        QDateTime::fromMSecsSinceEpoch(m_engine.clock().utcMs()).date().addDays(-days);
    const QString amount =
        bytes ? tr("about %1").arg(Format::bytes(*bytes)) : tr("an amount that can’t be told now");
    const QString date = Format::date(from);
    QString text;
    switch (kind) {
    case RetentionChoices::Raw:
        text = tr("Readings from before %1 go, %2. Energy by minutes, hours and days stays.")
                   .arg(date, amount);
        break;
    case RetentionChoices::Minutes:
        text = tr("Minutes from before %1 go, %2. Energy by quarter hours and days stays.")
                   .arg(date, amount);
        break;
    case RetentionChoices::Rollups:
        text = tr("All energy and cost from before %1 goes, %2.").arg(date, amount);
        break;
    }
    Q_EMIT shorteningAsked(tr("Keep only %1?").arg(RetentionChoices::label(kind, days)),
                           text + u' ' + tr("This can’t be undone."));
}

void FileCare::agreeToShorten()
{
    if (!m_shortening)
        return;
    const auto [kind, days] = *m_shortening;
    m_shortening.reset();
    setDays(kind, days);
}

void FileCare::setDays(RetentionChoices::Kind kind, int days)
{
    m_engine.setSetting(RetentionChoices::settingKey(kind), days);
    Q_EMIT retentionChanged();
}

void FileCare::backUp(const QString &path)
{
    if (!m_care || busy())
        return;
    setTask(Task::BackUp);
    setResult({}, Ui::ToneAccent);
    m_care->backUp(path, [self = QPointer<FileCare>(this)](const BackupService::Outcome &outcome) {
        if (!self)
            return;
        self->setTask(Task::None);
        if (outcome.problem.isEmpty())
            self->setResult(tr("Saved to %1").arg(QDir::toNativeSeparators(outcome.path)),
                            Ui::ToneAccent);
        else
            self->setResult(outcome.problem, Ui::ToneDanger);
    });
}

void FileCare::setBackupFolder(const QString &path)
{
    m_engine.setSetting(QStringLiteral("backupFolder"), path);
    if (m_care)
        askBackups();
    Q_EMIT backupsChanged();
}

void FileCare::restore(const QString &path)
{
    if (!canRestore() || busy())
        return;
    setTask(Task::Restore);
    setResult({}, Ui::ToneAccent);
    m_care->restore(path, [self = QPointer<FileCare>(this)](const BackupService::Outcome &outcome) {
        if (!self || outcome.problem.isEmpty())
            return; // it starts again in a moment
        self->setTask(Task::None);
        self->setResult(outcome.problem, Ui::ToneDanger);
    });
}

bool FileCare::erase(bool removedOnly, const QString &typed)
{
    if (!m_care || busy() || typed.trimmed().compare(deleteWord(), Qt::CaseInsensitive) != 0)
        return false;
    setTask(Task::Erase);
    setResult({}, Ui::ToneAccent);
    m_care->erase(removedOnly ? HistoryCare::Whose::Removed : HistoryCare::Whose::All,
                  [self = QPointer<FileCare>(this)](const QString &problem) {
                      if (!self)
                          return;
                      self->setTask(Task::None);
                      if (problem.isEmpty())
                          self->setResult(tr("The history is deleted. The file keeps its size; new "
                                             "values fill it again."),
                                          Ui::ToneAccent);
                      else
                          self->setResult(problem, Ui::ToneDanger);
                      self->refresh();
                  });
    return true;
}

} // namespace outlet
