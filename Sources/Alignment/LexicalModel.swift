/// What each word of one side says about the words of the other: IBM Model 1 with a background, over a pruned table.
///
/// P(t | S) = (1 − λ) · p(t) + λ / |S| · Σ p(t | s): a target word is either drawn from the words of its language or
/// explained by one of the source words. λ is learned for words of like frequency, so that rare words, of which nothing
/// can be known, neither help nor harm.
///
/// Source: Brown et al. 1993 (Model 1); Moore 2002 and 2004 for its use in alignment and its smoothing.
struct LexicalModel {
  /// From words that explain to words explained.
  var table: LexicalTable
  /// Share of the explained side's words that each word is, by word.
  let background: [Float]
  /// For each explained word, the probability that something explains it.
  var explained: [Float]
  let weights: [Float]
}

extension LexicalModel {
  /// What is known before learning: look-alikes.
  init(lookAlikes: LexicalTable, explained words: Vocabulary) {
    let total = Float(max(words.counts.reduce(0) { $0 + Int($1) }, 1))
    background = words.counts.map { max(Float($0), 0.5) / total }
    weights = words.weights
    var lambda = [Float](repeating: 0, count: words.count)
    for entry in lookAlikes.words.indices {
      let word = Int(lookAlikes.words[entry])
      lambda[word] = max(lambda[word], 0.6 * lookAlikes.probabilities[entry])
    }
    explained = lambda
    table = lookAlikes
    for entry in table.probabilities.indices { table.probabilities[entry] *= 0.7 }
  }
}
