/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-fixture.h"

#include "scene/atl-scene-terms.h"

static AtlTerm *
add_term (SceneFixture *f,
          const char   *word)
{
  g_autoptr (AtlTerm) term = atl_term_new (NULL);

  atl_term_set_term (term, word);
  atl_list_insert (atl_session_get_terms (f->session), ATL_ITEM (term));
  return term;
}

static AtlDisplayList *
paint (SceneFixture *f,
       AtlNote      *note)
{
  return atl_scene_get_display_list (f->scene, atl_scene_find_box (f->scene, note), ATL_DETAIL_FULL);
}

/* The mark at @index, NULL past the last. */
static const AtlDisplayOp *
find_mark (AtlDisplayList *list,
           guint           index)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_STROKE && op->dash > 0 && index-- == 0)
        return op;
    }
  return NULL;
}

static guint
count_marks (AtlDisplayList *list)
{
  guint n = 0;

  while (find_mark (list, n) != NULL)
    n++;
  return n;
}

static void
test_marks_words (SceneFixture *f,
                  gconstpointer data)
{
  AtlNote            *note = atl_area_add_note (f->left, "Our API, and APIs of others");
  AtlNote            *free = scene_fixture_add (f->open, "one API", 200, 200);
  AtlRect             room;
  const AtlDisplayOp *mark;

  add_term (f, "API");
  atl_scene_set_terms_marked (f->scene, TRUE);
  mark = find_mark (paint (f, note), 0);
  room = atl_scene_find_box (f->scene, note)->text_rect;

  g_assert_cmpuint (count_marks (paint (f, note)), ==, 2);
  g_assert_cmpuint (count_marks (paint (f, free)), ==, 1);
  g_assert_cmpfloat (mark->points[0].x, >, room.x + 20);
  g_assert_cmpfloat (mark->points[1].x, >, mark->points[0].x + 15);
  g_assert_cmpfloat (mark->points[1].x, <, room.x + 80);
  g_assert_cmpfloat (mark->points[0].y, >, room.y + 10);
}

static void
test_not_at_first (SceneFixture *f,
                   gconstpointer data)
{
  AtlNote *note = atl_area_add_note (f->left, "Our API");

  add_term (f, "API");

  g_assert_cmpuint (count_marks (paint (f, note)), ==, 0);
}

static void
test_rtl (SceneFixture *f,
          gconstpointer data)
{
  AtlNote            *note = atl_area_add_note (f->left, "واجهة أخرى");
  const AtlDisplayOp *mark;
  AtlRect             room;

  add_term (f, "واجهة");
  atl_scene_set_terms_marked (f->scene, TRUE);
  mark = find_mark (paint (f, note), 0);
  room = atl_scene_find_box (f->scene, note)->text_rect;

  g_assert_cmpuint (count_marks (paint (f, note)), ==, 1);
  g_assert_cmpfloat (mark->points[1].x, >, room.x + room.width - 3); /* the first word stands at the right */
}

static void
test_wraps (SceneFixture *f,
            gconstpointer data)
{
  AtlNote *note = atl_area_add_note (f->left, "Il faut une définition du terminé partagée");

  add_term (f, "définition du terminé");
  atl_scene_set_terms_marked (f->scene, TRUE);

  g_assert_cmpuint (count_marks (paint (f, note)), ==, 2); /* one on each line */
}

static void
changed_cb (AtlScene  *scene,
            AtlBox    *box,
            GPtrArray *seen)
{
  if (box->kind == ATL_BOX_NOTE)
    g_ptr_array_add (seen, box->item);
}

static void
test_repaints_what_has_it (SceneFixture *f,
                           gconstpointer data)
{
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();
  AtlNote              *with = atl_area_add_note (f->left, "Our API");
  AtlTerm              *term;

  atl_area_add_note (f->left, "Nothing");
  atl_scene_set_terms_marked (f->scene, TRUE);
  atl_scene_update (f->scene);
  g_signal_connect (f->scene, "box-changed", G_CALLBACK (changed_cb), seen);

  term = add_term (f, "API");
  atl_scene_update (f->scene);
  g_assert_cmpuint (seen->len, ==, 1);
  g_assert_true (seen->pdata[0] == with);
  atl_term_set_term (term, "SPI");
  atl_scene_update (f->scene);
  g_assert_cmpuint (seen->len, ==, 2);
  g_assert_cmpuint (count_marks (paint (f, with)), ==, 0);
  atl_list_remove (atl_session_get_terms (f->session), ATL_ITEM (term));
  atl_scene_update (f->scene);
  g_assert_cmpuint (seen->len, ==, 2);
}

