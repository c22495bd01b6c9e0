// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lint_text.h"

#include "ui/base/colours.h"
#include "ui/base/text.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

namespace rotascope {
namespace {

class LintTexts {
    Q_DECLARE_TR_FUNCTIONS(LintText)
};

QString escaped(std::string_view text)
{
    return visible(text).toHtmlEscaped();
}

QString severityText(Severity severity)
{
    return severity == Severity::Error  ? LintTexts::tr("Error")
        : severity == Severity::Warning ? LintTexts::tr("Warning")
                                        : LintTexts::tr("Note");
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Applied:
        return LintTexts::tr("as stated");
    case Outcome::Differently:
        return LintTexts::tr("differently");
    case Outcome::Ignored:
        return LintTexts::tr("ignored");
    case Outcome::Refused:
        return LintTexts::tr("refused");
    }
    return {};
}

// Red for what does not work, amber for what differs; the word says the same.
QString colored(const QString& text, int badness, const QPalette& palette)
{
    const QColor color = badness == 0 ? errorColor(palette) : warningColor(palette);
    return badness > 1 ? text : QStringLiteral("<span style=\"color:%1\">%2</span>").arg(color.name(), text);
}

QString findingText(const Finding& finding, const QPalette& palette)
{
    return QStringLiteral("<p style=\"margin:0 0 8px 0\"><b>%1</b> &nbsp;%2<br>%3<br><i>%4</i></p>")
        .arg(colored(severityText(finding.severity), static_cast<int>(finding.severity), palette), escaped(finding.place),
            translated(finding.reason).toHtmlEscaped(), LintTexts::tr("Fix: %1").arg(translated(finding.fix).toHtmlEscaped()));
}

QString readingText(const EngineReading& reading, const QPalette& palette)
{
    const int badness = reading.outcome == Outcome::Applied ? 2 : reading.outcome == Outcome::Differently ? 1 : 0;
    const QString source = LintTexts::tr("%1, %2").arg(
        translated(reading.version).toHtmlEscaped(), reading.known == "run" ? LintTexts::tr("run") : LintTexts::tr("read"));
    return QStringLiteral("<tr><td style=\"padding-right:12px; white-space:nowrap\">%1</td><td style=\"padding-right:12px\">%2</td>"
                          "<td>%3 <small>(%4)</small></td></tr>")
        .arg(escaped(reading.engine), colored(outcomeText(reading.outcome), badness, palette), translated(reading.what).toHtmlEscaped(),
            source);
}

} // namespace

QString lintText(const LintReport& report, const QPalette& palette)
{
    QString text;
    for (const Finding& finding : report.findings) {
        text += findingText(finding, palette);
    }
    text += QStringLiteral("<table style=\"margin-top:8px\" cellspacing=\"0\" cellpadding=\"1\">");
    for (const EngineReading& reading : report.engines) {
        text += readingText(reading, palette);
    }
    return text + QStringLiteral("</table>");
}

QString lintSummary(const LintReport& report)
{
    QStringList parts;
    if (const int errors = report.count(Severity::Error); errors > 0) {
        parts << (errors == 1 ? LintTexts::tr("1 error") : LintTexts::tr("%1 errors").arg(errors));
    }
    if (const int warnings = report.count(Severity::Warning); warnings > 0) {
        parts << (warnings == 1 ? LintTexts::tr("1 warning") : LintTexts::tr("%1 warnings").arg(warnings));
    }
    const auto others = std::ranges::count_if(report.engines, [](const EngineReading& r) { return r.outcome != Outcome::Applied; });
    if (others > 0) {
        parts << (others == 1 ? LintTexts::tr("1 engine differs") : LintTexts::tr("%1 engines differ").arg(others));
    }
    return parts.join(LintTexts::tr(", ", "between parts of a list"));
}

} // namespace rotascope
