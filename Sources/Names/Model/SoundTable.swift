internal import Linguistics

/// Words of any script as the sounds that all spellings of a name share, roughly, and what it costs to take one for another.
struct SoundTable: Sendable {
  /// Numbers of `outputs` by hash of the letters; -1 where letters only begin some.
  private let pieces: PieceTable
  private let outputs: [[UInt8]]
  private let longest: Int
  /// Numbers of sounds by their sign.
  private let numbers: [UInt8]
  private let count: Int
  private let costs: [Float]
  private let omissions: [Float]
  private let isVowel: [Bool]

  init(_ rules: PersonRules) {
    var signs: [UInt8] = [0]
    var numbers = [UInt8](repeating: 0, count: 128)
    func number(_ sign: UInt8) -> UInt8 {
      if numbers[Int(sign & 127)] == 0, signs.count < 250 {
        numbers[Int(sign & 127)] = UInt8(signs.count)
        signs.append(sign & 127)
      }
      return numbers[Int(sign & 127)]
    }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { _ = number(letter) }
    var pieces: [UInt64: Int32] = [:]
    var outputs: [[UInt8]] = []
    var longest = 1
    for row in rules.sounds {
      let hashes = row.letters.unicodeScalars.reduce(into: [NameHash.seed]) { hashes, letter in
        hashes.append(NameHash.mix(hashes[hashes.count - 1], letter.value))
      }
      longest = max(longest, hashes.count - 1)
      for hash in hashes.dropFirst().dropLast() where pieces[hash] == nil { pieces[hash] = -1 }
      if let whole = hashes.last, hashes.count > 1 { pieces[whole] = Int32(outputs.count) }
      outputs.append(row.sounds.utf8.map(number))
    }
    let vowels = Set("aeiou".utf8)
    let pairs = rules.near.flatMap { near in near.sounds.map { (Array($0.utf8).map(number), near.cost) } }
    let omitted = rules.omitted.flatMap { row in row.sounds.compactMap(\.utf8.first).map { (number($0), row.cost) } }
    let count = signs.count
    let isVowel = signs.map(vowels.contains)
    var costs = [Float](repeating: Self.otherConsonant, count: count * count)
    for a in 0..<count {
      for b in 0..<count {
        if a == b { costs[a * count + b] = 0 } else if isVowel[a], isVowel[b] { costs[a * count + b] = Self.otherVowel }
      }
    }
    for (pair, cost) in pairs where pair.count == 2 {
      costs[Int(pair[0]) * count + Int(pair[1])] = cost
      costs[Int(pair[1]) * count + Int(pair[0])] = cost
    }
    var omissions = isVowel.map { $0 ? Self.missingVowel : Self.otherConsonant }
    for (sound, cost) in omitted { omissions[Int(sound)] = cost }
    self.pieces = PieceTable(pieces)
    self.outputs = outputs
    self.longest = longest
    self.numbers = numbers
    self.count = count
    self.costs = costs
    self.omissions = omissions
    self.isVowel = isVowel
  }

  private static let otherConsonant: Float = 1.2
  private static let otherVowel: Float = 0.5
  private static let missingVowel: Float = 0.35
  /// Of a vowel beside a script that writes none.
  private static let unwrittenVowel: Float = 0.04

  /// The sounds of a word, a doubled one once.
  /// - Parameter word: case folded.
  func sounds(of word: String) -> [UInt8] {
    var letters: [Unicode.Scalar] = [SpellingCosts.start]
    for letter in word.unicodeScalars { Self.appendJamo(letter, &letters) }
    letters.append(SpellingCosts.end)
    var sounds: [UInt8] = []
    sounds.reserveCapacity(letters.count)
    func append(_ more: [UInt8]) { for sound in more where sounds.last != sound { sounds.append(sound) } }
    var index = 0
    while index < letters.count {
      var found: (length: Int, output: Int)?
      var hash = NameHash.seed
      for end in index..<min(letters.count, index + longest) {
        hash = NameHash.mix(hash, letters[end].value)
        guard let piece = pieces[hash] else { break }
        if piece >= 0 { found = (end - index + 1, Int(piece)) }
      }
      if let found {
        append(outputs[found.output])
        // The edge itself may begin longer letters: it is passed over once.
        index += found.length
        continue
      }
      for plain in LatinLetters.plain(letters[index]) where ("a"..."z").contains(plain) {
        append([numbers[Int(plain.value)]])
      }
      index += 1
    }
    return sounds
  }

  /// A letter, or the two or three letters of a Korean syllable.
  private static func appendJamo(_ letter: Unicode.Scalar, _ letters: inout [Unicode.Scalar]) {
    guard (0xAC00...0xD7A3).contains(letter.value) else { return letters.append(letter) }
    let place = letter.value - 0xAC00
    for value in [0x1100 + place / 588, 0x1161 + place % 588 / 28] {
      if let jamo = Unicode.Scalar(value) { letters.append(jamo) }
    }
    if place % 28 > 0, let last = Unicode.Scalar(0x11A7 + place % 28) { letters.append(last) }
  }

  /// How alike two words sound, 0...1.
  /// - Parameter isUnvocalised: whether one of them has a script that leaves vowels out.
  func likeness(_ a: [UInt8], _ b: [UInt8], isUnvocalised: Bool) -> Float {
    if a.isEmpty || b.isEmpty { return 0 }
    if a == b { return 1 }
    var row = [Float](repeating: 0, count: b.count + 1)
    for j in b.indices { row[j + 1] = row[j] + omission(b[j], isUnvocalised) }
    for i in a.indices {
      var corner = row[0]
      let lost = omission(a[i], isUnvocalised)
      row[0] += lost
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(
          corner + costs[Int(a[i]) * count + Int(b[j])], above + lost, row[j] + omission(b[j], isUnvocalised))
        corner = above
      }
    }
    let length = Float(a.count + b.count) / 2
    return max(0, 1 - row[b.count] / max(length, 1))
  }

  private func omission(_ sound: UInt8, _ isUnvocalised: Bool) -> Float {
    isUnvocalised && isVowel[Int(sound)] ? Self.unwrittenVowel : omissions[Int(sound)]
  }

  func consonants(_ sounds: [UInt8]) -> Int { sounds.count { !isVowel[Int($0)] } }

  /// Whether two words can begin alike.
  func beginAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard let x = a.first, let y = b.first else { return false }
    return x == y || costs[Int(x) * count + Int(y)] <= 0.3 || (isVowel[Int(x)] && isVowel[Int(y)])
  }
}
