/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-info.h"

#include "config.h"
#include "ui/common/atl-moment.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSessionInfo:
 *
 * What a session is called, when and where it takes place, and what for: the title page of its report.
 */
struct _AtlSessionInfo
{
  AdwWindow parent_instance;

  AtlDocument *document;
  GtkWidget   *title_row;
  GtkWidget   *date_row;
  GtkWidget   *date_said;
  GtkWidget   *calendar;
  GtkWidget   *place_row;
  GtkWidget   *facilitator_row;
  GtkWidget   *aim_row;
  GtkWidget   *language_row;
};

G_DEFINE_FINAL_TYPE (AtlSessionInfo, atl_session_info, ADW_TYPE_WINDOW)

static const char *const languages[] = { "en", "fr" };

static const char *
get_text (GtkWidget *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static void
set_text (GtkWidget  *row,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static GDateTime *
parse_date (const char *text)
{
  GDate date;

  if (!atl_moment_read_day (text, &date))
    return NULL;
  return g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                                g_date_get_day (&date), 12, 0, 0);
}

/* (transfer full) (nullable): what is to be stored, NULL if it cannot be read. What a file brought stays. */
static char *
dup_date (AtlSessionInfo *self)
{
  g_autofree char      *typed = g_strstrip (g_strdup (get_text (self->date_row)));
  g_autoptr (GDateTime) date = parse_date (typed);
  AtlSession           *session = atl_document_get_session (self->document);

  if (*typed == '\0' || g_strcmp0 (typed, atl_session_get_date (session)) == 0)
    return g_steal_pointer (&typed);
  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
}

/* The day in full leaves no doubt which number was taken for the month. */
static void
date_changed_cb (AtlSessionInfo *self)
{
  const char      *typed = get_text (self->date_row);
  GDate            date;
  gboolean         known = atl_moment_read_day (typed, &date);
  g_autofree char *day = known ? atl_moment_dup_day (&date) : NULL;

  if (known || *typed == '\0')
    gtk_widget_remove_css_class (self->date_row, "error");
  else
    gtk_widget_add_css_class (self->date_row, "error");
  if (!known && *typed != '\0')
    day = g_strdup (_ ("No day is called so. Type 3/12/2026, “3 dec” or 2026-12-03."));
  gtk_label_set_text (GTK_LABEL (self->date_said), day != NULL ? day : "");
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->date_said, ADW_TYPE_PREFERENCES_ROW), day != NULL);
}

static void
day_selected_cb (AtlSessionInfo *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char      *text = g_date_time_format (date, "%Y-%m-%d");

  if (g_strcmp0 (text, get_text (self->date_row)) != 0)
    set_text (self->date_row, text);
}

static void
write_fields (AtlSessionInfo *self,
              const char     *date)
{
  AtlSession *session = atl_document_get_session (self->document);
  guint       language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language_row));

  atl_session_set_title (session, get_text (self->title_row));
  atl_session_set_date (session, date);
  atl_session_set_place (session, get_text (self->place_row));
  atl_session_set_facilitator (session, get_text (self->facilitator_row));
  atl_session_set_aim (session, get_text (self->aim_row));
  if (language < G_N_ELEMENTS (languages))
    atl_session_set_language (session, languages[language]);
}

static void
apply (AtlSessionInfo *self)
{
  AtlHistory      *history = atl_document_get_history (self->document);
  g_autofree char *date = dup_date (self);

  if (date == NULL)
    {
      gtk_widget_grab_focus (self->date_row);
      return;
    }
  atl_history_begin (history, _ ("Edit Session Details"));
  write_fields (self, date);
  atl_history_end (history);
  gtk_window_close (GTK_WINDOW (self));
}

static void
read_fields (AtlSessionInfo *self)
{
  AtlSession           *session = atl_document_get_session (self->document);
  g_autoptr (GDateTime) date = parse_date (atl_session_get_date (session));

  set_text (self->title_row, atl_session_get_title (session));
  set_text (self->date_row, atl_session_get_date (session));
  set_text (self->place_row, atl_session_get_place (session));
  set_text (self->facilitator_row, atl_session_get_facilitator (session));
  set_text (self->aim_row, atl_session_get_aim (session));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language_row),
                              g_str_has_prefix (atl_session_get_language (session), "fr") ? 1 : 0);
  if (date != NULL)
    gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
}

static void
atl_session_info_dispose (GObject *object)
{
  g_clear_object (&ATL_SESSION_INFO (object)->document);
  G_OBJECT_CLASS (atl_session_info_parent_class)->dispose (object);
}

static void
atl_session_info_class_init (AtlSessionInfoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_session_info_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-session-info.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, title_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, date_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, date_said);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, calendar);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, place_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, facilitator_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, aim_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionInfo, language_row);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
}

static void
atl_session_info_init (AtlSessionInfo *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_session_info_open:
 * @parent: the window of the document
 * @document: a document
 *
 * Opens the details of a session over its window.
 */
void
atl_session_info_open (GtkWindow   *parent,
                       AtlDocument *document)
{
  AtlSessionInfo *self = g_object_new (ATL_TYPE_SESSION_INFO, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  read_fields (self);
  gtk_window_present (GTK_WINDOW (self));
}
