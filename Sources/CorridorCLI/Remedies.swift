import Corridor

/// What the command says of the library's errors: the library knows no options, so the words about them are added here.
enum Remedies {
  /// The error for a person at the terminal: place, what is wrong, and what to do with this command.
  static func text(_ error: CorridorError) -> String {
    if case .refused(let reason, let fault) = error { return text(reason, fault) }
    let (problem, remedy) = (problem(error), remedy(error))
    guard problem != nil || remedy != nil else { return error.description }
    let place = error.position.map { "\($0): " } ?? ""
    let advice = remedy ?? error.remedy
    return "\(place)error: \(problem ?? error.problem)" + (advice.isEmpty ? "" : "\(separator(error))\(advice)")
  }

  /// "2 complete units stand before it; --salvage keeps those".
  static func salvage(_ units: String) -> String { "\(units); --salvage keeps those" }

  private static func text(_ reason: Refusal, _ fault: Fault) -> String {
    let advice = remedy(reason) ?? fault.remedy
    return "\(fault.position): error: \(fault.problem)" + (advice.isEmpty ? "" : "; \(advice)")
      + (fault.salvage.map { " (\(salvage($0)))" } ?? "")
  }

  /// What to do with a file that was refused, if an option or another command does it.
  private static func remedy(_ reason: Refusal) -> String? {
    switch reason {
    case .unknownFormat(let known): "name one of \(known.joined(separator: ", ")) with --format"
    case .noUnits(.glossary): "take it in with 'glossary import'"
    case .noUnits(.rules): "use them with 'segment --srx'"
    case .noUnits(.plainText): "align it with its translation, with 'align --save'"
    case .languageMissing: "name it with --target, or add target-language to <file>"
    case .unreadable, .encoding, .malformed, .entity, .limit, .unsupported, .unwritable: nil
    }
  }

  /// The promised exit status: 0 a closed pipe, 2 wrong usage, 3 unreadable or refused input, 4 an internal failure.
  static func exitStatus(_ error: CorridorError) -> Int32 {
    switch error {
    case .closedPipe: 0
    case .memory(.unknownUnit), .memory(.badPattern), .unknownFormat, .noFormat, .unfitFormat, .unknownVersion,
      .oneLanguageFormat, .nowhereToKeep(.glossary), .noMemoryHere, .unknownHouseStyle, .unsupportedLanguage,
      .mixedLanguages, .swappedColumns, .outOfRange, .noText, .otherKind, .knownTerm:
      2
    case .input, .faults, .refused, .memory, .notText, .noWorkspace, .nowhereToKeep(.acceptedFindings),
      .workspaceExists, .noData, .noSuchMemory, .notTranslations:
      3
    case .failure: 4
    }
  }

  /// What is wrong, if it is said with an option's name.
  private static func problem(_ error: CorridorError) -> String? {
    switch error {
    case .outOfRange(.minimumScore, _, _): "--min \(error.problem)"
    case .outOfRange(.count, _, _): "--top \(error.problem)"
    default: nil
    }
  }

  /// What to do, if an option or another command does it.
  private static func remedy(_ error: CorridorError) -> String? {
    switch error {
    case .notText: "'corridor import' takes it into the memory, 'corridor convert' turns it into text"
    case .noFormat(let known): "Name one with --to: \(known.joined(separator: ", "))"
    case .unfitFormat(_, .units, _): "write tmx, xliff, po or tsv, and concepts with 'glossary export'"
    case .unfitFormat(_, .concepts, let known): "name one with --format: \(known.joined(separator: ", "))"
    case .oneLanguageFormat: "name it with --lang, or write TMX"
    case .noWorkspace: "make one with 'corridor init', or name another folder"
    case .nowhereToKeep(.acceptedFindings): "name a file with --into"
    case .nowhereToKeep(.glossary): "make one with 'corridor init', or name a --table"
    case .noData: "name it with --data or CORRIDOR_DATA"
    case .noMemoryHere: "make a workspace with 'corridor init', or name a memory with --memory FILE"
    case .noSuchMemory: "check the path, or make one with 'import'"
    case .mixedLanguages: "name texts of one language, or --lang"
    case .swappedColumns(let first, let second):
      "name them in a first line, '\(first)' tab '\(second)', or change --from and --to"
    case .notTranslations: "check the files, or align them with --force"
    case .otherKind: "name it so with --kind, or take another id"
    case .memory(.notAMemory): "name another file or make one with 'init'"
    case .memory(.damaged):
      "restore a backup, or save what can be read with 'export --salvage'; 'clean' lists what is damaged"
    case .memory(.unknownUnit): "'history' tells what became of it"
    default: nil
    }
  }

  /// Between what is wrong and what to do.
  private static func separator(_ error: CorridorError) -> String {
    switch error {
    case .noFormat: " "
    case .noMemoryHere: ": "
    default: "; "
    }
  }
}