static void
test_finds_at_point (SceneFixture *f,
                     gconstpointer data)
{
  AtlNote            *note = atl_area_add_note (f->left, "Our API");
  AtlTerm            *term = add_term (f, "api");
  const AtlDisplayOp *mark;
  AtlBox             *box;
  AtlPoint            on, off;

  atl_scene_set_terms_marked (f->scene, TRUE);
  box = atl_scene_find_box (f->scene, note);
  mark = find_mark (paint (f, note), 0);
  on = (AtlPoint){ box->rect.x + (mark->points[0].x + mark->points[1].x) / 2,
                   box->rect.y + mark->points[0].y - 5 };
  off = (AtlPoint){ box->rect.x + mark->points[0].x - 12, on.y };

  g_assert_true (atl_scene_find_term (f->scene, box, on) == term);
  g_assert_null (atl_scene_find_term (f->scene, box, off));
  g_assert_null (atl_scene_find_term (f->scene, box, (AtlPoint){ on.x, on.y + 40 }));
}

static void
test_lists_once (SceneFixture *f,
                 gconstpointer data)
{
  AtlNote *note = atl_area_add_note (f->left, "MVP, API, MVP");
  AtlTerm *api = add_term (f, "API");
  AtlTerm *mvp = add_term (f, "MVP");

  g_autoptr (GPtrArray) terms = atl_scene_dup_terms (f->scene, note);

  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_true (terms->pdata[0] == mvp);
  g_assert_true (terms->pdata[1] == api);
}

/* 10 000 notes, 10 000 words: finding which notes a change concerns stays far below a frame per thousand. */
static void
test_large (SceneFixture *f,
            gconstpointer data)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv)        texts = g_new0 (char *, 10001);

  for (guint i = 0; i < 10000; i++)
    {
      AtlTerm         *term = atl_term_new (NULL);
      g_autofree char *word = g_strdup_printf ("term %u", i);

      atl_term_set_term (term, word);
      g_ptr_array_add (terms, term);
      texts[i] = g_strdup_printf ("Note %u is about the word %u and the others", i, i);
    }
  g_ptr_array_unref (atl_area_add_notes (f->left, (const char *const *) texts));
  atl_scene_set_terms_marked (f->scene, TRUE);
  atl_scene_update (f->scene);

  g_test_timer_start ();
  atl_list_rank_at_end (atl_session_get_terms (f->session), terms);
  atl_list_insert_many (atl_session_get_terms (f->session), terms);
  atl_scene_update (f->scene);
  g_test_message ("10 000 terms in, 10 000 notes: %.1f ms", g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 2);

  g_test_timer_start ();
  add_term (f, "word");
  atl_scene_update (f->scene);
  g_test_message ("one term more, in all notes: %.1f ms", g_test_timer_elapsed () * 1000);
  g_assert_cmpfloat (g_test_timer_elapsed (), <, 0.5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  SCENE_TEST ("/terms/marks/stand-under-known-words", test_marks_words);
  SCENE_TEST ("/terms/marks/are-none-unless-asked-for", test_not_at_first);
  SCENE_TEST ("/terms/marks/follow-right-to-left-text", test_rtl);
  SCENE_TEST ("/terms/marks/follow-line-breaks", test_wraps);
  SCENE_TEST ("/terms/changes/repaint-the-notes-that-have-the-word", test_repaints_what_has_it);
  SCENE_TEST ("/terms/find/at-the-pointer", test_finds_at_point);
  SCENE_TEST ("/terms/find/each-once-in-order-of-the-text", test_lists_once);
  SCENE_TEST ("/terms/large/many-notes-and-terms", test_large);
  return g_test_run ();
}
