package import Bitext
internal import Linguistics

/// What a glossary says of names whatever the language of a text: which of its concepts are names, and how they are spelt.
package struct GlossaryNames: Sendable {
  /// Numbers of the concepts that are names, in the glossary.
  private let numbers: [Int32]
  /// Numbers among the names by the folded spelling of every term.
  let bySpelling: NameIndex
  /// Numbers of persons among the names by the surname of every term, in any language.
  private let bySurname: NameIndex
  private let concept: @Sendable (Int) -> Concept

  /// - Parameter concepts: of the glossary, in order; those that are no names are passed over.
  package init(_ concepts: [Concept] = []) {
    let names = concepts.indices.filter { concepts[$0].kind != .term }
    var (bySpelling, bySurname): ([String: [Int]], [String: [Int]]) = ([:], [:])
    for (name, number) in names.enumerated() {
      let concept = concepts[number]
      for term in concept.terms { bySpelling[Folding.key(term.text), default: []].append(name) }
      guard concept.kind == .person else { continue }
      for surname in Set(concept.terms.map { Self.spellingKey(Self.surname(of: $0.text)) }) {
        bySurname[surname, default: []].append(name)
      }
    }
    numbers = names.map { Int32($0) }
    self.bySpelling = NameIndex(bySpelling)
    self.bySurname = NameIndex(bySurname)
    concept = { concepts[$0] }
  }

  package var count: Int { numbers.count }

  /// The concept of a name.
  package subscript(name: Int) -> Concept { concept(Int(numbers[name])) }

  /// The persons who have a surname in a form of any language, in the order of the glossary.
  package func persons(surname: String) -> [Concept] {
    bySurname[Self.spellingKey(surname)].map { self[Int($0)] }
  }

  // MARK: Spelling

  /// A name without case and the kind of apostrophe and space, but with accents.
  package static func spellingKey(_ name: String) -> String {
    let folded = Folding.caseKey(name)
    // U+2019 and U+A0 begin with these bytes; few names have them.
    guard folded.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }) else { return folded }
    return folded.replacing("\u{2019}", with: "'").replacing("\u{A0}", with: " ")
  }

  /// The last word, where a name is of several.
  package static func surname(of name: String) -> String {
    let bytes = name.utf8
    // Below 0xCC no letter has a mark after it, which would belong to a space as well.
    guard bytes.allSatisfy({ $0 < 0xCC }) else { return name.split(separator: " ").last.map(String.init) ?? name }
    let space = UInt8(ascii: " ")
    guard let last = bytes.lastIndex(where: { $0 != space }) else { return name }
    let end = bytes.index(after: last)
    let start = bytes[..<end].lastIndex(of: space).map { bytes.index(after: $0) } ?? bytes.startIndex
    return String(name[start..<end])
  }

  // MARK: Compiled form

  /// The version of the compiled forms of a glossary's names, this one and that of `NameGlossary`.
  package static let version = 1

  package var bytes: [UInt8] {
    var out = NameBytesWriter()
    out.block(numbers)
    bySpelling.write(&out)
    bySurname.write(&out)
    return out.finished()
  }

  /// Reads what `bytes` gave.
  /// - Parameters:
  ///   - count: how many concepts the glossary has.
  ///   - concept: gives the concept of a number in the glossary.
  /// - Returns: nil where the bytes are damaged.
  package init?(_ bytes: [UInt8], count: Int, concept: @escaping @Sendable (Int) -> Concept) {
    do throws(NameBytesReader.Damaged) {
      var reader = try NameBytesReader(bytes, from: 0)
      numbers = try reader.block()
      bySpelling = try NameIndex(&reader, below: numbers.count)
      bySurname = try NameIndex(&reader, below: numbers.count)
    } catch { return nil }
    guard numbers.allSatisfy({ $0 >= 0 && Int($0) < count }) else { return nil }
    self.concept = concept
  }
}
