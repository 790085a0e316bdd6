/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-renderer.h"

#include <dlfcn.h>
#include <gtk/gtk.h>

#define GL_RENDERER_NAME 0x1F01 /* GL_RENDERER of the OpenGL registry */

typedef const unsigned char *(*GetString) (unsigned int name);

/* Asks the driver for its name. GTK links no OpenGL library: the function is found in the one that the
 * context loaded. */
static char *
dup_driver_name (void)
{
  static const char *const libraries[] = { "libGL.so.1", "libGLESv2.so.2" };
  g_autoptr (GdkGLContext) context = NULL;
  GdkDisplay              *display = gdk_display_get_default ();
  const unsigned char     *name = NULL;

  context = display != NULL ? gdk_display_create_gl_context (display, NULL) : NULL;
  if (context == NULL || !gdk_gl_context_realize (context, NULL))
    return NULL;
  gdk_gl_context_make_current (context);
  for (guint i = 0; i < G_N_ELEMENTS (libraries) && name == NULL; i++)
    {
      void     *library = dlopen (libraries[i], RTLD_LAZY | RTLD_LOCAL);
      GetString get_string = library != NULL ? (GetString) dlsym (library, "glGetString") : NULL;

      name = get_string != NULL ? get_string (GL_RENDERER_NAME) : NULL;
    }
  gdk_gl_context_clear_current ();
  return g_strdup ((const char *) name);
}

/**
 * atl_renderer_is_software:
 * @name: (nullable): the name of an OpenGL driver
 *
 * Returns: whether it draws on the processor, or is none at all
 */
gboolean
atl_renderer_is_software (const char *name)
{
  static const char *const software[] = { "llvmpipe", "softpipe", "swrast", "Software" };

  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (software); i++)
    if (strstr (name, software[i]) != NULL)
      return TRUE;
  return name == NULL;
}

/**
 * atl_renderer_choose:
 *
 * Without a graphics card GTK's cairo renderer is up to twice as fast as OpenGL emulated on the processor,
 * and needs half the memory. Chooses it then, unless the user chose a renderer. To be called before the
 * first window.
 */
void
atl_renderer_choose (void)
{
  g_autofree char *name = NULL;

  if (g_getenv ("GSK_RENDERER") != NULL)
    return;
  name = dup_driver_name ();
  if (atl_renderer_is_software (name))
    g_setenv ("GSK_RENDERER", "cairo", TRUE);
}
