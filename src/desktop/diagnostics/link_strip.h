// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QVariantList>
#include <QtGui/QColor>

#include "desktop/charts/picture_item.h"
#include "desktop/diagnostics/diagnostics_face.h"

namespace outlet {

/// The link of an outlet over the last day as a strip: solid = online, hatched = silent, dots =
/// offline, nothing where Outlet did not run. Labels are left to QML.
// The base is named in full, or the description of the QML types does not find it.
class LinkStrip : public outlet::PictureItem
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        outlet::DiagnosticsFace *source READ source WRITE setSource NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QColor onlineColor MEMBER m_onlineColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor markColor MEMBER m_markColor NOTIFY looksChanged FINAL)
    Q_PROPERTY(QColor groundColor MEMBER m_groundColor NOTIFY looksChanged FINAL)
    /// The piece that is looked at, -1 = none; and what it says, and where its middle is.
    Q_PROPERTY(int current READ current WRITE setCurrent NOTIFY currentChanged FINAL)
    Q_PROPERTY(QString currentText READ currentText NOTIFY currentChanged FINAL)
    Q_PROPERTY(qreal currentX READ currentX NOTIFY currentChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY contentChanged FINAL)
    Q_PROPERTY(QVariantList xTicks READ xTicks NOTIFY contentChanged FINAL)
public:
    static constexpr qreal kShortest = 4; ///< a mark is this wide at least

    explicit LinkStrip(QQuickItem *parent = nullptr);

    [[nodiscard]] DiagnosticsFace *source() const { return m_source; }
    void setSource(DiagnosticsFace *source);
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int current);
    [[nodiscard]] QString currentText() const;
    [[nodiscard]] qreal currentX() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_past.spans().size()); }
    [[nodiscard]] QVariantList xTicks() const;
    /// The piece under this place; -1 = none.
    Q_INVOKABLE int spanAt(qreal x) const;

Q_SIGNALS:
    void sourceChanged();
    void looksChanged();
    void currentChanged();
    void contentChanged();

protected:
    void layOut() override;
    void paint(QPainter &painter) const override;

private:
    void takeData();
    [[nodiscard]] QRectF rectOf(const LinkPast::Span &span) const;

    QPointer<DiagnosticsFace> m_source;
    LinkPast m_past;
    int m_current = -1;
    QColor m_onlineColor = Qt::black;
    QColor m_markColor = Qt::gray;
    QColor m_groundColor = Qt::lightGray;
};

} // namespace outlet
