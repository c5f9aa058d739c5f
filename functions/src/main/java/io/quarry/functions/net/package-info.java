/** Functions of network addresses, URLs and paths. */
package io.quarry.functions.net;
