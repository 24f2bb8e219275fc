package io.cohorte.content;

/** Where a linked video may lie. */
public enum VideoHost {
    YOUTUBE,
    VIMEO,
    LOOM,
    WISTIA,
    DAILYMOTION
}
