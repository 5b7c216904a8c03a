// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include <QtCore/QFileInfo>

#include "desktop/engine.h"
#include "desktop/format.h"
#include "desktop/import_job.h"
#include "outlets/outlet_registry.h"

namespace outlet {

using State = ImportSession::State;

namespace {

/// "lines 118, 119 and 2,044"; no more than a few.
QString lineList(const QList<qint64> &lines)
{
    QStringList texts;
    for (const qint64 line : lines)
        texts.append(Format::count(line));
    if (texts.size() < 2)
        return texts.value(0);
    const QString last = texts.takeLast();
    return ImportJob::tr("%1 and %2").arg(texts.join(QStringLiteral(", ")), last);
}

QString resultText(ImportResult result)
{
    switch (result) {
    case ImportResult::New:
        return ImportJob::tr("new");
    case ImportResult::AlreadyHere:
        return ImportJob::tr("already here");
    case ImportResult::Replaces:
        return ImportJob::tr("replaces");
    case ImportResult::Measured:
        return ImportJob::tr("measured here");
    case ImportResult::FinerHere:
        return ImportJob::tr("in detail here");
    case ImportResult::Repeated:
        return ImportJob::tr("repeated");
    case ImportResult::LeftOut:
        return ImportJob::tr("left out");
    case ImportResult::Gap:
        return ImportJob::tr("gap kept");
    }
    Q_UNREACHABLE();
}

} // namespace

QString ImportJob::rowsText(qint64 count)
{
    return count == 1 ? tr("1 row") : tr("%1 rows").arg(Format::count(count));
}

QString ImportJob::fileText() const
{
    if (!hasFile() || m_session->state() == State::Failed || m_session->fileColumns().isEmpty())
        return busy() ? busyText() : QString();
    const ImportReading &reading = m_session->reading();
    const QString kind = m_session->isJson() ? tr("JSON") : tr("CSV");
    QStringList parts{m_session->isOutletFile() ? tr("Outlet %1").arg(kind) : kind};
    if (reading.rows > 0) {
        if (reading.step == ImportReading::Step::Month)
            parts.append(tr("1 month"));
        else if (reading.step == ImportReading::Step::Day)
            parts.append(tr("1 day"));
        else if (reading.stepMs > 0)
            parts.append(Format::duration(reading.stepMs).text);
        parts.append(rowsText(reading.rows));
        parts.append(reading.hasZone ? tr("times with zone") : tr("local times"));
    }
    if (m_session->encodingName() != QLatin1StringView("UTF-8"))
        parts.append(m_session->encodingName());
    return parts.join(QStringLiteral(", "));
}

QString ImportJob::busyText() const
{
    if (!m_session)
        return {};
    switch (m_session->state()) {
    case State::Reading:
        return tr("Reading the file");
    case State::Sorting:
        return tr("Comparing with what is here");
    case State::BackingUp:
        return tr("Backing up first");
    case State::Writing:
        return tr("Importing");
    default:
        return {};
    }
}

QVariantList ImportJob::previewRows() const
{
    QVariantList rows;
    if (!m_session)
        return rows;
    const ImportReading &reading = m_session->reading();
    for (qsizetype i = 0; i < reading.shown.size(); ++i) {
        const ImportReading::Shown &shown = reading.shown.at(i);
        const QString id = m_session->choice().outletIds.value(shown.name);
        const Outlet *outlet = m_engine.registry().find(id);
        const bool isSorted = m_session->state() == State::Ready || writing();
        const bool isKnown = isSorted && i < m_session->sorted().shown.size();
        const QStringList cells{
            shown.time, outlet ? outlet->displayName() : reading.names.value(shown.name).name,
            shown.kwh ? QString::number(*shown.kwh, 'f', 3) : QString(),
            isKnown ? resultText(m_session->sorted().shown.at(i)) : QString()};
        rows.append(
            QVariantMap{{QStringLiteral("cells"), cells}, {QStringLiteral("hasData"), true}});
    }
    return rows;
}

QString ImportJob::previewLinesText() const
{
    QList<qint64> lines;
    if (m_session) {
        for (const ImportReading::Shown &shown : m_session->reading().shown)
            lines.append(shown.line);
    }
    return lines.isEmpty() ? QString() : tr("Line %1").arg(lineList(lines));
}

QString ImportJob::hereText() const
{
    if (!m_session || (m_session->state() != State::Ready && !writing()))
        return {};
    const ImportSorted &sorted = m_session->sorted();
    QStringList sentences;
    if (sorted.replaces && sorted.alreadyHere > 0)
        sentences.append(tr("Already here and replaced: %1.").arg(rowsText(sorted.alreadyHere)));
    const qint64 skipped = sorted.skipped();
    if (skipped > 0 && !sorted.replaces)
        sentences.append(skipped == 1
                             ? tr("1 row is already here. It is skipped; nothing you have is "
                                  "changed.")
                             : tr("%1 rows are already here. They are skipped; nothing you have is "
                                  "changed.")
                                   .arg(Format::count(skipped)));
    else if (skipped > 0)
        sentences.append(tr("Measured by Outlet, or here in more detail: %1. That stays.")
                             .arg(rowsText(skipped)));
    return sentences.join(u' ');
}

QString ImportJob::faultsText() const
{
    if (!m_session)
        return {};
    const qint64 count = m_session->reading().faultCount + m_session->sorted().faultCount;
    if (count == 0 || (m_session->state() != State::Ready && !writing()))
        return {};
    QList<qint64> lines;
    constexpr qsizetype most = 3;
    for (const auto &list : {m_session->reading().faults, m_session->sorted().faults}) {
        for (const ImportFault &fault : list) {
            if (lines.size() < most)
                lines.append(fault.line);
        }
    }
    const QString where = lines.size() == count
                              ? lineList(lines)
                              : tr("%1, …").arg(Format::count(lines.constFirst()));
    return count == 1 ? tr("1 row can’t be read: line %1.").arg(where)
                      : tr("%1 rows can’t be read: lines %2.").arg(Format::count(count), where);
}

QStringList ImportJob::faults() const
{
    QStringList texts;
    if (!m_session)
        return texts;
    for (const auto &list : {m_session->reading().faults, m_session->sorted().faults}) {
        for (const ImportFault &fault : list)
            texts.append(tr("Line %1: %2").arg(Format::count(fault.line), fault.reason));
    }
    const qint64 more =
        m_session->reading().faultCount + m_session->sorted().faultCount - texts.size();
    if (more > 0)
        texts.append(tr("And %1 more.").arg(Format::count(more)));
    return texts;
}

QString ImportJob::summaryText() const
{
    if (!m_session || m_session->state() != State::Ready)
        return {};
    const ImportSorted &sorted = m_session->sorted();
    QString text = sorted.newRows == 1 ? tr("1 new row")
                                       : tr("%1 new rows").arg(Format::count(sorted.newRows));
    if (sorted.leftOut > 0)
        text += tr(", %1 left out").arg(Format::count(sorted.leftOut));
    return text;
}

QString ImportJob::actionText() const
{
    if (!m_session || m_session->state() != State::Ready || m_session->sorted().toWrite() == 0)
        return tr("Import");
    return tr("Import %1").arg(rowsText(m_session->sorted().toWrite()));
}

QString ImportJob::replaceQuestion() const
{
    if (!m_session || !m_session->sorted().replaces || m_session->sorted().alreadyHere == 0)
        return {};
    return tr("Replace %1 imported before with what this file says? What was measured stays. The "
              "import can be undone.")
        .arg(rowsText(m_session->sorted().alreadyHere));
}

} // namespace outlet
