public import Bitext
public import TranslationMemory

/// Why a use case could not be carried out. Nothing was changed: what is written appears whole or not at all.
///
/// Each case is something that a caller may want to answer in its own way; `position`, `problem` and `remedy` say it for people,
/// and `description` in one line. None of them names an option of a command: programs know their own.
public enum CorridorError: Error, Hashable, Sendable {
  /// A file or folder that cannot be read or made, or has a fault.
  case input(Fault)
  /// All faults of files of data (`corridor.yml`, rules, tables), in their order. Never empty.
  case faults([Fault])
  /// A text, or a file of an exchange format, that was refused or cannot be written.
  case refused(Refusal, Fault)
  /// The translation memory could not do it.
  case memory(MemoryError)

  /// A file of an exchange format was given as a text; the format's name.
  case notText(format: String, at: SourcePosition)
  /// No exchange format has this name.
  case unknownFormat(String, known: [String])
  /// Neither an argument nor the ending of the output names the format to write.
  case noFormat(known: [String])
  /// The format holds something else than what is to be written; the names of those that hold it.
  case unfitFormat(String, needs: Content, known: [String])
  /// A version of an exchange format that is not written; those that are.
  case unknownVersion(format: String, version: String, known: [String])
  /// The format holds texts of one source language, and those to write are of several.
  case oneLanguageFormat(String)

  /// A folder was named that has no `corridor.yml`.
  case noWorkspace(folder: String)
  /// There is no workspace, and no other place was named for what is to be kept.
  case nowhereToKeep(KeptThing)
  /// The folder is a workspace already; the file that is there.
  case workspaceExists(file: String)
  /// Corridor's data (the glossary folder) is in none of the places.
  case noData(tried: [String])
  /// There is no workspace here, and no memory was named.
  case noMemoryHere
  /// The memory that was named is not there.
  case noSuchMemory(path: String)

  /// No house style has this name; those that are installed.
  case unknownHouseStyle(String, known: [String])
  /// Nothing is known of the language for this task; the languages that are served.
  case unsupportedLanguage(LanguageTag, data: String, known: [LanguageTag])
  /// Texts of one language are needed: a text of another, and the first text's language.
  case mixedLanguages(file: String, language: LanguageTag, first: LanguageTag)
  /// Two columns of texts are each in the language of the other: those that they read as.
  case swappedColumns(first: LanguageTag, second: LanguageTag)
  /// The two texts do not look like translations of each other; why, with the figures.
  case notTranslations(String, at: SourcePosition)

  /// A number that is out of its range.
  case outOfRange(Quantity, value: Double, ClosedRange<Double>)
  /// A unit of the memory has no text in a language; the languages that it has.
  case noText(unit: Int64, language: LanguageTag, has: [String])
  /// The concept is of another kind; the file that says so, nil for the installed glossary.
  case otherKind(concept: String, kind: Concept.Kind, file: String?)
  /// The concept has the term already.
  case knownTerm(String, language: LanguageTag, concept: String, file: String)

  /// The reader of our output went away: nothing is wrong, and nothing more is to be done.
  case closedPipe
  /// Something that should not happen.
  case failure(String)

  /// What a format may hold.
  public enum Content: Hashable, Sendable {
    case units, concepts
  }

  /// What a workspace keeps.
  public enum KeptThing: Hashable, Sendable {
    case acceptedFindings, glossary
  }

  /// A number that a use case takes.
  public enum Quantity: Hashable, Sendable {
    /// The least score of a match, in percent.
    case minimumScore
    /// How many matches, lines or units at most.
    case count
  }
}

extension CorridorError: CustomStringConvertible {
  /// The place, what is wrong and what to do, a line a fault; empty for a closed pipe.
  public var description: String {
    switch self {
    case .input(let fault), .refused(_, let fault): fault.description
    case .faults(let faults): faults.map(\.description).joined(separator: "\n")
    case .memory(let error): error.description
    case .closedPipe: ""
    default:
      (position.map { "\($0): " } ?? "") + "error: \(problem)" + (remedy.isEmpty ? "" : "; \(remedy)")
    }
  }

  /// The file, with line and column as far as they are known; of several faults the first one's. Nil if no file is at fault.
  public var position: SourcePosition? {
    switch self {
    case .input(let fault), .refused(_, let fault): fault.position
    case .faults(let faults): faults.first?.position
    case .memory(let error): error.path.map { SourcePosition(file: $0) }
    case .notText(_, let position), .notTranslations(_, let position): position
    case .noWorkspace(let path), .workspaceExists(let path), .noSuchMemory(let path): SourcePosition(file: path)
    case .noData(let tried): SourcePosition(file: tried.first ?? "glossary")
    case .nowhereToKeep(.acceptedFindings): SourcePosition(file: "accepted")
    default: nil
    }
  }

