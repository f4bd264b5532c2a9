// swift-tools-version: 6.2
import PackageDescription

// Corridor as another Swift project uses it; each example is read in a minute. `.ci/examples` builds and runs them.
func example(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: "Corridor", package: "Corridor")], exclude: ["expected.txt"],
    swiftSettings: [.swiftLanguageMode(.v6)])
}

let package = Package(
  name: "Examples",
  dependencies: [.package(name: "Corridor", path: "..")],
  targets: [example("SegmentToTMX"), example("LookUp"), example("MatchSentence"), example("CheckTranslation")]
)
