package io.cohorte.offers;

import io.cohorte.groups.GroupId;

/**
 * Where who buys now lands, and for how long.
 *
 * @param linked whether the offer decides on the group; else it is the default one (product.md D1)
 */
public record Landing(GroupId group, boolean linked, Lasting lasting) {}
