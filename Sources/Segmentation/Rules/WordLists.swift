internal import Bitext
internal import Rules

/// One list of a rule file: abbreviations or words of one class.
struct WordList: Sendable {
  let id: String
  let classes: [String]
  let why: String
  let forms: [String]
  let examples: [SegmentationExample]

  static let keys: Set<String> = ["id", "class", "why", "forms", "examples"]

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: Self.keys)
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    classes = node["class"]?.texts(&faults) ?? []
    forms = node["forms"]?.texts(&faults) ?? []
    examples = SegmentationExample.read(node["examples"], &faults)
    for (key, isEmpty) in [("class", classes.isEmpty), ("forms", forms.isEmpty)] where isEmpty {
      faults.append(RulesError("'\(key)' is missing; add it", at: node.position))
    }
    for form in node["forms"]?.items ?? [] where form.text?.isEmpty == true {
      faults.append(RulesError("an empty form stands here; delete it", at: form.position))
    }
  }
}

/// The words of all lists of a language, by class.
///
/// A form without capitals, unless it is a single letter, is found in any case ("art." finds "Art." and "ART."); one with capitals as it stands or in
/// capitals throughout. A final full stop in the file is left out; "p. ex." is found as "p.ex." too.
struct WordLists: Sendable {
  /// At most 63; a class is a bit of the masks.
  private(set) var classes: [String] = []
  /// The bit of the class `speech`; 0 where no list has it.
  private(set) var speech: UInt64 = 0
  /// The bit of the class `never-final`.
  private var neverFinal: UInt64 = 0
  private var table = WordTable()
  /// Forms of several words by their last one: the words before it, joined by one space, and the classes.
  private var phrases: [String: [(before: String, words: Int, mask: UInt64)]] = [:]

  static let limit = 63
  /// The bit of a word that ends some form of several words.
  static let phraseEnd: UInt64 = 1 << 63

  mutating func add(_ list: WordList) -> Bool {
    var mask: UInt64 = 0
    for name in list.classes {
      guard let index = classIndex(name) else { return false }
      mask |= 1 << UInt64(index)
    }
    for form in list.forms { add(form, mask) }
    return true
  }

  /// The bit of a class, new if need be; nil when all are taken.
  mutating func classIndex(_ name: String) -> Int? {
    if let index = classes.firstIndex(of: name) { return index }
    guard classes.count < Self.limit else { return nil }
    classes.append(name)
    if name == "never-final" { neverFinal = 1 << UInt64(classes.count - 1) }
    if name == "speech" { speech = 1 << UInt64(classes.count - 1) }
    return classes.count - 1
  }

  private mutating func add(_ form: String, _ mask: UInt64) {
    let bare = Self.withoutStop(form)
    if bare.isEmpty { return }
    guard bare.utf8.contains(Self.space) else { return insert(bare, mask) }
    let words = bare.split(separator: " ").map(String.init)
    guard let last = words.last else { return }
    guard words.count > 1 else { return insert(bare, mask) }
    table.insert(last, Self.phraseEnd)
    table.insert(last.lowercased(), Self.phraseEnd)
    phrases[last, default: []].append((words.dropLast().joined(separator: " "), words.count - 1, mask))
    if words.dropLast().allSatisfy({ $0.hasSuffix(".") }) { insert(words.joined(), mask) }
  }

  private mutating func insert(_ form: String, _ mask: UInt64) {
    table.insert(form, mask)
    if let capitals = Self.capitals(form) { table.insert(capitals, mask) }
  }

  private static let space = UInt8(ascii: " ")

  /// Without the full stop at its end, unless it is nothing else.
  private static func withoutStop(_ form: String) -> String {
    form.utf8.last == UInt8(ascii: ".") && form.count > 1 ? String(form.dropLast()) : form
  }

  /// A form with capitals in capitals throughout; nil where it has none, or nothing else.
  private static func capitals(_ form: String) -> String? {
    let isASCII = form.utf8.allSatisfy { $0 < 0x80 }
    let hasCapitals =
      isASCII ? form.utf8.contains { (0x41...0x5A).contains($0) } : form.contains(where: \.isUppercase)
    guard hasCapitals else { return nil }
    let capitals = form.uppercased()
    return capitals == form ? nil : capitals
  }

  /// The classes of a word without its full stop, as it stands.
  func mask(of word: String) -> UInt64 { table.mask(of: word) }

  /// The classes of a word in any case: as it stands, and in small letters.
  /// - Parameter letters: whether a single capital may stand for the small letter. Before a full stop it is an initial, not
  ///   the unit that is written with the small letter.
  @inline(__always)
  func mask(anyCase word: UnsafeBufferPointer<UInt8>, letters: Bool = true) -> UInt64 {
    let mask = table.mask(of: word)
    if !letters, word.count == 1 || (word.count == 2 && word[0] >= 0x80) { return mask }
    return mask | SmallLetters.withFolded(word) { $0.map(table.mask) ?? 0 }
  }

  /// The class `never-final` for a word that is joined by a hyphen to one of three letters or more that has it: "vice-prés",
  /// "lieut.-col"; else 0.
  func mask(joined word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard neverFinal != 0, let hyphen = word.lastIndex(of: UInt8(ascii: "-")), word.count - hyphen > 3, hyphen > 1
    else {
      return 0
    }
    return mask(anyCase: UnsafeBufferPointer(rebasing: word[(hyphen + 1)...])) & neverFinal
  }

  /// The classes of a word in any case that an apostrophe follows, which is part of the form: "l'".
  func mask(elided word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    SmallLetters.withFolded(word) { folded in
      let letters = folded ?? word
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count + 1) { form in
        // SAFETY: all that was allocated is initialised.
        _ = form.initialize(from: letters)
        form.initializeElement(at: letters.count, to: UInt8(ascii: "'"))
        return table.mask(of: UnsafeBufferPointer(form))
      }
    }
  }

  /// The forms of several words that end with this word.
  func phrases(endingWith word: String) -> [(before: String, words: Int, mask: UInt64)] { phrases[word] ?? [] }
}
