/// Which elements stand for inline codes in a unit.
package enum InlineDialect: String, Hashable, Sendable {
  /// bpt, ept, ph, it, hi, sub, ut.
  case tmx
  /// g, x, bx, ex, bpt, ept, ph, it, mrk, sub.
  case xliff1
  /// pc, sc, ec, ph, cp, mrk, sm, em.
  case xliff2
}
