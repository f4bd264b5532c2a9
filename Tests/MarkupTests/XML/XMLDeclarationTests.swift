import Testing

@testable import Markup

@Suite struct XMLDeclarationTests {
  private func fault(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { XMLDeclaration.fault(in: $0)?.message }
  }

  @Test(arguments: [
    " version='1.0'", " version = \"1.0\" encoding='x-y_z.1' standalone = 'no' ", " version='1.0' standalone='yes'",
  ])
  func theseAreRead(text: String) { #expect(fault(text) == nil) }

  @Test(arguments: [
    "", "version='1.0'", " version='2.0'", " version='1.'", " version='1.0'encoding='a'",
    " version='1.0' encoding='1a'",
    " encoding='a' version='1.0'", " version='1.0' standalone='YES'", " version='1.0' standalone='no' encoding='a'",
    " version='1.0' x='y'", " version=1.0", " version='1.0",
  ])
  func theseAreRefused(text: String) { #expect(fault(text) != nil) }
}
