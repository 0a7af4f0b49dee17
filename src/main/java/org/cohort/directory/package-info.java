/** Staff and their groups, as Keycloak knows them. */
@NullMarked
package org.cohort.directory;

import org.jspecify.annotations.NullMarked;
