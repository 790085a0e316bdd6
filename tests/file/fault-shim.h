/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What goes wrong at a call. */
typedef enum
{
  ATL_FAULT_NONE,
  ATL_FAULT_KILL_BEFORE,
  ATL_FAULT_KILL_AFTER,
  ATL_FAULT_HALF,   /* half of a write, then a kill */
  ATL_FAULT_SHORT,  /* half of a write, without an error */
  ATL_FAULT_ERRNO,  /* the call is not made */
  ATL_FAULT_BROKEN, /* nor any later one */
} AtlFaultHow;

typedef struct
{
  int         at; /* the number of the call, from 1 */
  AtlFaultHow how;
  int         number;      /* the errno */
  const char *refused;     /* what always fails: "name=errno,…" */
  const char *swap_before; /* the call before which somebody else is quicker, or "" */
  const char *swap_from;   /* what he puts there, or "" to remove it */
  const char *swap_to;
} AtlFault;

void        atl_fault_begin (const AtlFault *fault);
const char *atl_fault_end (void);
