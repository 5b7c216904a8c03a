// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtGui/QPageSize>
#include <QtQml/qqmlregistration.h>
#include <memory>

#include "desktop/report/report_painter.h"
#include "desktop/ui.h"

class QPrinter;

namespace outlet {

class OutletFaces;
class ReportLoader;

/// The monthly report: chooses the month, asks for its data, and puts it on screen, paper or into a
/// PDF. Main thread; writes files on another one.
class ReportView : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /// Any day of the month, "2025-10-01"; the month before this one unless it is set.
    Q_PROPERTY(QString month READ month WRITE setMonth NOTIFY monthChanged FINAL)
    Q_PROPERTY(QString title READ title NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY monthChanged FINAL)
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY loadingChanged FINAL)
    /// There is a report that can be shown and printed.
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    /// Nothing is known of the month.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed FINAL)
    Q_PROPERTY(int pageCount READ pageCount NOTIFY changed FINAL)
    /// Height by width of a sheet.
    Q_PROPERTY(qreal pageRatio READ pageRatio NOTIFY changed FINAL)
    /// The report in one sentence, for screen readers.
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)
    /// "outlet-report-2025-10.pdf"
    Q_PROPERTY(QString fileName READ fileName NOTIFY monthChanged FINAL)
    /// What became of saving or printing; empty at first.
    Q_PROPERTY(QString noticeText READ noticeText NOTIFY noticeChanged FINAL)
    Q_PROPERTY(outlet::Ui::Tone noticeTone READ noticeTone NOTIFY noticeChanged FINAL)
public:
    /// For QML: the outlets of OutletFaces::shared().
    explicit ReportView(QObject *parent = nullptr);
    explicit ReportView(OutletFaces *faces, QObject *parent = nullptr);
    ~ReportView() override;

    [[nodiscard]] QString month() const;
    void setMonth(const QString &iso);
    [[nodiscard]] QString title() const { return m_period.title(); }
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] bool canGoForward() const;
    [[nodiscard]] bool loading() const;
    [[nodiscard]] QString errorText() const { return m_errorText; }
    [[nodiscard]] bool isReady() const { return m_painter != nullptr; }
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] int pageCount() const { return m_painter ? m_painter->pageCount() : 1; }
    [[nodiscard]] qreal pageRatio() const;
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString noticeText() const { return m_noticeText; }
    [[nodiscard]] Ui::Tone noticeTone() const { return m_noticeTone; }
    /// nullptr while nothing is loaded.
    [[nodiscard]] const ReportPainter *painter() const { return m_painter.get(); }

    /// A4, or Letter where that is what printers hold.
    [[nodiscard]] static QPageSize::PageSizeId paper(const QLocale &locale);

    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();
    Q_INVOKABLE void retry();
    /// Writes the report to a file; saved() or a notice tells how that went.
    Q_INVOKABLE void savePdf(const QString &path);
    /// Asks for a printer, and prints.
    Q_INVOKABLE void printReport();

    /// The report as a PDF; empty while there is none. Vector drawing, text as text.
    [[nodiscard]] QByteArray pdf() const;
    void printOn(QPrinter &printer);

Q_SIGNALS:
    void monthChanged();
    void loadingChanged();
    void changed();
    void noticeChanged();
    void saved(const QString &path);

private:
    void show(const EnergyPeriod &period);
    void take();
    void notice(const QString &text, Ui::Tone tone);

    OutletFaces *m_faces;
    std::unique_ptr<ReportLoader> m_loader;
    EnergyPeriod m_period;
    std::unique_ptr<ReportPainter> m_painter;
    bool m_isEmpty = false;
    QString m_summary;
    QString m_errorText;
    QString m_noticeText;
    Ui::Tone m_noticeTone = Ui::ToneNeutral;
};

} // namespace outlet
