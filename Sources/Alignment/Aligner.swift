public import Bitext

/// Finds which sentences of two texts are translations of each other.
///
/// Works in passes: words that look alike give a sparse chain of anchors and a first alignment inside a band round it; the
/// alignment teaches a lexicon of its own (`LexicalModel`), the frequency of each type of bead and the relation of the
/// lengths; with these it is aligned again in a narrower band. Time and memory grow almost linearly with the number of
/// sentences.
///
/// Sources: Gale and Church 1993 (length), Moore 2002 (own lexicon), Varga et al. 2005 (hunalign), Lamraoui and Langlais
/// 2013 (cognates first), Thompson and Koehn 2019 (similarity against that of random pairs).
public struct Aligner: Sendable {
  public struct Options: Sendable {
    /// How far word evidence counts, 1 being as if words were independent of each other.
    public var lexicalWeight: Double = 0.5
    /// How far the lengths count, 1 being as if they were independent of the words.
    public var lengthWeight: Double = 0.7
    /// Passes with a lexicon learned from the pass before.
    public var learningPasses = 2
    /// Rounds of the first pass that learn the shares of bead types and the lengths only.
    public var firstRounds = 2
    public var leavesOneOut = true
    public var share: Double = 0.38
    public var trusted: Double = 0.1
    public var rounds = 4
    public var alike: Double = 2
    public var candidates = 64
    public var toll: Double = 0.4
    public var folds = 4
    public var foldedBelow = 3000
    public var dilution: Double = 0.8
    public var exchange: Double = 0.01
    public var halfWords: Double = 40
    public var certainty: Double = 0.6
    /// Sentences to either side of the expected place that the first pass looks at.
    public var firstWidth = 25
    /// The same in later passes.
    public var width = 12
    /// Letters of a word that count when a lexicon is learned.
    public var stemLength = 6
    /// Taken off every count of a word pair.
    public var discount: Double = 0.2
    /// How many beads the usual shares of bead types are worth.
    public var priorBelief: Double = 40
    /// Above 1, confidences are less extreme than the model's own probabilities.
    public var temperature: Double = 1

    public init() {}
  }

  public let source: LanguageTag
  public let target: LanguageTag
  public let options: Options

  public init(source: LanguageTag, target: LanguageTag, options: Options = .init()) {
    self.source = source
    self.target = target
    self.options = options
  }

  /// Aligns two lists of sentences.
  ///
  /// - Parameters:
  ///   - anchors: what stands in both texts whatever the language: terms, names, numbers. Two meet where their keys are equal.
  ///   - lexicon: pairs of texts or words that are known to be translations, source first: the user's memory or dictionary.
  /// - Returns: beads that cover every sentence once. Empty sides give one-sided beads.
  public func align(
    source: [AlignmentInput], target: [AlignmentInput], anchors: [Anchor] = [],
    lexicon: [(source: String, target: String)] = []
  ) -> Alignment {
    var run = AlignmentRun(source: source, target: target, anchors: anchors, lexicon: lexicon, options: options)
    return run.alignment()
  }
}
