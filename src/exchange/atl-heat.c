/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-heat.h"

#include <math.h>

#define MOST 3.0 /* eight times more or fewer than average */
#define LESS 0x6ba3d6
#define EVEN 0xf6f5f4
#define MORE 0xee7d22

/**
 * atl_heat_get_fill:
 * @ratio: R of a cell, above 0
 *
 * Blue below average, orange above, as people of every kind of color vision tell them apart; on all of them
 * dark text stands out by more than 4.5:1.
 *
 * Returns: the color of the cell (SILO-METHOD §9)
 */
AtlRgba
atl_heat_get_fill (double ratio)
{
  double part = CLAMP (log2 (ratio), -MOST, MOST) / MOST;

  return atl_rgba_mix (atl_rgba (EVEN), atl_rgba (part < 0 ? LESS : MORE), fabs (part));
}
