/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "model/atl-authors.h"
#include "model/atl-link.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "model/atl-splits.h"
#include "scene/atl-cairo-player.h"
#include "scene/atl-scene-hidden.h"

static AtlDisplayList *
paint (SceneFixture *fixture,
       gpointer      item,
       AtlDetail     detail)
{
  return atl_scene_get_display_list (fixture->scene, atl_scene_find_box (fixture->scene, item), detail);
}

static guint
count (AtlDisplayList *list,
       AtlOpKind       kind)
{
  guint n = 0;

  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    n += atl_display_list_get (list, i)->kind == kind;
  return n;
}

static const AtlDisplayOp *
find_text (AtlDisplayList *list,
           AtlTextRole     role)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_TEXT && op->role == role)
        return op;
    }
  return NULL;
}

static const char *
read_text (AtlDisplayList *list,
           AtlTextRole     role)
{
  const AtlDisplayOp *op = find_text (list, role);

  return op != NULL ? pango_layout_get_text (op->layout) : NULL;
}

static void
test_note_details (SceneFixture *fixture,
                   gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->left, "some words of a note");

  AtlDisplayList *full = paint (fixture, note, ATL_DETAIL_FULL);
  AtlDisplayList *bars = paint (fixture, note, ATL_DETAIL_BARS);
  AtlDisplayList *plain = paint (fixture, note, ATL_DETAIL_PLAIN);

  g_assert_cmpstr (read_text (full, ATL_TEXT_BODY), ==, "some words of a note");
  g_assert_cmpuint (count (full, ATL_OP_TEXT), ==, 2);
  g_assert_cmpuint (count (bars, ATL_OP_TEXT), ==, 0);
  g_assert_cmpuint (count (bars, ATL_OP_FILL), ==, 2);
  g_assert_cmpuint (atl_display_list_get_length (plain), ==, 1);
  g_assert_true (paint (fixture, note, ATL_DETAIL_FULL) == full);
}

static void
test_note_foot (SceneFixture *fixture,
                gconstpointer data)
{
  const char           *tags[] = { "silo", "vision", NULL };
  g_autoptr (AtlPerson) person = atl_person_new ("ann");
  AtlNote              *note = atl_area_add_note (fixture->left, "note");
  atl_person_set_name (person, "Ann Other");
  atl_person_set_role (person, "Buyer");
  atl_list_insert (atl_session_get_people (fixture->session), ATL_ITEM (person));
  atl_note_set_author (note, "ann");
  atl_note_set_tags (note, tags);

  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==,
                   "Ann · silo · vision");
  atl_person_set_shown (person, ATL_SHOWN_ROLE);
  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==,
                   "Buyer · silo · vision");
  atl_person_set_shown (person, ATL_SHOWN_HIDDEN);
  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "silo · vision");
}

static AtlPerson *
add_author (SceneFixture *fixture,
            AtlNote      *note)
{
  g_autoptr (AtlSilo)   silo = atl_silo_new ("it");
  g_autoptr (AtlPerson) person = atl_person_new ("ann");
  const char           *silos[] = { "it", NULL };

  atl_silo_set_name (silo, "IT");
  atl_silo_set_color (silo, ATL_TINT_TEAL);
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
  atl_person_set_name (person, "Ann Other");
  atl_person_set_silos (person, silos);
  atl_list_insert (atl_session_get_people (fixture->session), ATL_ITEM (person));
  atl_note_set_author (note, "ann");
  return person;
}

static gboolean
has_fill (AtlDisplayList *list,
          AtlRgba         color)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_FILL && memcmp (&op->color, &color, sizeof color) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
test_note_authors (SceneFixture *fixture,
                   gconstpointer data)
{
  AtlNote   *note = atl_area_add_note (fixture->left, "note");
  AtlPerson *ann = add_author (fixture, note);
  AtlRgba    teal = atl_palette_get_node_fill (ATL_THEME_LIGHT, ATL_TINT_TEAL);

  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "Ann");
  g_assert_true (has_fill (paint (fixture, note, ATL_DETAIL_FULL), teal));
  atl_board_set_authors (fixture->board, ATL_AUTHORS_SILO);
  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "IT");
  atl_person_set_shown (ann, ATL_SHOWN_HIDDEN);
  g_assert_null (find_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META));
  atl_person_set_shown (ann, ATL_SHOWN_NAME);
  atl_board_set_authors (fixture->board, ATL_AUTHORS_NONE);
  g_assert_null (find_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META));
  g_assert_false (has_fill (paint (fixture, note, ATL_DETAIL_FULL), teal));
}

