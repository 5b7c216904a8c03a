// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/transfer_service.h"
#include "desktop/transfer_meter.h"

namespace outlet {

class App;
class Engine;

/// The export that a person puts together in the dialog (mock 17), and its writing. Main thread.
class ExportJob : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from App")
    /// False where nothing is recorded.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    /// An index into presets.
    Q_PROPERTY(int preset READ preset WRITE setPreset NOTIFY changed FINAL)
    Q_PROPERTY(QStringList presets READ presets CONSTANT FINAL)
    /// First and last day, "2025-10-01"; both included.
    Q_PROPERTY(QString from READ from WRITE setFrom NOTIFY changed FINAL)
    Q_PROPERTY(QString to READ to WRITE setTo NOTIFY changed FINAL)
    Q_PROPERTY(QString today READ today NOTIFY changed FINAL)
    Q_PROPERTY(QString rangeError READ rangeError NOTIFY changed FINAL)
    /// {id, name, icon, chosen} of every outlet of the user's.
    Q_PROPERTY(QVariantList outlets READ outlets NOTIFY changed FINAL)
    Q_PROPERTY(QString outletsText READ outletsText NOTIFY changed FINAL)
    Q_PROPERTY(QString outletsError READ outletsError NOTIFY changed FINAL)
    Q_PROPERTY(int format READ format WRITE setFormat NOTIFY changed FINAL)
    Q_PROPERTY(int resolution READ resolution WRITE setResolution NOTIFY changed FINAL)
    Q_PROPERTY(bool semicolon READ semicolon WRITE setSemicolon NOTIFY changed FINAL)
    Q_PROPERTY(bool canExport READ canExport NOTIFY changed FINAL)
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    /// The preview: names of the columns, and {cells, hasData} of a few rows.
    Q_PROPERTY(QStringList previewColumns READ previewColumns NOTIFY previewChanged FINAL)
    Q_PROPERTY(QVariantList previewRows READ previewRows NOTIFY previewChanged FINAL)
    /// "5,952 rows, about 0.4 MB"; empty while it is looked for.
    Q_PROPERTY(QString sizeText READ sizeText NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString previewProblem READ previewProblem NOTIFY previewChanged FINAL)
    Q_PROPERTY(bool writing READ writing NOTIFY changed FINAL)
    Q_PROPERTY(outlet::TransferMeter *meter READ meter CONSTANT FINAL)
    /// Why the last one failed; empty = it did not.
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
public:
    static constexpr std::chrono::milliseconds kPreviewAfter{300};

    /// Both must outlive it.
    ExportJob(Engine &engine, App &app);
    ~ExportJob() override;

    [[nodiscard]] bool available() const { return m_service != nullptr; }
    [[nodiscard]] int preset() const { return m_preset; }
    void setPreset(int preset);
    [[nodiscard]] QStringList presets() const;
    [[nodiscard]] QString from() const { return m_from.toString(Qt::ISODate); }
    void setFrom(const QString &iso);
    [[nodiscard]] QString to() const { return m_to.toString(Qt::ISODate); }
    void setTo(const QString &iso);
    [[nodiscard]] QString today() const;
    [[nodiscard]] QString rangeError() const;
    [[nodiscard]] QVariantList outlets() const;
    [[nodiscard]] QString outletsText() const;
    [[nodiscard]] QString outletsError() const;
    [[nodiscard]] int format() const { return int(m_format); }
    void setFormat(int format);
    [[nodiscard]] int resolution() const { return int(m_resolution); }
    void setResolution(int resolution);
    [[nodiscard]] bool semicolon() const { return m_isSemicolon; }
    void setSemicolon(bool semicolon);
    [[nodiscard]] bool canExport() const;
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QStringList previewColumns() const { return m_preview.columns; }
    [[nodiscard]] QVariantList previewRows() const;
    [[nodiscard]] QString sizeText() const { return m_sizeText; }
    [[nodiscard]] QString previewProblem() const { return m_previewProblem; }
    [[nodiscard]] bool writing() const { return m_isWriting; }
    [[nodiscard]] TransferMeter *meter() { return &m_meter; }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Begins anew, with this month and all outlets, or with these days and outlets.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void beginWith(const QString &fromIso, const QString &toIso,
                               const QStringList &outletIds);
    Q_INVOKABLE void toggleOutlet(const QString &id);
    Q_INVOKABLE void chooseAllOutlets(bool all);
    /// Writes to this file; saved() follows, or problem changes.
    Q_INVOKABLE void write(const QString &path);
    /// Stops writing; the partial file is gone.
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void previewChanged();
    void saved(const QString &path);

private:
    void setRange(QDate from, QDate to);
    void touch();
    void look();
    void findFirstDay();
    [[nodiscard]] QDate todayDate() const;
    [[nodiscard]] QStringList allIds() const;
    [[nodiscard]] TransferService::Export what() const;

    Engine &m_engine;
    App &m_app;
    TransferService *m_service;
    ClockTimer m_previewTimer;
    TransferMeter m_meter;
    int m_preset = 0;
    QDate m_from;
    QDate m_to;
    QDate m_firstDay; ///< of all that is recorded; invalid = not known yet
    QStringList m_chosen;
    ExportPlan::Format m_format = ExportPlan::Format::Csv;
    ExportPlan::Resolution m_resolution = ExportPlan::Resolution::Hour;
    bool m_isSemicolon = false;
    ExportPreview m_preview;
    QString m_sizeText;
    QString m_previewProblem;
    TransferService::Progress m_previewing;
    TransferService::Progress m_exporting;
    bool m_isWriting = false;
    QString m_problem;
};

} // namespace outlet