  /// What is wrong, without place and remedy; of several faults the first one's.
  public var problem: String {
    switch self {
    case .input(let fault), .refused(_, let fault): fault.problem
    case .faults(let faults): faults.first?.problem ?? ""
    case .memory(let error): error.problem
    case .notText(let format, _): "is \(format), not a text"
    case .unknownFormat(let name, _): "there is no format '\(name)'"
    case .noFormat: "which format to write?"
    case .unfitFormat(let name, .units, _): "\(name) holds no translation units"
    case .unfitFormat(let name, .concepts, _): "'\(name)' is no format of glossaries"
    case .unknownVersion(let format, let version, _): "\(format) \(version) is not written"
    case .oneLanguageFormat(let format): "\(format) holds texts of one language"
    case .noWorkspace: "no corridor.yml here"
    case .nowhereToKeep(.acceptedFindings): "there is no workspace to keep it in"
    case .nowhereToKeep(.glossary): "there is no workspace with a glossary here"
    case .workspaceExists: "is there already"
    case .noData(let tried):
      "Corridor's data (the glossary folder) is not there; tried \(tried.joined(separator: ", "))"
    case .noMemoryHere: "there is no memory here"
    case .noSuchMemory: "no such memory"
    case .unknownHouseStyle(let name, _): "there is no house style '\(name)'"
    case .unsupportedLanguage(let language, let data, _): "no \(data) for '\(language)'"
    case .mixedLanguages(let file, let language, let first): "\(file) is \(language), the first text \(first)"
    case .swappedColumns(let first, let second):
      "the first column reads as \(first), the second as \(second), and not the other way round"
    case .notTranslations(let reason, _): reason
    case .outOfRange(.minimumScore, let value, _): "\(Decimals.text(value, digits: 3)) is no score"
    case .outOfRange(.count, let value, _): "\(Decimals.text(value, digits: 0)) asks for nothing"
    case .noText(let unit, let language, _): "unit \(unit) has no text in '\(language)'"
    case .otherKind(let concept, let kind, let file):
      "'\(concept)' is a \(kind.rawValue) in \(file ?? "the glossary")"
    case .knownTerm(let term, let language, let concept, let file):
      "'\(term)' is a \(language) term of '\(concept)' in \(file) already"
    case .closedPipe: ""
    case .failure(let what): what
    }
  }

  /// What to do, in the library's terms; of several faults the first one's. Empty if nothing can be advised.
  public var remedy: String {
    switch self {
    case .input(let fault), .refused(_, let fault): fault.remedy
    case .faults(let faults): faults.first?.remedy ?? ""
    case .memory(let error): error.remedy
    case .notText: "import it into a memory, or convert it into text"
    case .unknownFormat(_, let known): "there are \(Self.list(known))"
    case .noFormat(let known): "name one of \(Self.list(known))"
    case .unfitFormat(_, .units, let known): "write \(Self.list(known)), or export the glossary"
    case .unfitFormat(_, .concepts, let known): "name one of \(Self.list(known))"
    case .unknownVersion(_, _, let known):
      "there are \(known.dropLast().joined(separator: ", ")) and \(known.last ?? "")"
    case .oneLanguageFormat: "name the language, or write TMX"
    case .noWorkspace: "make one or name another folder"
    case .nowhereToKeep(.acceptedFindings): "name a file for it"
    case .nowhereToKeep(.glossary): "make a workspace, or name a table"
    case .workspaceExists: "remove it, or name another folder"
    case .noData: "name the folder, or set CORRIDOR_DATA"
    case .noMemoryHere: "make a workspace, or name a memory's file"
    case .noSuchMemory: "check the path, or make one by an import"
    case .unknownHouseStyle(_, let known): "there are \(Self.list(known)), or name a .yml"
    case .unsupportedLanguage(_, _, let known): "there are \(Self.list(known.map(\.description)))"
    case .mixedLanguages: "name texts of one language, or the language of all"
    case .swappedColumns(let first, let second):
      "name them in a first line, '\(first)' tab '\(second)', or exchange the languages"
    case .notTranslations: "check the files"
    case .outOfRange(.minimumScore, _, let range):
      "write a number from \(Decimals.text(range.lowerBound, digits: 3)) to \(Decimals.text(range.upperBound, digits: 3))"
    case .outOfRange(.count, _, let range): "write \(Decimals.text(range.lowerBound, digits: 0)) or more"
    case .noText(_, _, let languages): "it has \(Self.list(languages))"
    case .otherKind(_, let kind, _): "add it as a \(kind.rawValue), or take another id"
    case .knownTerm, .closedPipe, .failure: ""
    }
  }

  private static func list(_ names: [String]) -> String { names.joined(separator: ", ") }
}
