/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

/* The map of SILO-METHOD §13, before and three months later. */
enum
{
  ANA,
  BOB,
  CHLOE,
  DAN,
  EVA,
  FARID,
  GIL,
  HANA,
  INES,
  N_PEOPLE,
};

enum
{
  MKT,
  DSI,
  MAG,
  JUR,
  N_SILOS,
};

AtlNetwork *worked_example_before (void);
AtlNetwork *worked_example_after (void);

G_END_DECLS