static void
test_note_authors_move_nothing (SceneFixture *fixture,
                                gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->left, "note");
  AtlNote *next = atl_area_add_note (fixture->left, "next");
  add_author (fixture, note);
  AtlRect before = atl_scene_find_box (fixture->scene, next)->rect;

  atl_board_set_authors (fixture->board, ATL_AUTHORS_NONE);
  atl_scene_update (fixture->scene);

  g_assert_true (atl_rect_equal (before, atl_scene_find_box (fixture->scene, next)->rect));
}

static void
test_note_anonymous_template (SceneFixture *fixture,
                              gconstpointer data)
{
  GVariant *options = g_variant_new_parsed ("{'tags': <[<'anonymous-advised'>]>}");
  AtlNote  *note = atl_area_add_note (fixture->left, "note");
  add_author (fixture, note);

  atl_board_set_options (fixture->board, options);
  g_assert_null (find_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META));
  atl_board_set_authors (fixture->board, ATL_AUTHORS_NAME);
  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "Ann");
}

static void
test_note_group (SceneFixture *fixture,
                 gconstpointer data)
{
  const char           *titles[] = { "Blue team", NULL };
  g_autoptr (GPtrArray) groups = atl_splits_make_groups (fixture->session, titles, NULL);
  AtlNote              *note = atl_area_add_note (fixture->left, "note");
  atl_note_set_group (note, atl_item_get_id (groups->pdata[0]));

  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "Blue team");
  atl_group_set_title (groups->pdata[0], "Red team");
  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "Red team");
  atl_session_set_group (fixture->session, atl_item_get_id (groups->pdata[0]));
  g_assert_null (find_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META));
}

static GVariant *
two_versions (void)
{
  return g_variant_new_parsed ("{'text': <[<{'text': <'theirs'>}>]>}");
}

static char *
say_versions (guint         n,
              gconstpointer data)
{
  return g_strdup_printf ("%u %s", n, (const char *) data);
}

static void
test_versions_mark (SceneFixture *fixture,
                    gconstpointer data)
{
  AtlNote        *note = atl_area_add_note (fixture->left, "ours");
  AtlDisplayList *before = atl_display_list_ref (paint (fixture, note, ATL_DETAIL_BARS));
  atl_scene_set_versions_label (fixture->scene, say_versions, "versions");

  atl_item_set_alternatives (ATL_ITEM (note), two_versions ());

  AtlRect ink = atl_scene_get_ink (fixture->scene, atl_scene_find_box (fixture->scene, note));
  AtlRect paper = atl_scene_find_box (fixture->scene, note)->rect;
  AtlRect drawn = atl_display_list_get_bounds (paint (fixture, note, ATL_DETAIL_FULL));
  g_assert_cmpstr (read_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "2 versions");
  g_assert_cmpuint (count (paint (fixture, note, ATL_DETAIL_BARS), ATL_OP_FRAME), ==,
                    count (before, ATL_OP_FRAME) + 1);
  g_assert_true (scene_rect_lies_in (atl_rect_moved (drawn, paper.x, paper.y), ink));
  /* It leaves the question of the area and the words of the note free, 16 above and 12 below the edge. */
  g_assert_cmpfloat (drawn.y, >, -12);
  AtlRect mark = atl_scene_get_mark (fixture->scene, atl_scene_find_box (fixture->scene, note));
  g_assert_cmpfloat (mark.y + mark.height - paper.y, <, 12);
  atl_item_set_alternatives (ATL_ITEM (note), NULL);
  g_assert_null (find_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_META));
  atl_display_list_unref (before);
}

