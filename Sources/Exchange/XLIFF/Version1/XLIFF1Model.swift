internal import Markup

extension SchemaModel {
  private static let codes1 = "#text g/bpt/ept/ph/it/mrk/x/bx/ex*"
  private static let codeAttributes1 = "id! clone=yes,no ts xid equiv-text"
  private static let delimiter = "ctype=bold,italic,underlined,link,x-*"
  private static let placeholder = "ctype=image,pb,lb,x-*"
  private static let datatypes =
    "asp,c,cdf,cfm,cpp,csharp,cstring,csv,database,documentfooter,documentheader,filedialog,form,html,htmlbody,ini,interleaf,javaclass,javapropertyresourcebundle,javalistresourcebundle,javascript,jscript,layout,lisp,margin,menufile,messagefile,mif,mimetype,mo,msglib,pagefooter,pageheader,parameters,pascal,php,plaintext,po,report,resources,resx,rtf,sgml,sgmldtd,svg,vbscript,warning,winres,xhtml,xml,xmldtd,xsl,xul,x-*"
  private static let restypes =
    "auto3state,autocheckbox,autoradiobutton,bedit,bitmap,button,caption,cell,checkbox,checkboxmenuitem,checkedlistbox,colorchooser,combobox,comboboxexitem,comboboxitem,component,contextmenu,ctext,cursor,datetimepicker,defpushbutton,dialog,dlginit,edit,file,filechooser,fn,font,footer,frame,grid,groupbox,header,heading,hedit,hscrollbar,icon,iedit,keywords,label,linklabel,list,listbox,listitem,ltext,menu,menubar,menuitem,menuseparator,message,monthcalendar,numericupdown,panel,popupmenu,pushbox,pushbutton,radio,radiobuttonmenuitem,rcdata,row,rtext,scrollpane,separator,shortcut,spinner,splitter,state3,statusbar,string,tabcontrol,table,textbox,togglebutton,toolbar,tooltip,trackbar,tree,uri,userbutton,usercontrol,var,versioninfo,vscrollbar,window,x-*"
  private static let kinds =
    "abbrev,abbreviated-form,abbreviation,acronym,appellation,collocation,common-name,datetime,equation,expanded-form,formula,head-term,initialism,international-scientific-term,internationalism,logical-expression,materials-management-unit,name,near-synonym,part-number,phrase,phraseological-unit,protected,romanized-form,seg,set-phrase,short-form,sku,standard-text,symbol,synonym,synonymous-phrase,term,transcribed-form,transliterated-form,truncated-term,variant,x-*"
  private static let resource = "restype=\(restypes) resname coord font css-style style exstyle"
  private static let sizes =
    "size-unit=byte,char,col,cm,dlgunit,em,ex,glyph,in,mm,percent,pixel,point,row,x-* maxwidth minwidth maxheight minheight maxbytes minbytes charclass"
  private static let menus = "extradata extype help-id menu menu-option menu-name"
  private static let states =
    "state=final,needs-adaptation,needs-l10n,needs-review-adaptation,needs-review-l10n,needs-review-translation,needs-translation,new,signed-off,translated,x-* state-qualifier=exact-match,fuzzy-match,id-match,leveraged-glossary,leveraged-inherited,leveraged-mt,leveraged-repository,leveraged-tm,mt-suggestion,rejected-grammar,rejected-inaccurate,rejected-length,rejected-spelling,tm-suggestion,x-*"

  /// XLIFF 1.2 by its transitional schema (OASIS, 2008).
  static let xliff12 = SchemaModel(
    "XLIFF 1.2", id: "xliff", takesForeign: true,
    """
    xliff | file+ | version!=1.2,1.1,1.0 xml:lang
    file | header? body | original! source-language! datatype!=\(datatypes) tool-id tool date xml:space ts category target-language product-name product-version build-num
    header | skl? phase-group? glossary/reference/count-group/prop-group/note/tool* |
    skl,glossary,reference | #any | *
    note | #text | xml:lang priority=1,2,3,4,5,6,7,8,9,10 from annotates=source,target,general
    phase-group | phase+ |
    phase | note* | phase-name! process-name! company-name tool-id tool date job-id contact-name contact-email contact-phone
    count-group | count* | name!
    count | #text | count-type phase-name unit
    context-group | context+ | name crc purpose=information,location,match,x-*
    context | #text | context-type!=database,element,elementtitle,linenumber,numparams,paramnotes,record,recordtitle,sourcefile,x-* match-mandatory=yes,no crc
    prop-group | prop+ | name
    prop | #text | prop-type! xml:lang
    tool | #any | tool-id! tool-name! tool-version tool-company
    body | group/trans-unit/bin-unit* |
    group | context-group* count-group* prop-group* note* group/trans-unit/bin-unit* | id datatype=\(datatypes) xml:space ts \(resource) \(menus) translate=yes,no reformat \(sizes) merged-trans=yes,no
    trans-unit | source seg-source? target? context-group/count-group/prop-group/note/alt-trans* | id! approved=yes,no translate=yes,no reformat xml:space datatype=\(datatypes) ts phase-name \(resource) \(menus) \(sizes)
    source,seg-source | \(codes1) | xml:lang ts
    target | \(codes1) | \(states) phase-name xml:lang ts \(resource) equiv-trans=yes,no
    alt-trans | source? seg-source? target+ context-group* prop-group* note* | match-quality tool-id tool crc xml:lang origin datatype=\(datatypes) xml:space ts \(resource) \(menus) mid phase-name alttranstype=proposal,previous-version,rejected,reference,accepted,x-*
    bin-unit | #any | *
    g | \(codes1) | \(delimiter) \(codeAttributes1)
    x | | \(placeholder) \(codeAttributes1)
    bx | | rid \(delimiter) \(codeAttributes1)
    ex | | rid \(codeAttributes1)
    ph | #text sub* | assoc=preceding,following,both \(placeholder) crc \(codeAttributes1)
    bpt | #text sub* | rid crc \(delimiter) \(codeAttributes1)
    ept | #text sub* | rid crc \(codeAttributes1)
    it | #text sub* | pos!=open,close rid crc \(delimiter) \(codeAttributes1)
    sub | \(codes1) | datatype=\(datatypes) \(delimiter) xid
    mrk | \(codes1) | mtype!=\(kinds) mid comment ts
    """)
}
