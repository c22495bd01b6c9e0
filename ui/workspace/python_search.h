// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <optional>

class QProcess;

namespace rotascope {

/// Makes a process that runs Python: nothing is imported from the folder that the program was started in, and it ends with the program,
/// however that ends. What it starts in turn is of its process group, whose number is its own.
void setUpPython(QProcess& process);

/// A Python that has the package rotascope_evaluate, and what that needs.
struct FoundPython {
    QString program; ///< whole path
    QString version; ///< of the package

    friend bool operator==(const FoundPython&, const FoundPython&) = default;
};

/// Looks for one: asks one Python after the other, each a process of its own, so that the window is never kept waiting. One that does not
/// answer within half a minute is ended.
class PythonSearch : public QObject {
    Q_OBJECT

public:
    explicit PythonSearch(QObject* parent = nullptr);
    ~PythonSearch() override;

    /// Begins anew. `chosen`: the one to ask; empty: those in the folders of PATH that have their whole path, in its order.
    void start(const QString& chosen = {});
    [[nodiscard]] bool isBusy() const { return m_process != nullptr; }
    [[nodiscard]] const std::optional<FoundPython>& found() const { return m_found; }
    /// Why there is none: what the last one that was asked said. Empty before the end.
    [[nodiscard]] const QString& problem() const { return m_problem; }

signals:
    /// found() or problem() is there.
    void ended();

private:
    void askNext();
    void take(const QString& program);
    void forget();

    QStringList m_left; ///< to be asked
    QProcess* m_process = nullptr; ///< that is asked; null: none
    std::optional<FoundPython> m_found;
    QString m_problem;
};

} // namespace rotascope
