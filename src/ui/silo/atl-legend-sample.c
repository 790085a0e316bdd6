/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-legend-sample.h"

#include "canvas/paint/atl-snapshot-player.h"
#include "config.h"
#include "model/atl-edits.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"
#include "scene/atl-scene-map.h"
#include "ui/common/atl-theme.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WIDTH 124
#define LINK_HEIGHT 30
#define APART 196       /* board units between the middles of two nodes */
#define SILO_HEIGHT 112 /* pixels */
#define NAME 22         /* board units above a silo for its name and its sign */

/**
 * AtlLegendSample:
 *
 * A link or a silo as maps draw it, taken from a map of its own that is as small as can be.
 */
struct _AtlLegendSample
{
  GtkWidget parent_instance;

  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
  AtlScene   *scene;
  AtlSilo    *silo; /* NULL: the sample is of a link */
};

G_DEFINE_FINAL_TYPE (AtlLegendSample, atl_legend_sample, GTK_TYPE_WIDGET)

static AtlNote *
add_node (AtlLegendSample *self,
          int              x)
{
  AtlNote *node = atl_area_add_note (self->area, " ");

  atl_note_set_x (node, x);
  atl_note_set_y (node, 200);
  return node;
}

static AtlLink *
add_link (AtlLegendSample *self,
          AtlNote         *from,
          AtlNote         *to,
          AtlLinkKind      kind,
          int              strength)
{
  g_autoptr (AtlLink) link = atl_link_new (NULL);

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_link_set_kind (link, kind);
  atl_link_set_strength (link, strength);
  atl_list_insert (atl_board_get_links (self->board), ATL_ITEM (link));
  return link;
}

static void
set_mark (AtlLegendSample *self,
          gpointer         item,
          AtlMapMark       mark)
{
  g_autoptr (GHashTable) marks = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);

  g_hash_table_insert (marks, g_object_ref (item), GUINT_TO_POINTER (mark));
  atl_scene_set_marks (self->scene, marks);
}

static void
theme_changed_cb (AtlLegendSample *self)
{
  if (self->scene == NULL)
    return;
  atl_scene_set_theme (self->scene, atl_theme_get ());
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What of the silo is seen: all that is drawn in the color of marks, which is its edge and its sign. */
static AtlRect
find_silo (AtlLegendSample *self,
           AtlDisplayList  *list)
{
  AtlRgba mark = atl_palette_get_ink (atl_scene_get_theme (self->scene), ATL_INK_MARK);
  AtlRect seen = { 0 };

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (memcmp (&op->color, &mark, sizeof mark) == 0)
        seen = seen.width > 0 ? atl_rect_union (seen, op->rect) : op->rect;
    }
  return atl_rect_inset (seen, -3);
}

static void
draw_box (AtlLegendSample *self,
          GtkSnapshot     *snapshot,
          AtlBox          *box)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) box->rect.x, (float) box->rect.y));
  atl_snapshot_player_draw (snapshot, atl_scene_get_display_list (self->scene, box, ATL_DETAIL_FULL));
  gtk_snapshot_restore (snapshot);
}

static void
draw_boxes (AtlLegendSample *self,
            GtkSnapshot     *snapshot,
            AtlBoxKind       kind)
{
  GPtrArray *boxes = atl_scene_get_boxes (self->scene, kind);

  for (guint i = 0; i < boxes->len; i++)
    draw_box (self, snapshot, boxes->pdata[i]);
}

static void
draw_link (AtlLegendSample *self,
           GtkSnapshot     *snapshot)
{
  GPtrArray *links = atl_scene_get_boxes (self->scene, ATL_BOX_LINK);
  AtlRect    rect = links->len > 0 ? ((AtlBox *) links->pdata[0])->rect : (AtlRect){ 0 };
  AtlPoint   middle = atl_rect_center (rect);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (WIDTH / 2.0 - middle.x),
                                                          (float) (LINK_HEIGHT / 2.0 - middle.y)));
  draw_boxes (self, snapshot, ATL_BOX_LINK);
}

