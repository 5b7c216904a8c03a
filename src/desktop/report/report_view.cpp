// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "desktop/report/report_view.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QPromise>
#include <QtCore/QSaveFile>
#include <QtCore/QThreadPool>
#include <QtGui/QPageLayout>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QWindow>
#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>
#include <QtWidgets/QApplication>
#include <algorithm>

#include "base/version.h"
#include "desktop/energy/energy_outlets.h"
#include "desktop/outlet_faces.h"
#include "desktop/report/report_loader.h"

namespace outlet {

namespace {

constexpr int kPdfDotsPerInch = 1200;

/// The sheet in units of the painter; the margins are the painter's own.
QPageLayout sheet()
{
    return {QPageSize(ReportView::paper(QLocale())), QPageLayout::Portrait, QMarginsF(),
            QPageLayout::Millimeter};
}

QSizeF sheetUnits()
{
    return QPageSize(ReportView::paper(QLocale())).size(QPageSize::Inch) *
           ReportPainter::kUnitsPerInch;
}

/// What went wrong, in the system's words; empty when the file is there.
QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

void paintAll(const ReportPainter &report, QPagedPaintDevice &device, int dotsPerInch)
{
    QPainter painter;
    if (!painter.begin(&device))
        return;
    painter.scale(dotsPerInch / ReportPainter::kUnitsPerInch,
                  dotsPerInch / ReportPainter::kUnitsPerInch);
    for (int page = 0; page < report.pageCount(); ++page) {
        if (page > 0)
            device.newPage();
        report.paint(painter, page);
    }
}

} // namespace

ReportView::ReportView(QObject *parent)
    : ReportView(OutletFaces::shared(), parent)
{
}

ReportView::ReportView(OutletFaces *faces, QObject *parent)
    : QObject(parent)
    , m_faces(faces)
{
    EnergySource *const source = faces ? faces->parts().energy : nullptr;
    if (!source)
        return;
    const Clock &clock = faces->parts().clock;
    m_loader = std::make_unique<ReportLoader>(*source, clock);
    connect(m_loader.get(), &ReportLoader::loaded, this, &ReportView::take);
    connect(m_loader.get(), &ReportLoader::failed, this, [this](const QString &text) {
        m_errorText = text;
        Q_EMIT loadingChanged();
    });
    const auto anew = [this, source] {
        show(EnergyPeriod(EnergyPeriod::Kind::Month, m_period.range().startUtcMs,
                          source->calendar(), source->tariff().billingDay));
    };
    connect(source, &EnergySource::tariffChanged, this, anew);
    connect(source, &EnergySource::rewritten, this, anew);
    m_period = EnergyPeriod(EnergyPeriod::Kind::Month, clock.utcMs(), source->calendar(),
                            source->tariff().billingDay)
                   .previous();
}

ReportView::~ReportView() = default;

QPageSize::PageSizeId ReportView::paper(const QLocale &locale)
{
    switch (locale.territory()) {
    case QLocale::UnitedStates:
    case QLocale::Canada:
    case QLocale::Mexico:
    case QLocale::Chile:
    case QLocale::Colombia:
    case QLocale::CostaRica:
    case QLocale::Guatemala:
    case QLocale::Panama:
    case QLocale::Philippines:
    case QLocale::PuertoRico:
    case QLocale::Venezuela:
        return QPageSize::Letter;
    default:
        return QPageSize::A4;
    }
}

QString ReportView::month() const
{
    return m_period.calendar().date(m_period.range().startUtcMs).toString(Qt::ISODate);
}

void ReportView::setMonth(const QString &iso)
{
    const QDate date = QDate::fromString(iso, Qt::ISODate);
    if (!m_loader || !date.isValid())
        return;
    show(m_period.as(EnergyPeriod::Kind::Month, m_period.calendar().dayStartUtcMs(date)));
}

bool ReportView::canGoBack() const
{
    const auto earliest = m_loader ? m_loader->earliestUtcMs() : std::nullopt;
    return earliest && *earliest < m_period.range().startUtcMs;
}

bool ReportView::canGoForward() const
{
    return m_loader && m_period.range().endUtcMs <= m_faces->parts().clock.utcMs();
}

bool ReportView::loading() const
{
    return m_loader && m_loader->isLoading();
}

qreal ReportView::pageRatio() const
{
    const QSizeF size = m_painter ? m_painter->pageSize() : sheetUnits();
    return size.height() / size.width();
}

QString ReportView::fileName() const
{
    return QStringLiteral("outlet-report-%1.pdf").arg(month().left(7));
}

void ReportView::goBack()
{
    if (canGoBack())
        show(m_period.previous());
}

void ReportView::goForward()
{
    if (canGoForward())
        show(m_period.next());
}

void ReportView::retry()
{
    if (m_loader)
        show(m_period);
}

void ReportView::show(const EnergyPeriod &period)
{
    m_period = period;
    m_errorText.clear();
    notice({}, Ui::ToneNeutral);
    QHash<QString, double> limits;
    const QList<EnergyOutlet> outlets = energyOutlets(*m_faces);
    for (const EnergyOutlet &outlet : outlets) {
        const OutletFace *const face = m_faces->find(outlet.id);
        if (face && face->standbyBelowWatts() > 0)
            limits.insert(outlet.id, face->standbyBelowWatts());
    }
    m_loader->load(outlets, period, limits);
    Q_EMIT monthChanged();
    Q_EMIT loadingChanged();
}

void ReportView::take()
{
    const MonthReport report = makeMonthReport(m_loader->input());
    m_isEmpty = report.isEmpty;
    m_summary = report.summary();
    m_painter = std::make_unique<ReportPainter>(
        report, sheetUnits(), tr("Outlet %1").arg(QStringLiteral(OUTLET_VERSION)));
    Q_EMIT changed();
    Q_EMIT monthChanged();
    Q_EMIT loadingChanged();
}

void ReportView::notice(const QString &text, Ui::Tone tone)
{
    m_noticeText = text;
    m_noticeTone = tone;
    Q_EMIT noticeChanged();
}

QByteArray ReportView::pdf() const
{
    if (!m_painter)
        return {};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageLayout(sheet());
        writer.setResolution(kPdfDotsPerInch);
        writer.setTitle(tr("Energy report, %1").arg(title()));
        writer.setCreator(tr("Outlet %1").arg(QStringLiteral(OUTLET_VERSION)));
        paintAll(*m_painter, writer, kPdfDotsPerInch);
    }
    return bytes;
}

