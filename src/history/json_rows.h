// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <functional>
#include <optional>

#include "history/transfer_record.h"

namespace outlet {

/// Finds the objects that stand in a list, anywhere in a JSON text, one after another: a table's
/// rows. Holds one piece of text and one object.
class JsonRows
{
public:
    /// Gives the next piece of text; an empty one is the end.
    using Source = std::function<QString()>;

    explicit JsonRows(Source source);

    /// The next object; none at the end. Its cells are in the order of columns(); null is empty.
    [[nodiscard]] std::optional<TransferRecord> next();
    /// The names in the first object.
    [[nodiscard]] const QStringList &columns() const { return m_columns; }

private:
    [[nodiscard]] std::optional<QChar> take();
    [[nodiscard]] TransferRecord readObject();
    void fillCells(const QJsonObject &object, TransferRecord &record);

    Source m_source;
    QString m_text;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    QString m_open; ///< the brackets that are open
    QStringList m_columns;
    bool m_isInText = false;
    bool m_isEscaped = false;
    bool m_isOver = false;
};

} // namespace outlet
