/**
 * The screens in a real browser: its pages are read and used by the words that stand on them, as the articles name
 * them. Chromium and its driver are taken from the PATH; nothing is downloaded.
 */
@NullMarked
package io.cohorte.browser;

import org.jspecify.annotations.NullMarked;