static void
draw_silo (AtlLegendSample *self,
           GtkSnapshot     *snapshot)
{
  AtlBox         *area = atl_scene_find_box (self->scene, self->area);
  AtlDisplayList *list = atl_scene_get_display_list (self->scene, area, ATL_DETAIL_FULL);
  AtlRect         seen = atl_rect_moved (find_silo (self, list), area->rect.x, area->rect.y);
  AtlPoint        middle = atl_rect_center (seen);
  graphene_rect_t clip;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (WIDTH / 2.0 - middle.x),
                                                          (float) (NAME - seen.y)));
  graphene_rect_init (&clip, (float) seen.x, (float) seen.y - NAME, (float) seen.width,
                      (float) seen.height + NAME);
  gtk_snapshot_push_clip (snapshot, &clip);
  draw_box (self, snapshot, area);
  draw_boxes (self, snapshot, ATL_BOX_NAMES);
  draw_boxes (self, snapshot, ATL_BOX_NOTE);
  gtk_snapshot_pop (snapshot);
}

static void
atl_legend_sample_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  AtlLegendSample *self = ATL_LEGEND_SAMPLE (widget);
  float            x = (float) (gtk_widget_get_width (widget) - WIDTH) / 2;

  atl_scene_update (self->scene);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, 0));
  if (self->silo != NULL)
    draw_silo (self, snapshot);
  else
    draw_link (self, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
atl_legend_sample_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gboolean silo = ATL_LEGEND_SAMPLE (widget)->silo != NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH;
  else
    *minimum = *natural = silo ? SILO_HEIGHT : LINK_HEIGHT;
}

static void
atl_legend_sample_dispose (GObject *object)
{
  AtlLegendSample *self = ATL_LEGEND_SAMPLE (object);

  g_clear_object (&self->scene);
  g_clear_object (&self->silo);
  g_clear_object (&self->area);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_legend_sample_parent_class)->dispose (object);
}

static void
atl_legend_sample_class_init (AtlLegendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_legend_sample_dispose;
  widget_class->measure = atl_legend_sample_measure;
  widget_class->snapshot = atl_legend_sample_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "legendsample");
}

static void
atl_legend_sample_init (AtlLegendSample *self)
{
  self->session = atl_session_new (NULL);
  self->board = atl_board_new (NULL);
  self->area = atl_area_new (NULL);
  atl_area_set_layout (self->area, ATL_LAYOUT_GRAPH);
  atl_area_set_color (self->area, ATL_TINT_WHITE);
  atl_area_set_width (self->area, 800);
  atl_area_set_height (self->area, 400);
  atl_list_insert (atl_session_get_boards (self->session), ATL_ITEM (self->board));
  atl_list_insert (atl_board_get_areas (self->board), ATL_ITEM (self->area));
  self->scene = atl_scene_new (self->board);
  theme_changed_cb (self);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (theme_changed_cb));
}

/**
 * atl_legend_sample_new_link:
 * @link: a link
 *
 * Returns: (transfer floating): what it looks like
 */
GtkWidget *
atl_legend_sample_new_link (const AtlLegendLink *link)
{
  AtlLegendSample *self = g_object_new (ATL_TYPE_LEGEND_SAMPLE, NULL);
  AtlNote         *from = add_node (self, 200);
  AtlNote         *to = add_node (self, 200 + APART);
  AtlLink         *line = add_link (self, from, to, link->kind, link->strength);

  if (link->alone || link->answer > 0)
    atl_link_set_declared_by (line, ATL_DECLARED_BY_FROM);
  if (link->answer > 0)
    atl_link_set_declared_by (add_link (self, from, to, link->kind, link->answer), ATL_DECLARED_BY_TO);
  if (link->bridge)
    set_mark (self, line, ATL_MAP_MARK_BRIDGE);
  return GTK_WIDGET (self);
}

/**
 * atl_legend_sample_new_silo:
 * @isolated: whether it has no link to others; else those rest on one person
 *
 * Returns: (transfer floating): what such a silo looks like
 */
GtkWidget *
atl_legend_sample_new_silo (gboolean isolated)
{
  AtlLegendSample *self = g_object_new (ATL_TYPE_LEGEND_SAMPLE, NULL);
  AtlNote         *node = add_node (self, 300);

  self->silo = atl_silo_new (NULL);
  atl_silo_set_name (self->silo, _ ("Silo"));
  atl_silo_set_color (self->silo, ATL_TINT_BLUE);
  atl_silo_set_partition (self->silo, atl_session_get_active_partition (self->session));
  atl_list_insert (atl_session_get_silos (self->session), ATL_ITEM (self->silo));
  atl_note_set_silo (node, atl_item_get_id (ATL_ITEM (self->silo)));
  set_mark (self, self->silo, isolated ? ATL_MAP_MARK_ISOLATED : ATL_MAP_MARK_FRAGILE);
  return GTK_WIDGET (self);
}
