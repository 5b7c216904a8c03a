// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/import_session.h"
#include "desktop/transfer_meter.h"

namespace outlet {

class App;
class Engine;

/// The import that a person looks at in the dialog (mock 17) before it is done. Main thread.
class ImportJob : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from App")
    /// False where nothing is recorded.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    Q_PROPERTY(bool hasFile READ hasFile NOTIFY changed FINAL)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    /// "Outlet CSV, 1 hour, 5,952 rows, times with zone".
    Q_PROPERTY(QString fileText READ fileText NOTIFY changed FINAL)
    /// The file is read, compared or written.
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool writing READ writing NOTIFY changed FINAL)
    Q_PROPERTY(QString busyText READ busyText NOTIFY changed FINAL)
    Q_PROPERTY(outlet::TransferMeter *meter READ meter CONSTANT FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

    /// Which column is what; shown for files of other programs.
    Q_PROPERTY(bool asksForColumns READ asksForColumns NOTIFY changed FINAL)
    Q_PROPERTY(QStringList columnNames READ columnNames NOTIFY changed FINAL)
    Q_PROPERTY(int timeColumn READ timeColumn NOTIFY changed FINAL)
    Q_PROPERTY(int outletColumn READ outletColumn NOTIFY changed FINAL)
    Q_PROPERTY(int energyColumn READ energyColumn NOTIFY changed FINAL)
    Q_PROPERTY(int unit READ unit NOTIFY changed FINAL)
    Q_PROPERTY(QString columnProblem READ columnProblem NOTIFY changed FINAL)

    /// {index, name, rows, choice} of names in the file; those that need a look come first.
    Q_PROPERTY(QVariantList names READ names NOTIFY changed FINAL)
    /// "5 more names match an outlet."; empty = all are in names.
    Q_PROPERTY(QString moreNamesText READ moreNamesText NOTIFY changed FINAL)
    /// {text, icon}: "Don't import", then the outlets.
    Q_PROPERTY(QVariantList outletChoices READ outletChoices NOTIFY changed FINAL)

    /// {cells, hasData} of a few rows (time, outlet, kwh, result), and where they stand.
    Q_PROPERTY(QVariantList previewRows READ previewRows NOTIFY changed FINAL)
    Q_PROPERTY(QString previewLinesText READ previewLinesText NOTIFY changed FINAL)
    Q_PROPERTY(QString hereText READ hereText NOTIFY changed FINAL)
    Q_PROPERTY(QString faultsText READ faultsText NOTIFY changed FINAL)
    /// "Line 118: “x” is not a time."
    Q_PROPERTY(QStringList faults READ faults NOTIFY changed FINAL)
    Q_PROPERTY(bool replaces READ replaces WRITE setReplaces NOTIFY changed FINAL)
    Q_PROPERTY(bool backsUp READ backsUp WRITE setBacksUp NOTIFY changed FINAL)
    Q_PROPERTY(QString summaryText READ summaryText NOTIFY changed FINAL)
    Q_PROPERTY(QString actionText READ actionText NOTIFY changed FINAL)
    Q_PROPERTY(QString replaceQuestion READ replaceQuestion NOTIFY changed FINAL)
    Q_PROPERTY(bool canImport READ canImport NOTIFY changed FINAL)
public:
    /// Both must outlive it.
    ImportJob(Engine &engine, App &app);
    ~ImportJob() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }
    [[nodiscard]] bool hasFile() const;
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString fileText() const;
    [[nodiscard]] bool busy() const;
    [[nodiscard]] bool writing() const;
    [[nodiscard]] QString busyText() const;
    [[nodiscard]] TransferMeter *meter() { return &m_meter; }
    [[nodiscard]] QString problem() const;
    [[nodiscard]] bool asksForColumns() const;
    [[nodiscard]] QStringList columnNames() const;
    [[nodiscard]] int timeColumn() const;
    [[nodiscard]] int outletColumn() const;
    [[nodiscard]] int energyColumn() const;
    [[nodiscard]] int unit() const;
    [[nodiscard]] QString columnProblem() const;
    [[nodiscard]] QVariantList names() const;
    [[nodiscard]] QString moreNamesText() const;
    [[nodiscard]] QVariantList outletChoices() const;
    [[nodiscard]] QVariantList previewRows() const;
    [[nodiscard]] QString previewLinesText() const;
    [[nodiscard]] QString hereText() const;
    [[nodiscard]] QString faultsText() const;
    [[nodiscard]] QStringList faults() const;
    [[nodiscard]] bool replaces() const;
    void setReplaces(bool replaces);
    [[nodiscard]] bool backsUp() const { return m_backsUp; }
    void setBacksUp(bool backsUp);
    [[nodiscard]] QString summaryText() const;
    [[nodiscard]] QString actionText() const;
    [[nodiscard]] QString replaceQuestion() const;
    [[nodiscard]] bool canImport() const;

    Q_INVOKABLE void open(const QString &path);
    /// Columns by their place in columnNames, whose first one is "none".
    Q_INVOKABLE void setColumns(int time, int outlet, int energy, int unit);
    /// Where the rows of a name go: a place in outletChoices.
    Q_INVOKABLE void choose(int name, int choice);
    Q_INVOKABLE void showAllNames();
    /// imported() follows, or problem changes.
    Q_INVOKABLE void write();
    /// Stops what is under way, leaves nothing behind and forgets the file.
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void imported();

private:
    void follow();
    [[nodiscard]] QStringList outletIds() const;
    /// "5,952 rows"
    [[nodiscard]] static QString rowsText(qint64 count);

    Engine &m_engine;
    App &m_app;
    TransferService *m_service;
    TransferMeter m_meter;
    std::unique_ptr<ImportSession> m_session;
    bool m_backsUp = true;
    bool m_showsAllNames = false;
};

} // namespace outlet