static void
test_versions_in_stack (SceneFixture *fixture,
                        gconstpointer data)
{
  AtlNote *lead = atl_area_add_note (fixture->left, "lead");
  AtlNote *under = atl_area_add_note (fixture->left, "under");
  scene_fixture_stack (under, lead);

  atl_item_set_alternatives (ATL_ITEM (under), two_versions ());
  atl_scene_update (fixture->scene);

  g_assert_cmpuint (atl_scene_find_box (fixture->scene, lead)->versions, ==, 2);
  atl_scene_set_stack_open (fixture->scene, lead, TRUE);
  atl_scene_update (fixture->scene);
  g_assert_cmpuint (atl_scene_find_box (fixture->scene, lead)->versions, ==, 0);
  g_assert_cmpuint (atl_scene_find_box (fixture->scene, under)->versions, ==, 2);
}

static void
test_versions_on_node (SceneFixture *fixture,
                       gconstpointer data)
{
  AtlNote *node = scene_fixture_add (fixture->map, "Ann", 100, 100);

  atl_item_set_alternatives (ATL_ITEM (node), two_versions ());

  AtlRect ink = atl_scene_get_ink (fixture->scene, atl_scene_find_box (fixture->scene, node));
  AtlRect paper = atl_scene_find_box (fixture->scene, node)->rect;
  AtlRect drawn = atl_display_list_get_bounds (paint (fixture, node, ATL_DETAIL_FULL));
  g_assert_cmpstr (read_text (paint (fixture, node, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "2");
  g_assert_true (scene_rect_lies_in (atl_rect_moved (drawn, paper.x, paper.y), ink));
}

static void
test_mutual_strength (SceneFixture *fixture,
                      gconstpointer data)
{
  AtlNote *one = scene_fixture_add (fixture->map, "Ann", 100, 100);
  AtlNote *two = scene_fixture_add (fixture->map, "Bob", 700, 100);
  AtlLink *links[] = { scene_fixture_link (fixture, one, two), scene_fixture_link (fixture, two, one) };
  for (guint i = 0; i < 2; i++)
    {
      atl_link_set_kind (links[i], ATL_LINK_KIND_SHARED);
      atl_link_set_strength (links[i], 2);
    }
  guint  shown = atl_scene_find_box (fixture->scene, links[0]) != NULL ? 0 : 1;
  double width = atl_display_list_get (paint (fixture, links[shown], ATL_DETAIL_FULL), 0)->width;

  atl_link_set_strength (links[1 - shown], 5);

  const AtlDisplayOp *line = atl_display_list_get (paint (fixture, links[shown], ATL_DETAIL_FULL), 0);
  g_assert_cmpfloat (line->width, >, width);
  g_assert_cmpfloat (line->arrow, ==, 0);
}

static void
test_stack (SceneFixture *fixture,
            gconstpointer data)
{
  AtlNote *lead = atl_area_add_note (fixture->left, "lead");
  for (guint i = 0; i < 3; i++)
    scene_fixture_stack (atl_area_add_note (fixture->left, "under"), lead);
  atl_note_set_stack_title (lead, "Title");

  AtlDisplayList *list = paint (fixture, lead, ATL_DETAIL_FULL);
  AtlRect         ink = atl_scene_get_ink (fixture->scene, atl_scene_find_box (fixture->scene, lead));

  g_assert_cmpuint (count (list, ATL_OP_FRAME), ==, 3);
  g_assert_cmpstr (read_text (list, ATL_TEXT_BODY), ==, "Title\nlead");
  g_assert_cmpstr (read_text (list, ATL_TEXT_META), ==, "+3");
  g_assert_cmpfloat (ink.width, >=, atl_display_list_get_bounds (list).width);

  atl_scene_set_stack_open (fixture->scene, lead, TRUE);
  AtlBox *frame = atl_scene_find_box (fixture->scene, lead)->stack;
  g_assert_cmpstr (
    read_text (atl_scene_get_display_list (fixture->scene, frame, ATL_DETAIL_FULL), ATL_TEXT_LABEL), ==,
    "Title");
  g_assert_cmpstr (
    read_text (atl_scene_get_display_list (fixture->scene, frame, ATL_DETAIL_FULL), ATL_TEXT_META), ==,
    "×\302\2404");
  g_assert_cmpstr (read_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_BODY), ==, "lead");
}

static void
test_hidden (SceneFixture *fixture,
             gconstpointer data)
{
  AtlNote *note = atl_area_add_note (fixture->left, "note");
  g_assert_cmpuint (count (paint (fixture, note, ATL_DETAIL_FULL), ATL_OP_STROKE), ==, 0);

  atl_note_set_hidden (note, TRUE);

  AtlDisplayList *list = paint (fixture, note, ATL_DETAIL_FULL);
  guint           n_dashed = 0;
  g_assert_cmpuint (count (list, ATL_OP_FRAME), ==, 0);
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      n_dashed += op->kind == ATL_OP_STROKE && op->dash > 0;
    }
  g_assert_cmpuint (n_dashed, ==, 1);
}

