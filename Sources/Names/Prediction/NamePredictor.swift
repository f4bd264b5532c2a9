package import Bitext
internal import Linguistics
internal import Romanization

/// Predicts how a name is written in another language, by the lexicon, the rules of the language it comes from, and what
/// was learned.
package struct NamePredictor: Sendable {
  let model: NameModel
  /// Below this confidence there is no answer.
  package var minimumConfidence: Double

  package init(_ model: NameModel, minimumConfidence: Double = 0.5) {
    self.model = model
    self.minimumConfidence = minimumConfidence
  }

  /// The forms of `name` in the language `to`.
  /// - Parameters:
  ///   - from: the language of the text that the name stands in, or the name's own where it is in its own script.
  ///   - to: a language whose press the tables have.
  ///   - origin: the language the name comes from, where it is known.
  ///   - document: languages that the document makes likelier, with logarithmic weights.
  package func predict(
    _ name: String, from: LanguageTag, to: LanguageTag, origin: LanguageTag? = nil,
    document: [LanguageTag: Double] = [:]
  ) -> NamePrediction {
    let source = model.side(of: name, in: from)
    let direction = NameDirection(from: source, to: model.side(to))
    let words = NamePieces.words(name)
    guard !words.isEmpty else { return .none }
    let origins = origins(of: name, words, source, from, origin, document)
    if source == direction.to {
      let rule = NamePrediction.Candidate(text: name, confidence: 1, rules: [])
      return NamePrediction(candidates: [rule], origins: origins, best: name)
    }
    guard case .press = direction.to else { return .none }
    if let whole = lexiconForms(name, direction, origins).map({ ranked($0) }), words.count > 1 {
      return prediction(whole.map { ($0.text, $0.probability, $0.rules) }, origins)
    }
    return prediction(forms(of: name, direction, origins), origins)
  }

  /// The forms of a whole name, each from one origin throughout: never half a name romanized and half left as it is.
  private func forms(of name: String, _ direction: NameDirection, _ origins: [NameOrigin]) -> [Form] {
    var all: [String: Form] = [:]
    for origin in origins {
      let alone = [NameOrigin(language: origin.language, probability: 1)]
      for form in forms(from: pieces(of: name, direction, alone), direction, alone) {
        let known = all[form.text]
        let probability = form.probability * origin.probability
        let isLikelier = probability > known?.probability ?? 0
        all[form.text] = (
          form.text, (known?.probability ?? 0) + probability, isLikelier ? form.rules : known?.rules ?? []
        )
      }
    }
    return ranked(Array(all.values))
  }

  private func forms(
    from pieces: [(text: String, isWord: Bool, listed: [Form]?)], _ direction: NameDirection, _ origins: [NameOrigin]
  ) -> [Form] {
    var names: [Form] = [("", 1, [])]
    for piece in pieces {
      guard piece.isWord else {
        names = names.map { ($0.text + piece.text, $0.probability, $0.rules) }
        continue
      }
      let forms = piece.listed ?? wordForms(piece.text, direction, origins)
      if forms.isEmpty { return [] }
      names = names.flatMap { name in
        forms.prefix(4).map { form in
          (
            name.text + form.text, name.probability * form.probability,
            name.rules + form.rules.filter { !name.rules.contains($0) }
          )
        }
      }.sorted { ($1.probability, $0.text) < ($0.probability, $1.text) }
      names = Array(names.prefix(12))
    }
    return names
  }

  /// The pieces of a name; words joined by hyphens that the lexicon has as one stay one.
  private func pieces(
    of name: String, _ direction: NameDirection, _ origins: [NameOrigin]
  ) -> [(text: String, isWord: Bool, listed: [Form]?)] {
    var pieces: [(text: String, isWord: Bool, listed: [Form]?)] = []
    var previous = ""
    let chunks = name.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    let ownersOfArticles = model.articles?.articleOwners ?? []
    var index = 0
    while index < chunks.count {
      let isFirst = pieces.isEmpty
      if !isFirst { pieces.append((" ", false, nil)) }
      let joined = listedTogether(chunks[index...], of: chunks.count, direction, origins)
      if let joined {
        pieces.append((joined.text, true, ranked(joined.forms)))
        index += joined.count
        previous = joined.text
        continue
      }
      let chunk = chunks[index]
      let isBare = ownersOfArticles.contains(previous)
      let leads = isFirst && chunks.count > 1
      if let forms = unvocalisedForms(chunk, direction, origins, leads: leads, isBare: isBare) {
        pieces.append((chunk, true, ranked(forms)))
      } else if chunk.contains("-"), let listed = lexiconForms(chunk, direction, origins) {
        pieces.append((chunk, true, ranked(listed)))
      } else {
        pieces += NamePieces.split(chunk).map { ($0.text, $0.isWord, nil) }
      }
      index += 1
      previous = chunk
    }
    return pieces
  }

  /// The longest run of words from the first on, not the whole name, that the lexicon has as one: "عبد الله", "Ben Ali".
  private func listedTogether(
    _ chunks: ArraySlice<String>, of all: Int, _ direction: NameDirection, _ origins: [NameOrigin]
  ) -> (count: Int, text: String, forms: [Form])? {
    for count in (2...3).reversed() where count <= chunks.count && count < all {
      let text = chunks.prefix(count).joined(separator: " ")
      if let forms = lexiconForms(text, direction, origins) { return (count, text, forms) }
    }
    return nil
  }

  typealias Form = (text: String, probability: Double, rules: [NamePrediction.Rule])

  private func origins(
    of name: String, _ words: [String], _ side: NameSide, _ from: LanguageTag, _ origin: LanguageTag?,
    _ document: [LanguageTag: Double]
  ) -> [NameOrigin] {
    // A Georgian name in Russian letters is read as Russian writes it.
    func reads(_ language: LanguageTag) -> Bool {
      guard side == .native else { return true }
      return model.tables[language]?.reads(name) ?? false
    }
    if let origin, reads(origin) { return [NameOrigin(language: origin, probability: 1)] }
    if side == .native, reads(from) { return [NameOrigin(language: from, probability: 1)] }
    return model.origins(of: name, in: from, document: document)
  }

  private func prediction(_ names: [Form], _ origins: [NameOrigin]) -> NamePrediction {
    let candidates = names.prefix(3).map {
      NamePrediction.Candidate(text: $0.text, confidence: min(1, $0.probability), rules: $0.rules)
    }
    let best = candidates.first.flatMap { $0.confidence >= minimumConfidence ? $0.text : nil }
    return NamePrediction(candidates: candidates, origins: origins, best: best)
  }

  /// Forms of one word: the lexicon's where it has it, else the units' of each origin, weighted by its probability.
  private func wordForms(_ word: String, _ direction: NameDirection, _ origins: [NameOrigin]) -> [Form] {
    var forms: [String: Form] = [:]
    func add(_ form: Form) {
      let known = forms[form.text]
      forms[form.text] = (
        form.text, (known?.probability ?? 0) + form.probability,
        (known?.probability ?? 0) >= form.probability ? known?.rules ?? [] : form.rules
      )
    }
    var left = 1.0
    if let listed = lexiconForms(word, direction, origins) {
      let share = listedShare(of: word, direction, origins)
      left = 1 - share
      for form in listed { add((form.text, form.probability * share, form.rules)) }
    }
    for origin in origins {
      guard let transducer = model.transducer(direction, origin.language) else { continue }
      let table = model.tables[origin.language]
      if direction.from == .native, table?.isUnvocalised ?? true { continue }
      let lower = table?.lowercased(word) ?? Folding.caseKey(word)
      let letters = Array((direction.from == .native ? lower : Folding.caseKey(word)).unicodeScalars)
      if direction.from == .native, let table, !letters.allSatisfy({ !$0.properties.isAlphabetic || table.knows($0) }) {
        continue
      }
      for result in transducer.results(for: letters, weights: model.weights).prefix(6) {
        let text = String(String.UnicodeScalarView(result.text))
        let rules = Set(result.rows).sorted().compactMap { row in
          table.map { NamePrediction.Rule(id: $0.rows[row].id, why: $0.rows[row].why) }
        }
        let cased =
          text == Folding.caseKey(word)
          ? word
          : NamePieces.recased(text, like: word, caseless: table?.isCaseless == true && direction.from == .native)
        add((cased, result.probability * origin.probability * left, rules))
      }
    }
    return ranked(Array(forms.values))
  }

  /// How far the lexicon is believed of a listed word, 0...1: what is listed of one language says little of a name that
  /// certainly comes from another ("Yunus" is Turkish and stays so in French; of an Azerbaijani it is Younous).
  private func listedShare(of word: String, _ direction: NameDirection, _ origins: [NameOrigin]) -> Double {
    let listed = Set(listedEntries(word, direction).map(\.origin.language))
    // What comes from none of the languages belongs to all; Russian first names are borne by all who write Cyrillic.
    if listed.contains(where: model.lexicon.origins.isShared) { return 0.97 }
    let support = origins.reduce(0) { listed.contains($1.language.language) ? $0 + $1.probability : $0 }
    return 0.97 * max(support, direction.from == .native ? 0.3 : 0.6)
  }

  /// The lexicon's entries that a word or a whole name stands in as its direction has it.
  private func listedEntries(_ name: String, _ direction: NameDirection) -> [NameLexicon.Entry] {
    let caseKey = Folding.caseKey(name)
    let key = Folding.key(name)
    return model.lexicon.entries(forKey: key).filter { entry in
      (entry.forms[direction.from.label] ?? []).contains { Folding.caseKey($0) == caseKey || Folding.key($0) == key }
        && entry.forms[direction.to.label] != nil
    }
  }

  /// What the lexicon says of a word or a whole name in this direction; nil where it is not there.
  func lexiconForms(_ name: String, _ direction: NameDirection, _ origins: [NameOrigin]) -> [Form]? {
    let caseKey = Folding.caseKey(name)
    let entries = listedEntries(name, direction)
    guard !entries.isEmpty else { return nil }
    var weights = entries.map { entry in
      (origins.first { $0.language.sameLanguage(as: entry.origin) }?.probability ?? 0) + 0.02
    }
    // A form met letter for letter says more than one met without its accents.
    for (index, entry) in entries.enumerated() {
      let forms = entry.forms[direction.from.label] ?? []
      if !forms.contains(where: { Folding.caseKey($0) == caseKey }) { weights[index] *= 0.2 }
    }
    // Rows are by the spelling of the first press. Of several rows of one name the one that is listed first is the usual one,
    // and before it the one whose own usual form is here: "Uladzimir" is Ouladzimir rather than Vladimir.
    if direction.from != model.tables.conventions.presses.first.map(NameSide.press) {
      func isUsual(_ index: Int) -> Bool {
        (entries[index].forms[direction.from.label] ?? []).first.map { Folding.key($0) == Folding.key(name) } ?? false
      }
      var ranks: [LanguageTag: Double] = [:]
      for index in entries.indices.filter(isUsual) + entries.indices.filter({ !isUsual($0) }) {
        let origin = entries[index].origin
        let rank = ranks[origin] ?? 1
        weights[index] *= rank
        ranks[origin] = rank * 0.4
      }
    }
    let total = weights.reduce(0, +)
    var sums: [String: Double] = [:]
    for (entry, weight) in zip(entries, weights) {
      let forms = entry.forms[direction.to.label] ?? []
      for (rank, form) in forms.enumerated() {
        let share = forms.count == 1 ? 1 : rank == 0 ? 0.75 : 0.25 / Double(forms.count - 1)
        let cased = Folding.caseKey(form) == caseKey ? name : recased(form, like: name, direction)
        sums[cased, default: 0] += weight / total * share
      }
    }
    let rule = NamePrediction.Rule(id: "lexicon", why: "The lexicon of names has \(name).")
    return sums.map { ($0.key, $0.value, [rule]) }
  }

  /// Capitals of a lexicon form are right as they are, unless the whole name stands in capitals.
  private func recased(_ form: String, like name: String, _ direction: NameDirection) -> String {
    let letters = name.unicodeScalars.filter(\.properties.isAlphabetic)
    let upper = letters.count > 1 && letters.allSatisfy(\.properties.isUppercase)
    return upper ? form.uppercased() : form
  }

  private func ranked(_ forms: [Form]) -> [Form] {
    forms.sorted { ($1.probability, $0.text) < ($0.probability, $1.text) }
  }
}
