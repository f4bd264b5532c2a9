internal import Bitext
internal import Linguistics

/// The words of a text, as the pairing of names needs them: folded, with what their place says of their capital.
struct NameText {
  /// A run of letters. "Jong-un" and "d'Angola" are two words each.
  struct Word {
    let text: String
    /// `Folding.key`.
    let key: String
    /// The scalars of the key.
    let letters: [Unicode.Scalar]
    /// UTF-8 bytes of the sentence.
    let bytes: Range<Int>
    let isCapital: Bool
    /// Two letters or more, all capitals.
    let isUpper: Bool
    /// Whether any word would have a capital here: at the start, after an opening mark or a full stop.
    let isInitial: Bool
    /// Part of a web address, a handle or a hashtag.
    let isAddress: Bool
    /// Whether a hyphen or apostrophe joins it to the word before.
    let isJoined: Bool
  }

  struct Sentence {
    let words: [Word]
    let keys: Set<String>
    /// A heading, or written like one: capitals say nothing of names.
    let isHeading: Bool
  }

  let language: LanguageTag
  let sentences: [Sentence]
  /// How often each word is in the text with a capital, and the sentences that it is in; addresses left out.
  private(set) var places: [String: [Int]] = [:]
  /// Words that are somewhere in small letters.
  private(set) var small: Set<String> = []

  init(_ text: AnnotatedText) {
    language = text.language
    sentences = text.sentences.map { segment in
      let words = Self.words(of: segment.text)
      return Sentence(
        words: words, keys: Set(words.map(\.key)),
        isHeading: segment.kind == .heading || Self.isHeading(words, segment.text))
    }
    for (number, sentence) in sentences.enumerated() {
      for word in sentence.words where !word.isAddress {
        if word.isCapital { places[word.key, default: []].append(number) } else { small.insert(word.key) }
      }
    }
  }

  func count(_ key: String) -> Int { places[key]?.count ?? 0 }
  func has(_ key: String) -> Bool { places[key] != nil || small.contains(key) }

  /// Most words of four letters or more have a capital, and no full stop ends it.
  private static func isHeading(_ words: [Word], _ text: String) -> Bool {
    if let last = text.unicodeScalars.last, ".!?…”’\"".unicodeScalars.contains(last) { return false }
    let long = words.count { $0.letters.count > 3 }
    let capital = words.count { $0.letters.count > 3 && $0.isCapital }
    return long >= 3 && 10 * capital >= 7 * long
  }

  static func words(of text: String) -> [Word] {
    var text = text
    return text.withUTF8 { bytes in
      let found = WordScanner.words(in: bytes)
      var words: [Word] = []
      words.reserveCapacity(found.count)
      for (index, word) in found.enumerated() where word.kind == .letters {
        let surface = String(decoding: bytes[word.bytes], as: UTF8.self)
        let key = Folding.key(surface)
        let before = index > 0 ? found[index - 1] : nil
        let mark = before.flatMap { $0.kind == .other ? bytes[$0.bytes.lowerBound] : nil } ?? 0
        let touches = before.map { $0.bytes.upperBound == word.bytes.lowerBound } ?? false
        let next = index + 1 < found.count ? found[index + 1] : nil
        let continues =
          next.map { $0.bytes.lowerBound == word.bytes.upperBound && $0.kind == .other } ?? false
          && index + 2 < found.count && found[index + 2].bytes.lowerBound == next?.bytes.upperBound
          && found[index + 2].kind == .letters && bytes[next?.bytes.lowerBound ?? 0] == UInt8(ascii: ".")
        let (isCapital, isUpper) = capitals(surface)
        words.append(
          Word(
            text: surface, key: key, letters: Array(key.unicodeScalars), bytes: word.bytes, isCapital: isCapital,
            isUpper: isUpper,
            isInitial: index == 0 || opens(mark, before, bytes),
            isAddress: (touches && joinsAddress(mark)) || (continues && surface.utf8.count > 1),
            isJoined: touches && before?.kind == .other))
      }
      return words
    }
  }

  private static func capitals(_ word: String) -> (first: Bool, all: Bool) {
    var first = false
    var all = true
    var letters = 0
    for scalar in word.unicodeScalars where scalar.properties.isAlphabetic {
      let isCapital =
        scalar.isASCII ? scalar <= "Z" : scalar.properties.isUppercase || scalar.properties.isCased == false
      if letters == 0 { first = isCapital }
      all = all && isCapital && (scalar.isASCII || scalar.properties.isCased)
      letters += 1
    }
    return (first, letters > 1 && all)
  }

  /// Whether a mark before a word begins a sentence, a quotation or a list.
  private static func opens(_ mark: UInt8, _ before: Linguistics.Word?, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let before, before.kind == .other else { return false }
    if mark < 0x80 { return "\":.!?([;|*•".utf8.contains(mark) }
    let text = String(decoding: bytes[before.bytes], as: UTF8.self)
    return "«“„‘»”—–•…".contains(text)
  }

  /// Marks that join the parts of an address, a handle or a hashtag.
  private static func joinsAddress(_ mark: UInt8) -> Bool { "@#/_.".utf8.contains(mark) }
}
