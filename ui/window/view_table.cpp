// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/view_table.h"

#include "ui/base/tab_order.h"
#include "ui/base/vertical_scroll.h"
#include "ui/manual/help.h"
#include "ui/panels/notes_panel.h"
#include "ui/panels/scenes_panel.h"
#include "ui/panels/source_panel.h"
#include "ui/views/certificate_view.h"
#include "ui/views/clock_view.h"
#include "ui/views/curves_view.h"
#include "ui/views/dimension_table.h"
#include "ui/views/disturbance_view.h"
#include "ui/views/errors_view.h"
#include "ui/views/laboratory_view.h"
#include "ui/views/landscape_view.h"
#include "ui/views/length_sweep_view.h"
#include "ui/views/method_comparison.h"
#include "ui/views/multiples_view.h"
#include "ui/views/overview_view.h"
#include "ui/views/readings_view.h"
#include "ui/views/samples_view.h"
#include "ui/views/scores_view.h"
#include "ui/views/structure_view.h"
#include "ui/views/track_view.h"

#include <QCoreApplication>
#include <QScrollBar>
#include <QVBoxLayout>

namespace rotascope {
namespace {

class Views {
    Q_DECLARE_TR_FUNCTIONS(Views)
};

template <class Widget> QWidget* make(Workspace* workspace)
{
    auto* view = new Widget(workspace);
    keepTabOrder(view);
    return view;
}

QWidget* makeSourcePanel(Workspace* workspace)
{
    return scrollVertically(new SourcePanel(workspace));
}

// A small window shows some of the methods, the current table first, and scrolls to the others.
QWidget* makeDisturbance(Workspace* workspace)
{
    auto* disturbance = new QWidget;
    auto* layout = new QVBoxLayout(disturbance);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(make<DisturbanceView>(workspace), 3);
    auto* comparison = new MethodComparison(workspace);
    auto* methods = scrollVertically(comparison);
    methods->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // second readings take more room than there may be
    methods->setMinimumWidth(comparison->leastWidth() + methods->verticalScrollBar()->sizeHint().width());
    setManualPage(methods, QStringLiteral("comparison"));
    const int line = methods->fontMetrics().lineSpacing();
    methods->setMinimumHeight(3 * line);
    methods->setMaximumHeight(11 * line); // the usual methods
    layout->addWidget(methods, 1); // the chart above is looked at more
    return disturbance;
}

} // namespace

const std::vector<View>& views()
{
    static const std::vector<View> all = {
        {.id = "source",
            .title = Views::tr("Source and parameters"),
            .toolTip = Views::tr("The model or recording that is open, and everything that the analysis depends on"),
            .page = "parameters",
            .area = Qt::LeftDockWidgetArea,
            .width = 290,
            .make = makeSourcePanel},
        {.id = "dimensions",
            .title = Views::tr("Dimensions"),
            .toolTip = Views::tr("All dimensions with their disturbance and their choice"),
            .page = "dimensions",
            .area = Qt::RightDockWidgetArea,
            .make = make<DimensionTable>},
        {.id = "disturbance",
            .title = Views::tr("Disturbance"),
            .toolTip = Views::tr("The disturbance of every dimension, and the mean of every method"),
            .page = "disturbance",
            .area = Qt::BottomDockWidgetArea,
            .width = 655,
            .height = 420,
            .make = makeDisturbance},
        {.id = "overview",
            .title = Views::tr("Overview"),
            .toolTip = Views::tr("The angle distributions of all dimensions before and after the extension, and the difference"),
            .page = "overview",
            .area = Qt::BottomDockWidgetArea,
            .width = 655,
            .make = make<OverviewView>},
        {.id = "multiples",
            .title = Views::tr("All dimensions"),
            .toolTip = Views::tr("The distribution of every dimension at once, small and on one scale"),
            .page = "multiples",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<MultiplesView>},
        {.id = "landscape",
            .title = Views::tr("Landscape"),
            .toolTip = Views::tr("The disturbance of every dimension under hundreds of factors"),
            .page = "landscape",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<LandscapeView>},
        {.id = "lengthSweep",
            .title = Views::tr("Length sweep"),
            .toolTip = Views::tr("What every table costs at every context length"),
            .page = "length-sweep",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "disturbance",
            .make = make<LengthSweepView>},
        {.id = "readings",
            .title = Views::tr("Second readings"),
            .toolTip = Views::tr("Everything that each table can be judged by, and two of these against each other"),
            .page = "readings",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "disturbance",
            .make = make<ReadingsView>},
        {.id = "certificate",
            .title = Views::tr("Certificate"),
            .toolTip = Views::tr("What is proved of the tables: the least disturbance, and the margin of every dimension"),
            .page = "certificate",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<CertificateView>},
        {.id = "laboratory",
            .title = Views::tr("Laboratory"),
            .toolTip = Views::tr("Whether a small language model that runs under the table still finds a key in a long text"),
            .page = "laboratory",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "disturbance",
            .make = make<LaboratoryView>},
        {.id = "scores",
            .title = Views::tr("Measures and scores"),
            .toolTip = Views::tr("Which measure of a table foretells what a model scores under it"),
            .page = "scores",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "disturbance",
            .make = make<ScoresView>},
        {.id = "samples",
            .title = Views::tr("Samples"),
            .toolTip = Views::tr("Every value of a recording: position, sequence and the angle of each dimension"),
            .page = "samples",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<SamplesView>},
        {.id = "track",
            .title = Views::tr("Track"),
            .toolTip = Views::tr("How the recorded angles of one or several dimensions run along the recording"),
            .page = "track",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<TrackView>},
        {.id = "errors",
            .title = Views::tr("Angle errors"),
            .toolTip = Views::tr("How far the recorded angles of every dimension are from the ideal ones"),
            .page = "errors",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "disturbance",
            .make = make<ErrorsView>},
        {.id = "curves",
            .title = Views::tr("Curves"),
            .toolTip = Views::tr("Factor and wavelength of every dimension, and the decay with the distance"),
            .page = "curves",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "disturbance",
            .make = make<CurvesView>},
        {.id = "clock",
            .title = Views::tr("Rotary clock"),
            .toolTip = Views::tr("Dimensions as hands that turn while the position runs, and the angles that they have visited"),
            .page = "clock",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<ClockView>},
        {.id = "structure",
            .title = Views::tr("Structure"),
            .toolTip = Views::tr("The groups, datasets and attributes of the recording's file"),
            .page = "structure",
            .area = Qt::BottomDockWidgetArea,
            .tabbedWith = "overview",
            .make = make<StructureView>},
        {.id = "notes",
            .title = Views::tr("Notes"),
            .toolTip = Views::tr("Your own words about what is open, which sessions keep"),
            .page = "comparing",
            .area = Qt::LeftDockWidgetArea,
            .tabbedWith = "source",
            .make = make<NotesPanel>},
        {.id = "scenes",
            .title = Views::tr("Scenes"),
            .toolTip = Views::tr("The points of a talk: view, dimension and zoom under a name, with a note, which sessions keep"),
            .page = "scenes",
            .area = Qt::LeftDockWidgetArea,
            .tabbedWith = "source",
            .make = make<ScenesPanel>},
    };
    return all;
}

} // namespace rotascope
