// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/json_text.h"

#include <QtCore/QString>
#include <optional>

namespace outlet::protocol {

namespace {

constexpr QByteArrayView kSpaces(" \t\r\n");
constexpr QByteArrayView kMarks("[]{},:");
// Ellipsis and bullets are ours, and the only letters beyond ASCII that are left as they are.
constexpr char16_t kEllipsis = 0x2026;

bool isWordLetter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == 'E' || c == '+' || c == '-' ||
           c == '.';
}

/// The four hexadecimal digits of a \u escape.
std::optional<char16_t> codeUnitAt(QByteArrayView text)
{
    if (text.size() < 4)
        return std::nullopt;
    bool ok = false;
    const ushort unit = text.first(4).toByteArray().toUShort(&ok, 16);
    return ok ? std::optional<char16_t>(unit) : std::nullopt;
}

void appendCode(QByteArray &to, char16_t unit)
{
    to.append("\\u").append(QByteArray::number(unit, 16).rightJustified(4, '0'));
}

} // namespace

JsonText::Kind JsonText::peek() const
{
    if (atEnd())
        return Kind::Other;
    const char c = m_text[m_at];
    if (c == '"')
        return Kind::String;
    if (kSpaces.contains(c))
        return Kind::Space;
    if (kMarks.contains(c))
        return Kind::Mark;
    return isWordLetter(c) ? Kind::Word : Kind::Other;
}

void JsonText::skipSpace()
{
    while (!atEnd() && kSpaces.contains(m_text[m_at]))
        ++m_at;
}

JsonText::String JsonText::takeString()
{
    String string;
    qsizetype copied = ++m_at; // behind the opening quote
    const auto copyPlain = [&] { string.decoded.append(m_text.sliced(copied, m_at - copied)); };
    while (!atEnd() && m_text[m_at] != '"') {
        if (m_text[m_at] != '\\') {
            ++m_at;
            continue;
        }
        copyPlain();
        ++m_at;
        decodeEscape(string.decoded);
        copied = m_at;
    }
    copyPlain();
    string.isWhole = !atEnd();
    if (string.isWhole)
        ++m_at;
    string.shown = quoted(string.decoded);
    return string;
}

void JsonText::decodeEscape(QByteArray &decoded)
{
    if (atEnd())
        return;
    const char c = m_text[m_at++];
    switch (c) {
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
        decoded.append(' ');
        return;
    case 'u':
        break;
    default:
        decoded.append(c);
        return;
    }
    QString units;
    while (const auto unit = codeUnitAt(m_text.sliced(m_at))) {
        units.append(QChar(*unit));
        m_at += 4;
        // The two halves of one letter are written as two escapes.
        if (!QChar(*unit).isHighSurrogate() || !m_text.sliced(m_at).startsWith("\\u"))
            break;
        m_at += 2;
    }
    decoded.append(units.toUtf8());
}

QByteArrayView JsonText::takeWord()
{
    const qsizetype begin = m_at;
    while (!atEnd() && isWordLetter(m_text[m_at]))
        ++m_at;
    return m_text.sliced(begin, m_at - begin);
}

void JsonText::skipValue()
{
    qsizetype depth = 0;
    do {
        switch (peek()) {
        case Kind::String:
            static_cast<void>(takeString());
            break;
        case Kind::Mark: {
            const char c = m_text[m_at];
            if (depth == 0 && c != '{' && c != '[')
                return; // no value at all
            ++m_at;
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            break;
        }
        case Kind::Word:
            static_cast<void>(takeWord());
            break;
        case Kind::Space:
            skipSpace();
            break;
        case Kind::Other:
            m_at = m_text.size(); // no JSON: nobody can say where this ends
            break;
        }
    } while (depth > 0 && !atEnd());
}

QByteArray JsonText::quoted(QByteArrayView text)
{
    QByteArray shown;
    shown.reserve(text.size() + 2);
    shown.append('"');
    bool isAscii = true;
    for (const char c : text)
        isAscii = isAscii && c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
    if (isAscii) {
        shown.append(text);
    } else {
        const QString decoded = QString::fromUtf8(text);
        for (const QChar c : decoded) {
            if (c == u'"' || c == u'\\')
                shown.append('\\').append(static_cast<char>(c.unicode()));
            else if (c.unicode() == kEllipsis)
                shown.append("\xe2\x80\xa6");
            else if (c.unicode() >= 0x20 && c.unicode() < 0x7f)
                shown.append(static_cast<char>(c.unicode()));
            else
                appendCode(shown, c.unicode());
        }
    }
    return shown.append('"');
}

} // namespace outlet::protocol
