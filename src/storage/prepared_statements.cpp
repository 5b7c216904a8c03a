// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#include "storage/prepared_statements.h"

namespace outlet {

Result<QSqlQuery *, SqlFailure> PreparedStatements::execute(const QString &sql,
                                                            const QVariantList &values)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        QSqlQuery query = m_connection.query();
        if (!query.prepare(sql))
            return SqlFailure::from(query.lastError());
        found = m_statements.emplace(sql, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    if (!query.exec())
        return SqlFailure::from(query.lastError());
    return &query;
}

SqlOutcome PreparedStatements::run(const QString &sql, const QVariantList &values)
{
    const auto done = execute(sql, values);
    if (!done)
        return done.error();
    (*done)->finish();
    return std::nullopt;
}

} // namespace outlet
