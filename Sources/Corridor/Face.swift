// Who imports Corridor gets the nouns of its use cases too. The rooms give out nothing else as public.

// Languages, positions, segments, beads, units, concepts, occurrences, findings.
@_exported public import Bitext
// Units, matches and history of a memory.
@_exported public import TranslationMemory

// Limits of the readers.
@_exported public import struct Files.ReadingLimits
// What became of a name.
@_exported public import struct Names.NameMatch
@_exported public import struct Names.NameOrigin
@_exported public import struct Names.NamePrediction
// Where sentences end, and why.
@_exported public import struct Segmentation.BreakDecision
@_exported public import struct Segmentation.SentencePlace
// What the glossary answers, and what it may lack.
@_exported public import struct Terminology.LookupResult
@_exported public import struct Terminology.TermCandidate

/// The library's version (semver.org).
public let version = "0.1.0"