void ReportView::savePdf(const QString &path)
{
    const QByteArray bytes = pdf();
    if (bytes.isEmpty())
        return;
    const auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    promise->future().then(this, [this, path](const QString &problem) {
        const QString name = QFileInfo(path).fileName();
        if (!problem.isEmpty()) {
            notice(tr("%1 could not be saved: %2. Choose another folder, or make room.")
                       .arg(name, problem),
                   Ui::ToneDanger);
            return;
        }
        notice(tr("Saved to %1").arg(name), Ui::ToneAccent);
        Q_EMIT saved(path);
    });
    QThreadPool::globalInstance()->start([promise, path, bytes] {
        promise->addResult(writeFile(path, bytes));
        promise->finish();
    });
}

void ReportView::printOn(QPrinter &printer)
{
    if (!m_painter)
        return;
    printer.setFullPage(true);
    printer.setDocName(tr("Energy report, %1").arg(title()));
    paintAll(*m_painter, printer, printer.resolution());
    if (printer.printerState() == QPrinter::Error)
        notice(tr("The printer did not take the report. Look whether it is on and has paper."),
               Ui::ToneDanger);
    else
        notice(tr("Sent to the printer"), Ui::ToneAccent);
}

void ReportView::printReport()
{
    if (!m_painter)
        return;
    auto *printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(paper(QLocale())));
    auto *dialog = new QPrintDialog(printer);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    // Goes when the dialog has gone, and when this has.
    connect(dialog, &QObject::destroyed, [printer] { delete printer; });
    connect(this, &QObject::destroyed, dialog, &QObject::deleteLater);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this](QPrinter *chosen) { printOn(*chosen); });
    if (QWindow *const asker = QGuiApplication::focusWindow()) {
        dialog->winId();
        dialog->windowHandle()->setTransientParent(asker);
    }
    dialog->open();
}

} // namespace outlet
