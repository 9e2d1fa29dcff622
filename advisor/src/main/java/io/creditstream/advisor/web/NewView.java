package io.creditstream.advisor.web;

import io.creditstream.advisor.web.ApplicationForm.Field;
import java.util.List;

/**
 * The form of a new application, as its template reads it.
 *
 * @param fields its fields
 * @param problem what is wrong; empty where nothing is
 * @param shown the same for the page in another language
 */
public record NewView(List<Field> fields, String problem, String shown) {}
