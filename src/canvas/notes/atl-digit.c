/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/notes/atl-digit.h"

/**
 * atl_digit_of_key:
 * @keyval: of a key
 *
 * Returns: the digit it types, 1 to 9; 0 for another one
 */
int
atl_digit_of_key (guint keyval)
{
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    return (int) (keyval - GDK_KEY_0);
  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    return (int) (keyval - GDK_KEY_KP_0);
  return 0;
}

/**
 * atl_digit_find:
 * @widget: any widget of the window that heard of the key
 * @keyval: what the key types
 * @keycode: the key
 *
 * Returns: the digit on the key, on whichever level: keyboards as the French one have them on the second; 0
 * if there is none
 */
int
atl_digit_find (GtkWidget *widget,
                guint      keyval,
                guint      keycode)
{
  g_autofree guint *keyvals = NULL;
  int               n = 0;
  int               digit = atl_digit_of_key (keyval);

  if (digit > 0 || keycode == 0 ||
      !gdk_display_map_keycode (gtk_widget_get_display (widget), keycode, NULL, &keyvals, &n))
    return digit;
  for (int i = 0; i < n && digit == 0; i++)
    digit = atl_digit_of_key (keyvals[i]);
  return digit;
}

static gboolean
types_zero (guint keyval)
{
  return keyval == GDK_KEY_0 || keyval == GDK_KEY_KP_0;
}

/**
 * atl_digit_is_zero:
 * @widget: any widget of the window that heard of the key
 * @keyval: what the key types
 * @keycode: the key
 *
 * Returns: whether 0 is on the key, on whichever level
 */
gboolean
atl_digit_is_zero (GtkWidget *widget,
                   guint      keyval,
                   guint      keycode)
{
  g_autofree guint *keyvals = NULL;
  int               n = 0;
  gboolean          zero = types_zero (keyval);

  if (zero || keycode == 0 ||
      !gdk_display_map_keycode (gtk_widget_get_display (widget), keycode, NULL, &keyvals, &n))
    return zero;
  for (int i = 0; i < n && !zero; i++)
    zero = types_zero (keyvals[i]);
  return zero;
}
