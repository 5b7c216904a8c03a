// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "app/import_session.h"

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>

#include "app/backup_service.h"
#include "app/energy_source.h"
#include "history/import_writing.h"
#include "outlets/outlet_registry.h"

namespace outlet {

struct ImportSession::Look
{
    QStringList fileColumns;
    QString encodingName;
    bool isOutletFile = false;
    bool isJson = false;
    ImportColumns columns;
    QString columnProblem; ///< of the columns alone: others can be chosen
    QString problem;
    std::shared_ptr<ImportStage> stage;
    ImportReading reading;
};

ImportSession::ImportSession(TransferService &service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{
}

ImportSession::~ImportSession()
{
    drop();
}

void ImportSession::drop()
{
    ++m_turn;
    if (m_progress)
        m_progress->cancel = true;
    m_progress.reset();
}

void ImportSession::begin(State state, TransferService::Progress progress)
{
    m_progress = std::move(progress);
    if (!m_progress)
        return end(State::Failed, HistoryProblem{HistoryProblem::Kind::Closed, {}, {}}.sentence());
    m_state = state;
    m_problem.clear();
    Q_EMIT changed();
}

void ImportSession::end(State state, const QString &problem)
{
    m_progress.reset();
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

void ImportSession::open(const QString &path, const ImportColumnNames &names)
{
    drop();
    m_path = path;
    m_choice.outletIds.clear();
    m_reading = {};
    m_sorted = {};
    m_fileColumns.clear();
    m_importId = 0;
    m_backupPath.clear();
    read(names, std::nullopt);
}

void ImportSession::setColumns(const ImportColumns &columns)
{
    if (columns == m_columns && m_state != State::Choosing)
        return;
    drop();
    m_columns = columns;
    m_choice.outletIds.clear();
    if (const QString fault = columnFault(columns); !fault.isEmpty()) {
        m_columnProblem = fault;
        return end(State::Choosing);
    }
    read({}, columns);
}

void ImportSession::read(const ImportColumnNames &names,
                         const std::optional<ImportColumns> &columns)
{
    const auto look = std::make_shared<Look>();
    const auto job = [look, names, columns, path = m_path, folder = m_service.folder(),
                      calendar = m_service.energy().calendar(),
                      now = m_service.clock().utcMs()](SqlConnection &, TransferProgress &own) {
        const auto file = ImportFile::open(path);
        if (!file) {
            look->problem = file.error();
            return;
        }
        look->fileColumns = (*file)->columns();
        look->encodingName = (*file)->encodingName();
        look->isOutletFile = outlet::isOutletFile(**file);
        look->isJson = (*file)->kind() == ImportFile::Kind::Json;
        look->columns = columns ? *columns : guessColumns(**file);
        if (!columns) {
            const auto chosen = chooseColumns(**file, names);
            if (chosen)
                look->columns = *chosen;
            else
                look->columnProblem = chosen.error();
        }
        if (!look->columnProblem.isEmpty())
            return;
        const auto stage = ImportStage::make(folder);
        if (!stage) {
            look->problem = stage.error();
            return;
        }
        auto reading = readImport(**file, look->columns, calendar, now, **stage, own);
        if (!reading) {
            look->problem = reading.error();
            return;
        }
        look->stage = *stage;
        look->reading = *std::move(reading);
    };
    begin(State::Reading, m_service.run(job, [this, self = QPointer(this), look,
                                              turn = m_turn](const TransferService::Progress &) {
        if (self && turn == m_turn)
            takeLook(*look);
    }));
}

void ImportSession::takeLook(const Look &look)
{
    m_fileColumns = look.fileColumns;
    m_encodingName = look.encodingName;
    m_isOutletFile = look.isOutletFile;
    m_isJson = look.isJson;
    m_columns = look.columns;
    m_columnProblem = look.columnProblem;
    if (!look.problem.isEmpty())
        return end(State::Failed, look.problem);
    if (!look.columnProblem.isEmpty())
        return end(State::Choosing);
    m_stage = look.stage;
    m_reading = look.reading;
    suggestOutlets();
    sort();
}

void ImportSession::suggestOutlets()
{
    m_choice.outletIds.clear();
    for (const ImportReading::Name &name : std::as_const(m_reading.names)) {
        QString match;
        for (const Outlet *outlet : m_service.registry().outlets()) {
            if (!outlet->isKnown())
                continue;
            const bool isSameName =
                !name.name.isEmpty() &&
                outlet->displayName().compare(name.name, Qt::CaseInsensitive) == 0;
            if (outlet->id() == name.outletId) {
                match = outlet->id();
                break;
            }
            if (isSameName && match.isEmpty())
                match = outlet->id();
        }
        m_choice.outletIds.append(match);
    }
}

void ImportSession::setOutlet(qsizetype name, const QString &outletId)
{
    if (name < 0 || name >= m_choice.outletIds.size() || m_choice.outletIds.at(name) == outletId)
        return;
    m_choice.outletIds[name] = outletId;
    sort();
}

void ImportSession::setReplaces(bool replaces)
{
    if (m_choice.replaces == replaces)
        return;
    m_choice.replaces = replaces;
    if (m_stage)
        sort();
}

void ImportSession::sort()
{
    drop();
    using Answer = Result<ImportSorted, QString>;
    const auto answer = std::make_shared<Answer>(QString());
    const auto job = [answer, stage = m_stage, reading = m_reading, choice = m_choice,
                      calendar = m_service.energy().calendar(), now = m_service.clock().utcMs()](
                         SqlConnection &connection, TransferProgress &own) {
        *answer = sortImport(connection, *stage, reading, choice, calendar, now, own);
    };
    begin(State::Sorting, m_service.run(job, [this, self = QPointer(this), answer,
                                              turn = m_turn](const TransferService::Progress &) {
        if (!self || turn != m_turn)
            return;
        if (!*answer)
            return end(State::Failed, answer->error());
        m_sorted = **answer;
        end(State::Ready);
    }));
}

void ImportSession::write(bool backsUpFirst)
{
    if (m_state != State::Ready)
        return;
    if (!backsUpFirst)
        return writeNow();
    drop();
    m_state = State::BackingUp;
    Q_EMIT changed();
    m_service.backups().backUp(
        {}, [this, self = QPointer(this), turn = m_turn](const BackupService::Outcome &outcome) {
            if (!self || turn != m_turn)
                return;
            if (!outcome.problem.isEmpty())
                return end(
                    State::Failed,
                    tr("Nothing was imported, because the backup failed: %1").arg(outcome.problem));
            m_backupPath = outcome.path;
            writeNow();
        });
}

void ImportSession::writeNow()
{
    drop();
    const auto answer = std::make_shared<Result<qint64, QString>>(QString());
    const auto job = [answer, stage = m_stage, choice = m_choice,
                      name = QFileInfo(m_path).fileName(), now = m_service.clock().utcMs(),
                      &history = m_service.history()](SqlConnection &, TransferProgress &own) {
        const WriteStep step = [&history](const std::function<SqlOutcome(SqlConnection &)> &work) {
            return history.writeStep(work);
        };
        *answer = writeImport(*stage, choice, name, now, step, own);
    };
    begin(State::Writing,
          m_service.run(job, [this, self = QPointer(this), answer, service = &m_service,
                              turn = m_turn](const TransferService::Progress &) {
              if (!*answer) {
                  service->clearAway();
              } else if (!self || turn != m_turn) {
                  // It was cancelled after its last step, or nobody knows of it any more.
                  service->takeBack(**answer, [](bool) {});
              } else {
                  service->tellRewritten();
              }
              if (!self || turn != m_turn)
                  return;
              m_stage.reset();
              if (*answer)
                  m_importId = **answer;
              end(*answer ? State::Done : State::Failed, *answer ? QString() : answer->error());
          }));
}

void ImportSession::cancel()
{
    drop();
    m_stage.reset();
    m_reading = {};
    m_sorted = {};
    m_choice = {};
    end(State::Empty);
}

} // namespace outlet
