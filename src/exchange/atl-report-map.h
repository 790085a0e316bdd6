/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-report.h"
#include "insight/network/atl-silo-reading.h"

G_BEGIN_DECLS

/* The chapters about a map of people or teams: at the level of silos, never of a person. */
char *atl_report_dup_share (AtlReport *report, double share);
char *atl_report_dup_decimal (AtlReport *report, double value);
guint atl_report_count_bridges (AtlMeasures *measures);
void  atl_report_add_matrix (AtlReport *report, AtlMeasures *measures);
void  atl_report_add_silos (AtlReport *report, AtlMeasures *measures, AtlSiloReading *reading);
void  atl_report_add_priorities (AtlReport *report, AtlMeasures *measures);
void  atl_report_add_figures (AtlReport *report, AtlMeasures *measures);

G_END_DECLS