static AtlNote *
add_hidden_stack (SceneFixture *fixture)
{
  AtlNote *lead = atl_area_add_note (fixture->left, "secret words");
  AtlNote *under = atl_area_add_note (fixture->left, "under");

  scene_fixture_stack (under, lead);
  add_author (fixture, lead);
  atl_note_set_stack_title (lead, "secret title");
  atl_note_set_number (lead, 12);
  atl_note_set_hidden (lead, TRUE);
  return lead;
}

static void
test_hidden_says_nothing (SceneFixture *fixture,
                          gconstpointer data)
{
  AtlNote *lead = add_hidden_stack (fixture);
  atl_scene_set_hidden_label (fixture->scene, "Hidden");

  g_assert_null (find_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_BODY));
  g_assert_cmpstr (read_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_LABEL), ==, "Hidden");
  g_assert_cmpstr (read_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_META), ==, "#12 · +1");
  atl_scene_set_stack_open (fixture->scene, lead, TRUE);
  atl_scene_update (fixture->scene);
  AtlBox *frame = atl_scene_find_box (fixture->scene, lead)->stack;
  g_assert_null (
    find_text (atl_scene_get_display_list (fixture->scene, frame, ATL_DETAIL_FULL), ATL_TEXT_LABEL));
}

static void
test_hidden_shown (SceneFixture *fixture,
                   gconstpointer data)
{
  AtlNote *lead = add_hidden_stack (fixture);
  AtlRect  before = atl_scene_find_box (fixture->scene, lead)->rect;

  atl_scene_set_hidden_shown (fixture->scene, TRUE);
  g_assert_cmpstr (read_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_BODY), ==,
                   "secret title\nsecret words");
  atl_scene_set_hidden_shown (fixture->scene, FALSE);
  g_assert_null (find_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_BODY));
  atl_note_set_hidden (lead, FALSE);
  g_assert_cmpstr (read_text (paint (fixture, lead, ATL_DETAIL_FULL), ATL_TEXT_BODY), ==,
                   "secret title\nsecret words");
  g_assert_true (atl_rect_equal (before, atl_scene_find_box (fixture->scene, lead)->rect));
}

/* How much a note says is not to be seen from afar either. */
static void
test_hidden_bars (SceneFixture *fixture,
                  gconstpointer data)
{
  AtlNote *brief = atl_area_add_note (fixture->left, "no");
  AtlNote *wordy = atl_area_add_note (fixture->left, "a few more words, two lines");
  atl_note_set_hidden (brief, TRUE);
  atl_note_set_hidden (wordy, TRUE);

  g_assert_cmpuint (atl_display_list_get_length (paint (fixture, brief, ATL_DETAIL_BARS)), ==,
                    atl_display_list_get_length (paint (fixture, wordy, ATL_DETAIL_BARS)));
  atl_note_set_hidden (wordy, FALSE);
  g_assert_cmpuint (count (paint (fixture, wordy, ATL_DETAIL_BARS), ATL_OP_FILL), >,
                    count (paint (fixture, brief, ATL_DETAIL_BARS), ATL_OP_FILL));
}

static void
test_area (SceneFixture *fixture,
           gconstpointer data)
{
  AtlDisplayList *full = paint (fixture, fixture->left, ATL_DETAIL_FULL);

  g_assert_cmpstr (read_text (full, ATL_TEXT_TITLE), ==, "left");
  g_assert_cmpstr (read_text (full, ATL_TEXT_PROMPT), ==, "What do we want to talk about?");
  g_assert_cmpuint (count (paint (fixture, fixture->left, ATL_DETAIL_BARS), ATL_OP_TEXT), ==, 1);
  g_assert_cmpuint (count (paint (fixture, fixture->left, ATL_DETAIL_PLAIN), ATL_OP_TEXT), ==, 0);
}

