// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QVariantList>

#include "desktop/charts/picture_item.h"
#include "desktop/diagnostics/diagnostics_face.h"

namespace outlet {

/// A picture of an outlet's last day, which follows its source. Labels are left to QML.
// The base is named in full, or the description of the QML types does not find it.
class LinkPastPicture : public outlet::PictureItem
{
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(
        outlet::DiagnosticsFace *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    /// {pos, label}, 0 = the range's start, 1 = now.
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY contentChanged FINAL)
public:
    [[nodiscard]] DiagnosticsFace *source() const { return m_source; }
    void setSource(DiagnosticsFace *source);
    [[nodiscard]] QVariantList xTicks() const;

Q_SIGNALS:
    void sourceChanged();
    void looksChanged();
    void contentChanged();

protected:
    /// How many times stand below at most, and up to which part of the width: those beyond would
    /// run into "now".
    struct TimeLabels
    {
        int most = 0;
        qreal roomForNow = 1;
    };

    LinkPastPicture(TimeLabels labels, QQuickItem *parent);

    [[nodiscard]] const LinkPast &past() const { return m_past; }
    [[nodiscard]] static QVariantMap tick(double position, const QString &label);

    void layOut() override {}

private:
    void takeData();

    const TimeLabels m_labels;
    QPointer<DiagnosticsFace> m_source;
    LinkPast m_past;
};

} // namespace outlet
