// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QObject>

#include "app/transfer_service.h"
#include "history/import_sorting.h"

namespace outlet {

/// One import, from the choice of a file to its end: reads the file, says what would happen, and
/// does it. Nothing is written before write(). Main thread; every step returns at once and ends
/// with changed().
class ImportSession : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Empty,
        Reading,  ///< the file is read
        Choosing, ///< columns have to be chosen first, see fault()
        Sorting,  ///< it is compared with what is here
        Ready,    ///< write() can be called
        BackingUp,
        Writing,
        Done,   ///< importId() is its number
        Failed, ///< problem() says why; another file can be opened
    };

    /// \a service must outlive it.
    explicit ImportSession(TransferService &service, QObject *parent = nullptr);
    /// Cancels what is under way.
    ~ImportSession() override;

    /// Opens a file and reads it with the columns that it suggests, or with these.
    void open(const QString &path, const ImportColumnNames &names = {});
    /// Reads it anew with other columns.
    void setColumns(const ImportColumns &columns);
    /// To which outlet a name goes; empty = don't import.
    void setOutlet(qsizetype name, const QString &outletId);
    void setReplaces(bool replaces);
    /// Does it; when Ready. A backup that fails ends it.
    void write(bool backsUpFirst);
    /// Stops what is under way and leaves nothing behind; then it is Empty.
    void cancel();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const QString &columnProblem() const { return m_columnProblem; }
    [[nodiscard]] qint64 importId() const { return m_importId; }
    [[nodiscard]] const QString &backupPath() const { return m_backupPath; }
    /// Of the file; known from the end of the first Reading on.
    [[nodiscard]] const QStringList &fileColumns() const { return m_fileColumns; }
    [[nodiscard]] bool isOutletFile() const { return m_isOutletFile; }
    [[nodiscard]] bool isJson() const { return m_isJson; }
    [[nodiscard]] const QString &encodingName() const { return m_encodingName; }
    [[nodiscard]] const ImportColumns &columns() const { return m_columns; }
    [[nodiscard]] const ImportReading &reading() const { return m_reading; }
    [[nodiscard]] const ImportChoice &choice() const { return m_choice; }
    [[nodiscard]] const ImportSorted &sorted() const { return m_sorted; }
    /// Of what is under way; null when nothing is.
    [[nodiscard]] const TransferService::Progress &progress() const { return m_progress; }

Q_SIGNALS:
    void changed();

private:
    struct Look; ///< what reading a file found out
    void read(const ImportColumnNames &names, const std::optional<ImportColumns> &columns);
    void takeLook(const Look &look);
    void suggestOutlets();
    void sort();
    void writeNow();
    void begin(State state, TransferService::Progress progress);
    void end(State state, const QString &problem = {});
    void drop();

    TransferService &m_service;
    State m_state = State::Empty;
    QString m_path;
    QString m_problem;
    QString m_columnProblem;
    QString m_backupPath;
    QStringList m_fileColumns;
    QString m_encodingName;
    bool m_isOutletFile = false;
    bool m_isJson = false;
    ImportColumns m_columns;
    std::shared_ptr<ImportStage> m_stage;
    ImportReading m_reading;
    ImportChoice m_choice;
    ImportSorted m_sorted;
    qint64 m_importId = 0;
    TransferService::Progress m_progress;
    int m_turn = 0; ///< what belongs to an earlier one is not waited for any more
};

} // namespace outlet
