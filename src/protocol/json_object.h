// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>
#include <QtCore/QVarLengthArray>
#include <optional>

/// Internal to src/protocol: reading one JSON object, fast where it is of the outlets' kind.
namespace outlet::protocol {

/// How an attempt to read a JSON object ended.
enum class JsonOutcome { Ok, NotJson, NotAnObject };

/// The fields of one JSON object; nested values are known to exist and not looked into. Valid only
/// as long as the bytes that it was read from.
class JsonObject
{
public:
    /// True when there is a field of this name, whatever its value.
    [[nodiscard]] bool contains(QByteArrayView key) const { return find(key) != nullptr; }
    /// The UTF-8 content of a string field; empty when the field is missing or no string.
    [[nodiscard]] std::optional<QByteArrayView> string(QByteArrayView key) const;
    /// The value of a number field that is a whole number and fits; empty otherwise.
    [[nodiscard]] std::optional<qint64> integer(QByteArrayView key) const;

    friend bool operator==(const JsonObject &a, const JsonObject &b);

private:
    friend class FlatScanner;
    friend JsonOutcome parseAnyObject(QByteArrayView json, JsonObject &object);

    enum class Type : quint8 { String, Integer, Other };
    struct Field
    {
        QByteArrayView key;
        QByteArrayView text; ///< of a string
        qint64 integer = 0;
        Type type = Type::Other;
    };

    [[nodiscard]] const Field *find(QByteArrayView key) const;

    QVarLengthArray<Field, 16> m_fields; ///< of equal keys, the last one counts
    QList<QByteArray> m_storage;         ///< what fields point to that is not in the input
};

/// Reads an object whose strings are plain ASCII without escapes, whose numbers are short integers
/// and whose values are not nested: everything that outlets were seen to send. False for anything
/// else, be it JSON or not; \a object is then unusable. Never accepts what is not JSON.
[[nodiscard]] bool scanFlatObject(QByteArrayView json, JsonObject &object);

/// Reads any object with Qt's parser. The last of equal keys counts. Never crashes on deep nesting.
[[nodiscard]] JsonOutcome parseAnyObject(QByteArrayView json, JsonObject &object);

/// scanFlatObject(), and where that fails parseAnyObject(). Both give the same for the same input.
[[nodiscard]] JsonOutcome readJsonObject(QByteArrayView json, JsonObject &object);

} // namespace outlet::protocol
