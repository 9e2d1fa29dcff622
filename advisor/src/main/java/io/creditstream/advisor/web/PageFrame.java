package io.creditstream.advisor.web;

/**
 * What surrounds every page.
 *
 * @param language code of the language of the page
 * @param otherLanguage code of the other one
 * @param otherLanguageHref the same page in it
 * @param section the part of the site that the page belongs to
 * @param version version of the assets
 * @param open whether nobody has to log in
 * @param user who is logged in; empty for nobody
 * @param csrf token that forms send along
 */
record PageFrame(
    String language,
    String otherLanguage,
    String otherLanguageHref,
    String section,
    String version,
    boolean open,
    String user,
    String csrf) {}
