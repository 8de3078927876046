/**
 * Cases (个案): what becomes of findings about one subject and matter, from the night on which they
 * are registered to the day on which they are filed, and back if they return. A pure function of
 * {@link cn.bidui.ledger.CaseLog}.
 */
@NullMarked
package cn.bidui.ledger.cases;

import org.jspecify.annotations.NullMarked;
