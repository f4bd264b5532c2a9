internal import Markup

extension SchemaModel {
  /// SRX 2.0 by its schema (LISA OSCAR, 2008).
  static let srx20 = SchemaModel(
    "SRX 2.0", id: "srx", takesForeign: true,
    """
    srx | header body | version!=2.0
    header | formathandle* | segmentsubflows!=yes,no cascade!=yes,no
    formathandle | | type!=start,end,isolated include!=yes,no
    body | languagerules maprules |
    languagerules | languagerule+ |
    languagerule | rule+ | languagerulename!
    rule | beforebreak? afterbreak? | break=yes,no
    beforebreak,afterbreak | #text |
    maprules | languagemap+ |
    languagemap | | languagepattern! languagerulename!
    """)
}
