// The names of the encodings a source may declare.

package lexer

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// findEncoding knows Python's encodings with ASCII in their lower half, by all their names. It returns nil for others.
// A switch, and not the indexes of golang.org/x/text: those fill maps in every process that starts.
func findEncoding(name string) encoding.Encoding {
	n := strings.NewReplacer("-", "", ".", "", " ", "").Replace(name)
	for _, prefix := range []string{"windows", "ibm", "xcp", "cp"} {
		if rest, ok := strings.CutPrefix(n, prefix); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return codePage(rest)
		}
	}
	if rest, ok := strings.CutPrefix(n, "iso8859"); ok {
		return latinPart(rest)
	}
	switch n {
	case "latin2", "l2", "csisolatin2":
		return charmap.ISO8859_2
	case "latin3", "l3", "csisolatin3":
		return charmap.ISO8859_3
	case "latin4", "l4", "csisolatin4":
		return charmap.ISO8859_4
	case "cyrillic", "csisolatincyrillic":
		return charmap.ISO8859_5
	case "arabic", "csisolatinarabic", "asmo708", "ecma114":
		return charmap.ISO8859_6
	case "greek", "greek8", "csisolatingreek", "ecma118", "elot928":
		return charmap.ISO8859_7
	case "hebrew", "csisolatinhebrew":
		return charmap.ISO8859_8
	case "latin5", "l5", "csisolatin5":
		return charmap.ISO8859_9
	case "latin6", "l6", "csisolatin6":
		return charmap.ISO8859_10
	case "latin7", "l7":
		return charmap.ISO8859_13
	case "latin8", "l8", "isoceltic":
		return charmap.ISO8859_14
	case "latin9", "l9":
		return charmap.ISO8859_15
	case "latin10", "l10":
		return charmap.ISO8859_16
	case "koi8r", "koi8", "cskoi8r":
		return charmap.KOI8R
	case "koi8u":
		return charmap.KOI8U
	case "macroman", "macintosh", "mac", "xmacroman":
		return charmap.Macintosh
	case "maccyrillic", "xmaccyrillic", "xmacukrainian":
		return charmap.MacintoshCyrillic
	case "gb2312", "gbk", "936", "ms936", "chinese", "gb231280", "gb23121980", "euccn", "eucgb2312cn", "csiso58gb231280", "isoir58":
		return simplifiedchinese.GBK
	case "gb18030", "gb180302000":
		return simplifiedchinese.GB18030
	case "hz", "hzgb", "hzgb2312":
		return simplifiedchinese.HZGB2312
	case "big5", "big5tw", "csbig5", "big5hkscs", "hkscs":
		return traditionalchinese.Big5
	case "shiftjis", "sjis", "s_jis", "csshiftjis", "ms932", "mskanji", "932", "windows31j":
		return japanese.ShiftJIS
	case "eucjp", "ujis", "u_jis", "xeucjp":
		return japanese.EUCJP
	case "iso2022jp", "csiso2022jp":
		return japanese.ISO2022JP
	case "euckr", "korean", "ksc5601", "ks_c5601", "ks_c56011987", "ksx1001", "cseuckr", "949", "ms949", "uhc":
		return korean.EUCKR
	}
	return nil
}

// codePage returns the encoding of a code page of DOS or Windows.
func codePage(number string) encoding.Encoding {
	switch number {
	case "437":
		return charmap.CodePage437
	case "850":
		return charmap.CodePage850
	case "852":
		return charmap.CodePage852
	case "855":
		return charmap.CodePage855
	case "858":
		return charmap.CodePage858
	case "860":
		return charmap.CodePage860
	case "862":
		return charmap.CodePage862
	case "863":
		return charmap.CodePage863
	case "865":
		return charmap.CodePage865
	case "866":
		return charmap.CodePage866
	case "874":
		return charmap.Windows874
	case "932":
		return japanese.ShiftJIS
	case "936":
		return simplifiedchinese.GBK
	case "949":
		return korean.EUCKR
	case "950":
		return traditionalchinese.Big5
	case "1250":
		return charmap.Windows1250
	case "1251":
		return charmap.Windows1251
	case "1252":
		return charmap.Windows1252
	case "1253":
		return charmap.Windows1253
	case "1254":
		return charmap.Windows1254
	case "1255":
		return charmap.Windows1255
	case "1256":
		return charmap.Windows1256
	case "1257":
		return charmap.Windows1257
	case "1258":
		return charmap.Windows1258
	}
	return nil
}

// latinPart returns the encoding of a part of ISO 8859.
func latinPart(part string) encoding.Encoding {
	switch part {
	case "2":
		return charmap.ISO8859_2
	case "3":
		return charmap.ISO8859_3
	case "4":
		return charmap.ISO8859_4
	case "5":
		return charmap.ISO8859_5
	case "6":
		return charmap.ISO8859_6
	case "7":
		return charmap.ISO8859_7
	case "8":
		return charmap.ISO8859_8
	case "9":
		return charmap.ISO8859_9
	case "10":
		return charmap.ISO8859_10
	case "11":
		return charmap.Windows874
	case "13":
		return charmap.ISO8859_13
	case "14":
		return charmap.ISO8859_14
	case "15":
		return charmap.ISO8859_15
	case "16":
		return charmap.ISO8859_16
	}
	return nil
}
