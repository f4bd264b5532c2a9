internal import Bitext
internal import Linguistics

/// One side of the pair: its sentences as runs of word numbers in one buffer, with their lengths.
struct IndexedText {
  private(set) var vocabulary: Vocabulary
  /// Word numbers of all sentences, one after the other.
  private(set) var words: [Int32] = []
  /// Where each sentence starts in `words`; one more than there are sentences.
  private(set) var starts: [Int32] = [0]
  /// Letters, digits and signs of each sentence, without white space.
  private(set) var lengths: [Float] = []
  private(set) var startsParagraph: [Bool] = []
  private(set) var isHeading: [Bool] = []
  /// How each sentence begins and ends.
  private(set) var margins: [Margins] = []

  var count: Int { lengths.count }

  /// The place in `words` of the words of sentence `i`.
  func range(_ i: Int) -> Range<Int> { Int(starts[i])..<Int(starts[i + 1]) }

  /// The place in `words` of the words of neighbouring sentences.
  func range(_ sentences: Range<Int>) -> Range<Int> {
    Int(starts[sentences.lowerBound])..<Int(starts[sentences.upperBound])
  }

  /// The keys of the anchors of sentence `i`.
  func anchors(of i: Int) -> [String] {
    words[range(i)].filter { vocabulary.kinds[Int($0)] == .anchor }.map {
      String(vocabulary.keys[Int($0)].dropFirst(Self.anchorMark.count))
    }
  }

  /// Tells the keys of anchors from words.
  private static let anchorMark = "\u{1}"

  /// Those words of another text in the same language that this one has, in order.
  func knownWords(of text: String) -> [Int32] {
    let other = IndexedText([AlignmentInput(text: text)], stemLength: vocabulary.stemLength)
    return other.words.compactMap { vocabulary.find(other.vocabulary.keys[Int($0)]) }
  }

  init(_ sentences: [AlignmentInput], anchors: [[Anchor]] = [], stemLength: Int) {
    vocabulary = Vocabulary(stemLength: stemLength)
    words.reserveCapacity(sentences.reduce(0) { $0 + $1.text.utf8.count } / 5)
    starts.reserveCapacity(sentences.count + 1)
    var found: [Word] = []
    for (i, sentence) in sentences.enumerated() {
      startsParagraph.append(i > 0 && sentences[i - 1].paragraph != sentence.paragraph)
      isHeading.append(sentence.isHeading)
      append(sentence.text, &found)
      margins.append(Margins(sentence.text))
      if i < anchors.count {
        for anchor in anchors[i] where anchor.weight > 0 {
          let word = vocabulary.number(key: Self.anchorMark + anchor.key, kind: .anchor, weight: Float(anchor.weight))
          vocabulary.counts[Int(word)] += 1
          words.append(word)
        }
      }
      starts.append(Int32(words.count))
    }
  }

  /// Places in `words`, sentence by sentence, whose word stands in the sentence before too.
  struct RepeatedWords {
    fileprivate(set) var starts: [Int32] = [0]
    fileprivate(set) var list: [Int32] = []

    func places(of sentence: Int) -> ArraySlice<Int32> { list[Int(starts[sentence])..<Int(starts[sentence + 1])] }
  }

  func repeatedWords() -> RepeatedWords {
    var result = RepeatedWords()
    var count = [Int32](repeating: 0, count: vocabulary.count)
    for i in 0..<self.count {
      if i > 0 {
        for place in range(i - 1) { count[Int(words[place])] += 1 }
        for place in range(i) where count[Int(words[place])] > 0 {
          count[Int(words[place])] -= 1
          result.list.append(Int32(place))
        }
        for place in range(i - 1) { count[Int(words[place])] = 0 }
      }
      result.starts.append(Int32(result.list.count))
    }
    return result
  }