static void
test_axes (SceneFixture *fixture,
           gconstpointer data)
{
  GVariant *options = g_variant_new_parsed (
    "{'axes': <{'x': <{'label': <'Interest'>, 'min': <'low'>, 'max': <'high'>}>, "
    "'y': <{'label': 'Power'}>, 'quadrants': <{'topLeft': <'Watch'>, 'topRight': <3>}>}>}");
  atl_area_set_options (fixture->axes, options);

  AtlDisplayList *list = paint (fixture, fixture->axes, ATL_DETAIL_FULL);

  /* The axes, the middles, and the strip where notes wait. */
  g_assert_cmpuint (count (list, ATL_OP_STROKE), ==, 5);
  g_assert_cmpuint (count (list, ATL_OP_TEXT), ==, 2 + 5);
}

static void
test_strange_options (SceneFixture *fixture,
                      gconstpointer data)
{
  static const char *const strange[] = { "{'axes': <3>}", "{'axes': <[1, 2]>, 'guides': <'x'>}",
                                         "{'axes': <{'x': <{'label': <[1]>}>}>}" };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    {
      atl_area_set_options (fixture->axes, g_variant_new_parsed (strange[i]));
      g_assert_cmpuint (count (paint (fixture, fixture->axes, ATL_DETAIL_FULL), ATL_OP_TEXT), ==, 2);
    }
}

static void
test_guides (SceneFixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (AtlSilo) silo = atl_silo_new (NULL);

      atl_silo_set_name (silo, "Silo");
      atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
    }
  atl_area_set_options (fixture->open, g_variant_new_parsed ("{'guides': <{'rows': <'silos'>}>}"));

  AtlDisplayList *list = paint (fixture, fixture->open, ATL_DETAIL_FULL);

  /* The area, and the cells beside the diagonal. */
  g_assert_cmpuint (count (list, ATL_OP_FRAME), ==, 1 + 6);
  g_assert_cmpuint (count (list, ATL_OP_TEXT), ==, 2 + 6);
}

static void
test_graph (SceneFixture *fixture,
            gconstpointer data)
{
  g_autoptr (AtlSilo) silo = atl_silo_new ("it");
  AtlNote            *one = scene_fixture_add (fixture->map, "Ann", 200, 300);
  AtlNote            *two = scene_fixture_add (fixture->map, "Bob", 700, 500);
  AtlLink            *link = scene_fixture_link (fixture, one, two);
  atl_silo_set_name (silo, "IT");
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
  atl_note_set_silo (one, "it");
  atl_note_set_silo (two, "it");
  atl_link_set_kind (link, ATL_LINK_KIND_BLOCKED);

  AtlDisplayList     *map = paint (fixture, fixture->map, ATL_DETAIL_FULL);
  AtlDisplayList     *list;
  AtlBox             *names = atl_scene_get_boxes (fixture->scene, ATL_BOX_NAMES)->pdata[0];
  const AtlDisplayOp *line = atl_display_list_get (paint (fixture, link, ATL_DETAIL_FULL), 0);

  g_assert_cmpuint (count (map, ATL_OP_STROKE), ==, 2);
  g_assert_null (read_text (map, ATL_TEXT_LABEL));
  list = atl_scene_get_display_list (fixture->scene, names, ATL_DETAIL_FULL);
  g_assert_cmpstr (read_text (list, ATL_TEXT_LABEL), ==, "IT");
  g_assert_cmpstr (read_text (paint (fixture, one, ATL_DETAIL_FULL), ATL_TEXT_BODY), ==, "Ann");
  g_assert_true (line->curved && line->dash > 0 && line->arrow > 0);
}

static void
test_hull_inside (SceneFixture *fixture,
                  gconstpointer data)
{
  static const int    corners[][2] = { { 0, 0 }, { 1600, 0 }, { 1600, 800 }, { 0, 800 } };
  g_autoptr (AtlSilo) silo = atl_silo_new ("it");
  AtlRect             area = atl_scene_find_box (fixture->scene, fixture->map)->rect;
  atl_list_insert (atl_session_get_silos (fixture->session), ATL_ITEM (silo));
  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    atl_note_set_silo (scene_fixture_add (fixture->map, "Ann", corners[i][0], corners[i][1]), "it");

  AtlRect bounds = atl_display_list_get_bounds (paint (fixture, fixture->map, ATL_DETAIL_FULL));

  g_assert_true (atl_rect_equal (bounds, atl_rect (0, 0, area.width, area.height)));
}

