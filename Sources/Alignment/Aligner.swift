package import Bitext

/// Finds which sentences of two texts are translations of each other.
///
/// Works in passes: words that look alike give a sparse chain of anchors and a first alignment inside a band round it; the
/// alignment teaches a lexicon of its own (`LexicalModel`), the frequency of each type of bead and the relation of the
/// lengths; with these it is aligned again. Among all ways through, the one is taken of which most beads can be expected to
/// be right (`SurestPath`). Time and memory grow almost linearly with the number of sentences. Nothing in it is tied to a
/// language: two texts without a common alphabet are aligned by lengths, punctuation and what they teach of each other.
///
/// Sources: Gale and Church 1993 (length), Moore 2002 (own lexicon), Varga et al. 2005 (hunalign), Lamraoui and Langlais
/// 2013 (cognates first), Thompson and Koehn 2019 (similarity against that of random pairs).
package struct Aligner: Sendable {
  /// Weights and limits. The defaults are the product's; they were set on novels, a yearbook, manuals, statutes and
  /// everyday phrases together, none for one of them.
  package struct Options: Sendable {
    /// How far word evidence counts, 1 being as if words were independent of each other.
    package var lexicalWeight: Double = 0.5
    /// How far the lengths count, 1 being as if they were independent of the words.
    package var lengthWeight: Double = 0.85
    /// Words of a bead, both sides together, from which on evidence grows less than their number.
    package var halfWords: Double = 40
    /// How much a word's evidence is thinned by the other words of a group, 0 (not at all) ... 1 (as in IBM Model 1).
    package var dilution: Double = 0.8
    /// Where, between random pairs (0) and true ones (1), the words of a bead begin to speak for it.
    package var threshold: Double = 0.38
    /// Letters of a word that count when a lexicon is learned.
    package var stemLength = 6
    /// Passes with a lexicon learned from the pass before.
    package var learningPasses = 2
    /// How many beads the usual shares of bead types are worth.
    package var priorBelief: Double = 40
    /// Sentences to either side of the anchors that the first pass looks at.
    package var firstWidth = 25
    /// Sentences to either side of the last way that later passes look at; half where that way was sure, twice where it
    /// was not.
    package var width = 8
    /// Confidence a bead must cost to be worth taking: half the share of right beads that is expected. 0...1.
    package var toll: Double = 0.4

    package init() {}
  }

  package let source: LanguageTag
  package let target: LanguageTag
  package let options: Options

  package init(source: LanguageTag, target: LanguageTag, options: Options = .init()) {
    self.source = source
    self.target = target
    self.options = options
  }

  /// Aligns two lists of sentences.
  ///
  /// - Parameters:
  ///   - anchors: what stands in both texts whatever the language: terms, names, numbers. Two meet where their keys are equal.
  ///   - lexicon: pairs of texts or words that are known to be translations, source first: the user's memory or dictionary.
  /// - Returns: beads that cover every sentence once. Empty sides give one-sided beads and are refused.
  package func align(
    source: [AlignmentInput], target: [AlignmentInput], anchors: consuming [Anchor] = [],
    lexicon: [(source: String, target: String)] = []
  ) -> AlignmentResult {
    var run = AlignmentRun(source: source, target: target, anchors: consume anchors, lexicon: lexicon, options: options)
    return run.alignment()
  }
}
