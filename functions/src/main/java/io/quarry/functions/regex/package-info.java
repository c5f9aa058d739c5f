/** Regular expressions of RE2's syntax as automata over UTF-8, for the one question whether there is a match. */
package io.quarry.functions.regex;
