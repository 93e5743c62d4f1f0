import type { ReferenceGroup } from './reference-entry'

/** Source: API Gateway Developer Guide, "Variables for data transformations", `$util`. `$util.toJson` and `$util.time` are of AppSync. */
export const UTIL_REFERENCE: ReferenceGroup = {
  id: 'util',
  title: '$util',
  doc: 'Functions on texts.',
  entries: [
    {
      name: 'escapeJavaScript',
      signature: '$util.escapeJavaScript(text)',
      returns: 'String',
      doc: 'Escapes quotes, backslashes and control characters, to stand between the quotes of a JSON text.',
      missing: 'Gives an empty text for a value that is missing, and for one that is not a text.',
      caution: 'Writes \' as \\\', which JSON forbids: add .replaceAll("\\\\\'", "\'").',
      insert: '\\$util.escapeJavaScript(${1:text})',
    },
    {
      name: 'parseJson',
      signature: '$util.parseJson(text)',
      returns: 'Object',
      doc: 'Parses JSON text that stands inside of a field, so that its members can be reached.',
      missing: 'Gives an empty text for an empty one.',
      caution:
        'Parsing is lenient: most texts that are not JSON come back as they are, but one that breaks off, like {a, ends the template with an error.',
      insert: '\\$util.parseJson(${1:text})',
    },
    {
      name: 'urlEncode',
      signature: '$util.urlEncode(text)',
      returns: 'String',
      doc: 'Encodes a text as a web form does: a space becomes +, { becomes %7B.',
      missing: 'Gives an empty text.',
      caution: 'The + is right in a query string and in a form body, not in a path.',
      insert: '\\$util.urlEncode(${1:text})',
    },
    {
      name: 'urlDecode',
      signature: '$util.urlDecode(text)',
      returns: 'String',
      doc: 'Decodes what a web form encodes: + becomes a space, %7B becomes {.',
      missing: 'Gives an empty text.',
      caution: 'A % that no two hexadecimal digits follow ends the template with an error.',
      insert: '\\$util.urlDecode(${1:text})',
    },
    {
      name: 'base64Encode',
      signature: '$util.base64Encode(text)',
      returns: 'String',
      doc: 'The Base64 of the text’s UTF-8 bytes.',
      missing: 'Gives an empty text.',
      insert: '\\$util.base64Encode(${1:text})',
    },
    {
      name: 'base64Decode',
      signature: '$util.base64Decode(text)',
      returns: 'String',
      doc: 'Decodes Base64 and reads the bytes as UTF-8 text.',
      missing: 'Gives an empty text.',
      caution: 'A text that is not Base64 ends the template with an error.',
      insert: '\\$util.base64Decode(${1:text})',
    },
  ],
}
