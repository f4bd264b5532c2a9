/// Conditional log-linear models learned by AdaGrad: one choice among several, each with its features and a fixed offset.
struct LogLinearLearner {
  struct Choice {
    let offset: Double
    let features: [UInt64]
  }

  struct Example {
    let choices: [Choice]
    /// Number of the right choice.
    let right: Int
    let weight: Double
  }

  private(set) var weights: [UInt64: Double] = [:]
  private let penalty: Double
  private let rate = 0.25

  init(penalty: Double) { self.penalty = penalty }

  /// Goes over the examples in a fixed shuffled order. Features that fewer than `support` examples have are left out: what
  /// was seen once is chance.
  mutating func learn(_ examples: [Example], epochs: Int, support: Int) {
    let seen = Self.support(examples)
    // Dense numbers for the features of these examples: hashing once instead of at every step.
    var numbers: [UInt64: Int] = [:]
    var keys: [UInt64] = []
    let dense = examples.map { example in
      example.choices.map { choice in
        choice.features.filter { seen[$0, default: 0] >= support }.map { key -> Int in
          if let known = numbers[key] { return known }
          numbers[key] = keys.count
          keys.append(key)
          return keys.count - 1
        }
      }
    }
    var values = keys.map { weights[$0] ?? 0 }
    var squares = [Double](repeating: 1e-6, count: keys.count)
    var order = Array(examples.indices)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<epochs {
      shuffle(&order, &state)
      for index in order {
        let example = examples[index]
        let features = dense[index]
        let probabilities = probabilities(example, features, values)
        for (choice, numbers) in features.enumerated() {
          let error = ((choice == example.right ? 1 : 0) - probabilities[choice]) * example.weight
          if error.magnitude < 1e-4 { continue }
          for number in numbers {
            let gradient = error - penalty * values[number]
            squares[number] += gradient * gradient
            values[number] += rate * gradient / squares[number].squareRoot()
          }
        }
      }
    }
    for (number, key) in keys.enumerated() { weights[key] = values[number] }
  }

  /// In how many examples each feature stands.
  private static func support(_ examples: [Example]) -> [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for example in examples {
      for key in Set(example.choices.flatMap(\.features)) { counts[key, default: 0] += 1 }
    }
    return counts
  }

  private func probabilities(_ example: Example, _ features: [[Int]], _ values: [Double]) -> [Double] {
    let scores = zip(example.choices, features).map { choice, numbers in
      numbers.reduce(choice.offset) { $0 + values[$1] }
    }
    let top = scores.max() ?? 0
    let powers = scores.map { Exponent.of($0 - top) }
    let total = powers.reduce(0, +)
    return powers.map { $0 / total }
  }

  /// xorshift with a fixed seed: learning must give the same file every time.
  private func shuffle(_ order: inout [Int], _ state: inout UInt64) {
    guard order.count > 1 else { return }
    for i in stride(from: order.count - 1, to: 0, by: -1) {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      order.swapAt(i, Int(state % UInt64(i + 1)))
    }
  }
}
