package io.cohorte.content;

/** A file that lies on disk and is to be put on a page. */
record NewFile(FileId id, FileKind kind, String name, long bytes, String mediaType) {}
