/// Pairs of sentences that share something rare, and the heaviest chain of them that rises on both sides.
///
/// A sparse stand-in for a first pass over lengths: it survives lost paragraphs, and costs O(M log M) for M pairs.
enum AnchorChain {
  struct Pair {
    let source: Int
    let target: Int
    let weight: Float
  }

  /// Candidate pairs: for each source sentence the `top` target sentences that share the most weight of rare words.
  static func candidates(
    _ source: IndexedText, _ target: IndexedText, lookAlikes: LexicalTable, rarest: Int = 8, top: Int = 6
  ) -> [Pair] {
    let postings = Postings(target, limit: rarest)
    var pairs: [Pair] = []
    var score = [Float](repeating: 0, count: target.count)
    var touched: [Int32] = []
    let total = Float(max(source.count, target.count) + 1)
    for i in 0..<source.count {
      for place in source.range(i) {
        let word = Int(source.words[place])
        let count = source.vocabulary.counts[word]
        if count > rarest { continue }
        for entry in lookAlikes.range(word) {
          let other = Int(lookAlikes.words[entry])
          let list = postings.sentences(of: other)
          if list.isEmpty { continue }
          // Chance that a given sentence has it, on the side where it is more common.
          let common = Float(max(Int(count), list.count))
          let weight =
            lookAlikes.probabilities[entry] * Float.log(total / common) / common * source.vocabulary.weights[word]
          for j in list {
            if score[Int(j)] == 0 { touched.append(j) }
            score[Int(j)] += weight
          }
        }
      }
      touched.sort { score[Int($0)] > score[Int($1)] }
      for j in touched.prefix(top) { pairs.append(Pair(source: i, target: Int(j), weight: score[Int(j)])) }
      for j in touched { score[Int(j)] = 0 }
      touched.removeAll(keepingCapacity: true)
    }
    return pairs
  }

  /// The chain of most weight, strictly rising on both sides.
  static func heaviest(_ pairs: [Pair], targetCount: Int) -> [Pair] {
    let order = pairs.indices.sorted {
      (pairs[$0].source, -pairs[$0].target) < (pairs[$1].source, -pairs[$1].target)
    }
    // Fenwick tree over target sentences: best chain that ends at or before one.
    var best = [(weight: Float, pair: Int32)](repeating: (0, -1), count: targetCount + 1)
    var before = [Int32](repeating: -1, count: pairs.count)
    var top: (weight: Float, pair: Int32) = (0, -1)
    for index in order {
      var found: (weight: Float, pair: Int32) = (0, -1)
      var j = pairs[index].target
      while j > 0 {
        if best[j].weight > found.weight { found = best[j] }
        j &= j - 1
      }
      before[index] = found.pair
      let weight = found.weight + pairs[index].weight
      if weight > top.weight { top = (weight, Int32(index)) }
      j = pairs[index].target + 1
      while j <= targetCount {
        if best[j].weight < weight { best[j] = (weight, Int32(index)) }
        j += j & -j
      }
    }
    var chain: [Pair] = []
    var index = top.pair
    while index >= 0 {
      chain.append(pairs[Int(index)])
      index = before[Int(index)]
    }
    return chain.reversed()
  }
}

/// Which sentences hold each rare word.
private struct Postings {
  private var starts: [Int32]
  private var list: [Int32]

  init(_ text: IndexedText, limit: Int) {
    let counts = text.vocabulary.counts
    starts = [0]
    for count in counts { starts.append((starts.last ?? 0) + (count <= limit ? count : 0)) }
    list = [Int32](repeating: 0, count: Int(starts.last ?? 0))
    var next = starts
    for i in 0..<text.count {
      for place in text.range(i) where counts[Int(text.words[place])] <= limit {
        let word = Int(text.words[place])
        list[Int(next[word])] = Int32(i)
        next[word] += 1
      }
    }
  }

  func sentences(of word: Int) -> ArraySlice<Int32> { list[Int(starts[word])..<Int(starts[word + 1])] }
}
