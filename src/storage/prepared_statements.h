// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QVariant>
#include <map>

#include "storage/sql_connection.h"

namespace outlet {

/// Statements that are run again and again with other values: what has the same words is parsed
/// once. To be gone before their connection closes. On the connection's thread.
class PreparedStatements
{
public:
    /// \a connection must outlive the statements.
    explicit PreparedStatements(SqlConnection &connection)
        : m_connection(connection)
    {
    }

    /// Runs a statement with these values for its marks; whoever reads the rows of the answer calls
    /// finish() on it, and uses it before the same words are run again.
    [[nodiscard]] Result<QSqlQuery *, SqlFailure> execute(const QString &sql,
                                                          const QVariantList &values);
    /// The same where there are no rows to read.
    [[nodiscard]] SqlOutcome run(const QString &sql, const QVariantList &values);

private:
    SqlConnection &m_connection;
    std::map<QString, QSqlQuery> m_statements; ///< by their words
};

} // namespace outlet
