/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-cairo-player.h"
#include "scene/atl-scene-map.h"
#include "store/codec/atl-codec.h"

#include <stdlib.h>

/* Draws a board to a PNG, to look at:
 * render-board SESSION BOARD THEME SCALE DETAIL OUT [open] [silos] [marks] [lit] */

static void
draw_kind (cairo_t   *cr,
           AtlScene  *scene,
           AtlBoxKind kind,
           AtlDetail  detail)
{
  GPtrArray *boxes = atl_scene_get_boxes (scene, kind);

  for (guint i = 0; i < boxes->len; i++)
    {
      AtlBox *box = boxes->pdata[i];

      cairo_save (cr);
      cairo_translate (cr, box->rect.x, box->rect.y);
      atl_cairo_player_draw (cr, atl_scene_get_display_list (scene, box, detail));
      cairo_restore (cr);
    }
}

static void
render (AtlScene   *scene,
        double      scale,
        AtlDetail   detail,
        const char *path)
{
  AtlRect          bounds = atl_scene_get_bounds (scene);
  AtlRgba          ground = atl_palette_get_ink (atl_scene_get_theme (scene), ATL_INK_BACKGROUND);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (bounds.width * scale),
                                                         (int) (bounds.height * scale));
  cairo_t         *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, ground.red, ground.green, ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  for (guint kind = 0; kind < ATL_N_BOX_KINDS; kind++)
    draw_kind (cr, scene, kind, detail);
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

static void
open_stacks (AtlScene *scene)
{
  GPtrArray *notes = atl_scene_get_boxes (scene, ATL_BOX_NOTE);

  for (guint i = 0; i < notes->len; i++)
    if (((AtlBox *) notes->pdata[i])->stack_size > 1)
      atl_scene_set_stack_open (scene, ATL_NOTE (((AtlBox *) notes->pdata[i])->item), TRUE);
}

/* Marks that say nothing, to see what they look like. */
static void
mark_some (AtlScene   *scene,
           AtlSession *session)
{
  g_autoptr (GHashTable) marks = g_hash_table_new (NULL, NULL);
  GPtrArray             *links = atl_scene_get_boxes (scene, ATL_BOX_LINK);
  AtlList               *silos = atl_session_get_silos (session);

  for (guint i = 0; i < links->len; i += 7)
    g_hash_table_insert (marks, ((AtlBox *) links->pdata[i])->item, GUINT_TO_POINTER (ATL_MAP_MARK_BRIDGE));
  for (guint i = 0; i < atl_list_get_length (silos); i += 2)
    g_hash_table_insert (marks, atl_list_get (silos, i),
                         GUINT_TO_POINTER (i % 4 == 0 ? ATL_MAP_MARK_FRAGILE : ATL_MAP_MARK_ISOLATED));
  atl_scene_set_marks (scene, marks);
}

static void
look (AtlScene   *scene,
      AtlSession *session,
      const char *how)
{
  g_autoptr (GHashTable) lit = g_hash_table_new (NULL, NULL);

  if (g_str_equal (how, "open"))
    open_stacks (scene);
  else if (g_str_equal (how, "silos"))
    atl_scene_set_map_view (scene, ATL_MAP_SILOS);
  else if (g_str_equal (how, "marks"))
    mark_some (scene, session);
  else if (g_str_equal (how, "lit"))
    {
      g_hash_table_add (lit, atl_list_get (atl_session_get_silos (session), 0));
      g_hash_table_add (lit, atl_list_get (atl_session_get_silos (session), 1));
      atl_scene_set_lit (scene, lit);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char        *data = NULL;
  gsize                   length;
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age;

  if (argc < 7 || !g_file_get_contents (argv[1], &data, &length, &error))
    return 2;
  g_autoptr (GBytes)     bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  g_autoptr (AtlSession) session = atl_codec_read (bytes, problems, &age, &error);
  if (session == NULL)
    g_error ("%s", error->message);
  AtlBoard *board = atl_list_get (atl_session_get_boards (session), (guint) atoi (argv[2]));
  if (board == NULL)
    return 1;
  gint64               start = g_get_monotonic_time ();
  g_autoptr (AtlScene) scene = atl_scene_new (board);
  g_print ("%s: scene in %.1f ms\n", atl_board_get_title (board), (g_get_monotonic_time () - start) / 1000.0);
  atl_scene_set_theme (scene, (AtlTheme) atoi (argv[3]));
  atl_scene_set_unplaced_title (scene, "Unplaced");
  for (int i = 7; i < argc; i++)
    look (scene, session, argv[i]);
  render (scene, atof (argv[4]), (AtlDetail) atoi (argv[5]), argv[6]);
  return 0;
}