  /// - Parameter found: room for the words of a sentence.
  private mutating func append(_ sentence: String, _ found: inout [Word]) {
    var sentence = sentence
    var length = 0
    sentence.withUTF8 { bytes in
      WordScanner.words(in: bytes, into: &found)
      var i = 0
      while i < found.count {
        let word = found[i]
        i += 1
        length += Self.scalars(bytes, word.bytes)
        switch word.kind {
        case .letters:
          if Self.isUnspaced(bytes, word.bytes) {
            appendCharacters(bytes, word.bytes)
          } else {
            add(UnsafeBufferPointer(rebasing: bytes[word.bytes]), .letters)
          }
        case .other:
          add(UnsafeBufferPointer(rebasing: bytes[word.bytes]), .sign)
        case .digits:
          var digits = String(decoding: bytes[word.bytes], as: UTF8.self)
          var groups = true
          var end = word.bytes.upperBound
          if word.bytes.count > 3 { groups = false }
          // "1 960", "1.960" and "1,960" are one number; "7,6" and "7.6" too.
          while let (next, gap) = Self.continuation(bytes, found, i, end) {
            if groups, next.bytes.count == 3, gap != .none {
              digits += String(decoding: bytes[next.bytes], as: UTF8.self)
            } else if gap == .point {
              groups = false
              digits += "." + String(decoding: bytes[next.bytes], as: UTF8.self)
            } else {
              break
            }
            length += next.bytes.count
            end = next.bytes.upperBound
            while i < found.count, found[i].bytes.lowerBound < end { i += 1 }
          }
          digits.withUTF8 { add($0, .number) }
        }
      }
    }
    lengths.append(Float(max(length, 1)))
  }

  private mutating func add(_ spelling: UnsafeBufferPointer<UInt8>, _ kind: Vocabulary.Kind) {
    let word = vocabulary.number(spelling: spelling, kind: kind)
    vocabulary.counts[Int(word)] += 1
    words.append(word)
  }

  private enum Gap { case none, point, space }

  /// The run of digits that goes on with the number that ends at `end`, and what joins them.
  private static func continuation(
    _ bytes: UnsafeBufferPointer<UInt8>, _ found: [Word], _ i: Int, _ end: Int
  ) -> (Word, Gap)? {
    guard i < found.count, end < bytes.count else { return nil }
    let first = found[i]
    if first.kind == .digits {
      let between = String(decoding: bytes[end..<first.bytes.lowerBound], as: UTF8.self)
      return [" ", "\u{A0}", "\u{202F}", "\u{2009}"].contains(between) ? (first, .space) : nil
    }
    guard first.kind == .other, i + 1 < found.count, found[i + 1].kind == .digits, first.bytes.lowerBound == end,
      found[i + 1].bytes.lowerBound == first.bytes.upperBound
    else { return nil }
    let mark = bytes[end]
    if mark == UInt8(ascii: ".") || mark == UInt8(ascii: ",") { return (found[i + 1], .point) }
    if mark == UInt8(ascii: "'") || first.bytes.count == 3 && bytes[end + 2] == 0x99 { return (found[i + 1], .space) }
    return nil
  }

  private static func scalars(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for i in range where bytes[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Whether a run of letters is in a script that sets no spaces between words (Thai to Khmer, kana, ideographs).
  private static func isUnspaced(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    let first = bytes[range.lowerBound]
    let second = bytes[range.lowerBound + 1]
    return (first == 0xE0 && (second == 0xB8 || second == 0xB9 || second == 0xBA || second == 0xBB))
      || (first == 0xE3 && second >= 0x81) || (first >= 0xE4 && first <= 0xE9) || first >= 0xF0
  }

  private mutating func appendCharacters(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    var i = start + 1
    while i <= range.upperBound {
      if i == range.upperBound || bytes[i] & 0xC0 != 0x80 {
        add(UnsafeBufferPointer(rebasing: bytes[start..<i]), .letters)
        start = i
      }
      i += 1
    }
  }
}
