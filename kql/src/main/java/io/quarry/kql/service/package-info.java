/**
 * What editors ask about KQL: colours, completion, explanations, quick fixes, formatting. Each is a function of a text and a
 * catalogue, without state, safe for threads, and has an answer for any text, however broken.
 */
package io.quarry.kql.service;
