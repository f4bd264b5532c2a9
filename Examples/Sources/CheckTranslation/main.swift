// CheckTranslation TEXT TRANSLATION: names and terms that look wrong in the translation.
import Corridor

do {
  let workspace = try Workspace.open()
  let source = try workspace.segment(InputFile(CommandLine.arguments[1]))
  let target = try workspace.segment(InputFile(CommandLine.arguments[2]))

  let findings = try workspace.check(source: source, target: target)
  for finding in findings {
    print(finding)
    if let better = finding.suggestions.first { print("  write: \(better)") }
  }
  print("\(findings.count) findings")
} catch {
  print(error)
}
