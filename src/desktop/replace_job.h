// SPDX-FileCopyrightText: The Outlet developers
// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QVariantList>
#include <QtQml/qqmlregistration.h>

namespace outlet {

class App;
class Engine;
class ReplaceService;

/// The replacement of an outlet that a person looks at in the dialog before it is done, and those
/// that can still be undone. Main thread.
class ReplaceJob : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from App")
    /// False where nothing is recorded.
    Q_PROPERTY(bool available READ available CONSTANT FINAL)
    Q_PROPERTY(QString oldName READ oldName NOTIFY changed FINAL)
    /// {text, icon} of the outlets that may take its place.
    Q_PROPERTY(QVariantList successors READ successors NOTIFY changed FINAL)
    /// A place in successors; -1 = not chosen yet.
    Q_PROPERTY(int successor READ successor WRITE setSuccessor NOTIFY changed FINAL)
    /// They exchange name, room, icon and settings.
    Q_PROPERTY(bool takesName READ takesName WRITE setTakesName NOTIFY changed FINAL)
    Q_PROPERTY(bool removesOld READ removesOld WRITE setRemovesOld NOTIFY changed FINAL)
    /// What will happen, a sentence each; empty before a successor is chosen.
    Q_PROPERTY(QStringList consequences READ consequences NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)
    Q_PROPERTY(bool canReplace READ canReplace NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)
    /// {id, outletId, text} of what can be undone, the newest first: "It replaced the old
    /// Freezer.".
    Q_PROPERTY(QVariantList replacements READ replacements NOTIFY replacementsChanged FINAL)
public:
    /// Both must outlive it.
    ReplaceJob(Engine &engine, App &app);

    [[nodiscard]] bool available() const { return m_service != nullptr; }
    [[nodiscard]] QString oldName() const;
    [[nodiscard]] QVariantList successors() const;
    [[nodiscard]] int successor() const;
    void setSuccessor(int index);
    [[nodiscard]] bool takesName() const { return m_takesName; }
    void setTakesName(bool takes);
    [[nodiscard]] bool removesOld() const { return m_removesOld; }
    void setRemovesOld(bool removes);
    [[nodiscard]] QStringList consequences() const;
    [[nodiscard]] bool busy() const { return m_isBusy; }
    [[nodiscard]] bool canReplace() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QVariantList replacements() const;

    /// The outlet with this id is to be replaced.
    Q_INVOKABLE void begin(const QString &id);
    /// replaced() follows, or problem changes.
    Q_INVOKABLE void replace();
    /// Undoes a replacement; App tells what came of it.
    Q_INVOKABLE void undo(qint64 id);

Q_SIGNALS:
    void changed();
    void replacementsChanged();
    void replaced();

private:
    void finish(qint64 id, const QString &problem);
    [[nodiscard]] QStringList successorIds() const;
    [[nodiscard]] QString nameOf(const QString &id) const;

    Engine &m_engine;
    App &m_app;
    ReplaceService *m_service;
    QString m_oldId;
    QString m_newId; ///< empty = not chosen yet
    QString m_problem;
    bool m_takesName = true;
    bool m_removesOld = true;
    bool m_isBusy = false;
};

} // namespace outlet
