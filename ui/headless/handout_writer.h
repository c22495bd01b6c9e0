// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/source.h"
#include "core/error.h"
#include "ui/headless/report_file.h"
#include "ui/headless/report_pdf.h"
#include "ui/jobs/job.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <variant>

namespace rotascope {

/// Writes a report with many figures while the window stays usable. Figures are copies of widgets, so they are drawn in the GUI thread:
/// a page of a PDF, or a picture of an HTML file, at a turn of the event loop. The file is written off it. Destroyed before it has ended,
/// it leaves nothing new behind.
class HandoutWriter : public QObject {
    Q_OBJECT

public:
    explicit HandoutWriter(QObject* parent = nullptr);
    ~HandoutWriter() override;

    /// Begins to write; written() or failed() follows from the event loop. `file` is as checkReportFile() takes it. Not while isBusy().
    void start(ReportContent content, const QString& file);
    /// failed() follows, with ErrorKind::Stopped; or written(): it was too late.
    void stop();
    [[nodiscard]] bool isBusy() const { return m_turn.isActive() || m_job.isBusy(); }

signals:
    /// So many pages or pictures are drawn.
    void progressed(int drawn, int total);
    void written();
    /// Nothing new is there.
    void failed(const rotascope::Error& error);

private:
    void draw();
    void forget();
    void write(const QByteArray& bytes);

    ReportContent m_content;
    QString m_file;
    std::unique_ptr<PdfReport> m_pdf; ///< null: it becomes HTML
    int m_drawn = 0;
    QTimer m_turn;
    Job<std::monostate> m_job;
};

} // namespace rotascope