static void
test_text_inside (SceneFixture *fixture,
                  gconstpointer data)
{
  static const char *const texts[] = {
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
    "🚀🎉👍🚀🎉👍🚀🎉👍🚀🎉👍🚀🎉👍🚀🎉👍",
    "لماذا ننتظر ستة أسابيع قبل كل قرار؟ هذا بطيء جدا ونحن بحاجة إلى تغيير",
    "為什麼每次決定都要等六個星期呢？這樣真的太慢了，我們應該改變。為什麼每次決定都要等",
  };
  AtlArea *areas[] = { fixture->left, fixture->open, fixture->axes };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (areas); j++)
      {
        AtlNote            *note = atl_area_add_note (areas[j], texts[i]);
        AtlBox             *box = atl_scene_find_box (fixture->scene, note);
        const AtlDisplayOp *op = find_text (paint (fixture, note, ATL_DETAIL_FULL), ATL_TEXT_BODY);
        AtlRect             room = atl_rect_inset (box->text_rect, -1);

        g_assert_true (op != NULL && scene_rect_lies_in (op->rect, room));
      }
}

static void
test_draws (SceneFixture *fixture,
            gconstpointer data)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 200);
  cairo_t         *cr = cairo_create (surface);
  AtlNote         *note = atl_area_add_note (fixture->left, "note");

  atl_cairo_player_draw (cr, paint (fixture, note, ATL_DETAIL_FULL));
  cairo_surface_flush (surface);

  const guint32 *row = (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface) +
                                                          60 * cairo_image_surface_get_stride (surface));
  g_assert_cmphex (row[100] & 0xffffff, ==, 0xe6e6e6);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SCENE_TEST ("/scene-paints/note/three-levels-of-detail", test_note_details);
  SCENE_TEST ("/scene-paints/note/foot-has-author-and-tags", test_note_foot);
  SCENE_TEST ("/scene-paints/note/authors-by-name-silo-or-none", test_note_authors);
  SCENE_TEST ("/scene-paints/note/authors-move-nothing", test_note_authors_move_nothing);
  SCENE_TEST ("/scene-paints/note/anonymous-template-hides-authors", test_note_anonymous_template);
  SCENE_TEST ("/scene-paints/note/group-beside-author", test_note_group);
  SCENE_TEST ("/scene-paints/versions/mark", test_versions_mark);
  SCENE_TEST ("/scene-paints/versions/of-a-stacked-note", test_versions_in_stack);
  SCENE_TEST ("/scene-paints/versions/on-a-node", test_versions_on_node);
  SCENE_TEST ("/scene-paints/note/hidden-has-a-dashed-edge", test_hidden);
  SCENE_TEST ("/scene-paints/hidden/says-nothing", test_hidden_says_nothing);
  SCENE_TEST ("/scene-paints/hidden/is-read-where-somebody-looks", test_hidden_shown);
  SCENE_TEST ("/scene-paints/hidden/shows-no-length-from-afar", test_hidden_bars);
  SCENE_TEST ("/scene-paints/stack/cards-title-and-count", test_stack);
  SCENE_TEST ("/scene-paints/area/title-and-prompt", test_area);
  SCENE_TEST ("/scene-paints/axes/lines-legends-and-quadrants", test_axes);
  SCENE_TEST ("/scene-paints/axes/strangers-options-are-left-out", test_strange_options);
  SCENE_TEST ("/scene-paints/guides/a-row-and-a-column-per-silo", test_guides);
  SCENE_TEST ("/scene-paints/graph/mutual-links-are-as-strong-as-the-stronger", test_mutual_strength);
  SCENE_TEST ("/scene-paints/graph/hull-nodes-and-links", test_graph);
  SCENE_TEST ("/scene-paints/graph/hulls-stay-inside", test_hull_inside);
  SCENE_TEST ("/scene-paints/text/stays-inside-its-note", test_text_inside);
  SCENE_TEST ("/scene-paints/player/draws-a-note", test_draws);

  return g_test_run ();
}
