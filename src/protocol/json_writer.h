// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QStringView>

namespace outlet::protocol {

/// Internal to src/protocol: writes one flat JSON object in the order of the calls, without spaces.
class JsonWriter
{
public:
    /// Lines puts the line feeds that outlets put in their longer messages (protocol.md section 2).
    enum class Layout { Compact, Lines };

    explicit JsonWriter(Layout layout = Layout::Compact);

    /// \a word must need no escaping.
    JsonWriter &word(QByteArrayView key, QByteArrayView word);
    /// Any text; quotes, backslashes and control characters are escaped.
    JsonWriter &text(QByteArrayView key, QStringView text);
    JsonWriter &number(QByteArrayView key, qint64 value);
    /// Closes the object and gives it away; the writer is then spent.
    [[nodiscard]] QByteArray finish();

private:
    void key(QByteArrayView key);

    QByteArray m_json;
    Layout m_layout;
    bool m_first = true;
};

} // namespace outlet::protocol
