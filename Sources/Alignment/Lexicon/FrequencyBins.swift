/// The probability that a word is explained by the other side, shared by words of like frequency.
struct FrequencyBins {
  private static let count = 12
  private let bin: [UInt8]
  // Lanes beyond `count` are not used.
  private var current: SIMD16<Float>
  private var explained = SIMD16<Float>(repeating: 0)
  private var all = SIMD16<Float>(repeating: 0)

  /// - Parameters:
  ///   - counts: occurrences of each word.
  ///   - start: the probability until something was learned.
  init(_ counts: [Int32], start: Float) {
    bin = counts.map { count in
      var bin: UInt8 = 0
      while bin < UInt8(Self.count - 1), Int(count) > (1 << Int(bin)) { bin += 1 }
      return bin
    }
    current = SIMD16(repeating: start)
  }

  @inline(__always)
  func lambda(ofWord word: Int) -> Float { current[Int(bin[word])] }

  @inline(__always)
  mutating func add(word: Int, explained part: Float, of whole: Float) {
    explained[Int(bin[word])] += part
    all[Int(bin[word])] += whole
  }

  /// Takes over what was added since the last time.
  mutating func update() {
    for i in 0..<Self.count {
      current[i] = min(0.95, (explained[i] + 0.1) / (all[i] + 1))
      explained[i] = 0
      all[i] = 0
    }
  }
}
