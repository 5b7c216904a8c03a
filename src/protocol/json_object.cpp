// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "protocol/json_object.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <algorithm>

namespace outlet::protocol {

const JsonObject::Field *JsonObject::find(QByteArrayView key) const
{
    for (qsizetype i = m_fields.size() - 1; i >= 0; --i) {
        if (m_fields[i].key == key)
            return &m_fields[i];
    }
    return nullptr;
}

std::optional<QByteArrayView> JsonObject::string(QByteArrayView key) const
{
    const Field *field = find(key);
    if (!field || field->type != Type::String)
        return std::nullopt;
    return field->text;
}

std::optional<qint64> JsonObject::integer(QByteArrayView key) const
{
    const Field *field = find(key);
    if (!field || field->type != Type::Integer)
        return std::nullopt;
    return field->integer;
}

bool operator==(const JsonObject &a, const JsonObject &b)
{
    const auto covers = [](const JsonObject &one, const JsonObject &other) {
        return std::all_of(one.m_fields.begin(), one.m_fields.end(), [&](const auto &field) {
            const JsonObject::Field *mine = one.find(field.key);
            const JsonObject::Field *found = other.find(field.key);
            return found && found->type == mine->type && found->text == mine->text &&
                   found->integer == mine->integer;
        });
    };
    return covers(a, b) && covers(b, a);
}

/// The hand-written scanner behind scanFlatObject().
class FlatScanner
{
public:
    FlatScanner(QByteArrayView json, JsonObject &object)
        : m_at(json.begin())
        , m_end(json.end())
        , m_object(object)
    {
    }

    bool run()
    {
        skipSpace();
        if (!take('{'))
            return false;
        skipSpace();
        if (!take('}')) {
            do {
                if (!field())
                    return false;
            } while (take(','));
            if (!take('}'))
                return false;
            skipSpace();
        }
        skipSpace();
        return m_at == m_end;
    }

private:
    void skipSpace()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    bool take(char c)
    {
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }

    bool field()
    {
        JsonObject::Field field;
        skipSpace();
        if (!string(field.key))
            return false;
        skipSpace();
        if (!take(':'))
            return false;
        skipSpace();
        if (m_at == m_end || !value(field))
            return false;
        skipSpace();
        m_object.m_fields.append(field);
        return true;
    }

    bool value(JsonObject::Field &field)
    {
        switch (*m_at) {
        case '"':
            field.type = JsonObject::Type::String;
            return string(field.text);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            field.type = JsonObject::Type::Integer;
            return integer(field.integer);
        }
    }

    bool string(QByteArrayView &text)
    {
        if (!take('"'))
            return false;
        const char *const begin = m_at;
        for (; m_at != m_end; ++m_at) {
            if (*m_at == '"') {
                text = QByteArrayView(begin, m_at);
                ++m_at;
                return true;
            }
            const auto byte = static_cast<unsigned char>(*m_at);
            if (byte < 0x20 || byte >= 0x80 || byte == '\\')
                return false;
        }
        return false;
    }

    bool word(QByteArrayView word)
    {
        if (!QByteArrayView(m_at, m_end).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }

    bool integer(qint64 &number)
    {
        // More digits than a double holds exactly are left to the parser that reads doubles.
        constexpr qsizetype mostDigits = 15;
        const bool negative = take('-');
        const char *const begin = m_at;
        qint64 magnitude = 0;
        for (; m_at != m_end && *m_at >= '0' && *m_at <= '9'; ++m_at) {
            if (m_at - begin == mostDigits)
                return false;
            magnitude = magnitude * 10 + (*m_at - '0');
        }
        const qsizetype digits = m_at - begin;
        if (digits == 0 || (digits > 1 && *begin == '0'))
            return false;
        // What may follow is checked by the caller: a fraction or exponent is no comma or brace.
        number = negative ? -magnitude : magnitude;
        return true;
    }

    const char *m_at;
    const char *m_end;
    JsonObject &m_object;
};

bool scanFlatObject(QByteArrayView json, JsonObject &object)
{
    return FlatScanner(json, object).run();
}

namespace {

/// True for JSON that is no object. Old versions of QJsonDocument know no bare values, so the text
/// is read as the one element of an array.
bool isOneJsonValue(QByteArrayView json)
{
    const QByteArray wrapped = '[' + json.toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    return document.isArray() && document.array().size() == 1;
}

} // namespace

JsonOutcome parseAnyObject(QByteArrayView json, JsonObject &object)
{
    const QByteArray bytes = QByteArray::fromRawData(json.data(), json.size());
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return isOneJsonValue(json) ? JsonOutcome::NotAnObject : JsonOutcome::NotJson;

    object.m_fields.clear();
    object.m_storage.clear();
    const auto stored = [&object](const QString &text) {
        object.m_storage.append(text.toUtf8());
        return QByteArrayView(object.m_storage.constLast());
    };
    const QJsonObject parsed = document.object();
    for (auto it = parsed.begin(); it != parsed.end(); ++it) {
        JsonObject::Field field;
        field.key = stored(it.key());
        const QJsonValue value = it.value();
        if (value.isString()) {
            field.type = JsonObject::Type::String;
            field.text = stored(value.toString());
        } else if (value.isDouble()) {
            // toInteger() gives 0 for what is no whole number or does not fit.
            field.integer = value.toInteger();
            if (field.integer != 0 || value.toDouble() == 0)
                field.type = JsonObject::Type::Integer;
        }
        object.m_fields.append(field);
    }
    return JsonOutcome::Ok;
}

JsonOutcome readJsonObject(QByteArrayView json, JsonObject &object)
{
    if (scanFlatObject(json, object))
        return JsonOutcome::Ok;
    return parseAnyObject(json, object);
}

} // namespace outlet::protocol
