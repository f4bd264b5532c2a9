internal import Bitext
internal import Quality
internal import Terminology

/// What a call of `check` needs: the checks that run, and what has to be found in the texts for them.
struct CheckPlan {
  let checks: [any Check]
  /// Nil where no house style is asked for.
  let style: HouseStyle?
  /// Whether names are compared across texts and with the memory.
  let comparesRun: Bool

  init(_ options: CheckOptions, style: HouseStyle?) {
    checks = CheckRegistry.checks(options.only)
    self.style = style
    comparesRun = options.only.isEmpty || !options.only.isDisjoint(with: NameRun.checks)
  }

  /// Whether anything is asked of names.
  var needsNames: Bool { checks.contains { $0.parts(of: .target).contains(.names) } }

  /// Whether terms of a source are looked for in its translation.
  var asksForTerms: Bool { checks.contains { $0.id == TermMissing.id } }

  var usesBeads: Bool { checks.contains(where: \.usesBeads) }

  /// What has to be found in a text that is checked alone.
  func parts() -> AnnotatedText.Parts {
    let parts = checks.reduce(into: AnnotatedText.Parts()) { parts, check in
      // A check that compares two texts has nothing to say of one, but for those of names.
      if !check.usesBeads || check.parts(of: .target).contains(.names) { parts.formUnion(check.parts(of: .target)) }
    }
    return style == nil ? parts : parts.union([.terms, .quotations])
  }

  /// What has to be found in one text of a pair; beads rest on terms and numbers, and on names where they are found anyway.
  func parts(of side: Anchor.Side) -> AnnotatedText.Parts {
    var parts = checks.reduce(into: AnnotatedText.Parts()) { $0.formUnion($1.parts(of: side)) }
    if usesBeads { parts.formUnion([.terms, .quantities]) }
    return style != nil && side == .target ? parts.union([.terms, .quotations]) : parts
  }
}
