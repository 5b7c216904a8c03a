// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

/// Internal to src/protocol: going through JSON that may be hostile or end early, piece by piece,
/// in order to show it. Understands no more than where strings and values begin and end.
namespace outlet::protocol {

/// A place in JSON text. Valid as long as the bytes that it was given.
class JsonText
{
public:
    enum class Kind { Space, String, Mark, Word, Other };

    struct String
    {
        QByteArray decoded; ///< UTF-8, with all escapes resolved
        QByteArray shown;   ///< with its quotes, in ASCII alone
        bool isWhole = true;
    };

    explicit JsonText(QByteArrayView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool isAt(char c) const { return !atEnd() && m_text[m_at] == c; }
    /// What begins here; Other at the end.
    [[nodiscard]] Kind peek() const;

    void skipSpace();
    /// A string; not whole when the text ends within it.
    [[nodiscard]] String takeString();
    /// One of []{},:
    [[nodiscard]] char takeMark() { return m_text[m_at++]; }
    /// A number, true, false or null, or what is made of the same letters.
    [[nodiscard]] QByteArrayView takeWord();
    /// A whole value, however deep; to the end when it has none.
    void skipValue();

    /// \a text as a JSON string in ASCII alone.
    [[nodiscard]] static QByteArray quoted(QByteArrayView text);

private:
    void decodeEscape(QByteArray &decoded);

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace outlet::protocol
