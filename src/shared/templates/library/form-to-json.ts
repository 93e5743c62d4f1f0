import type { LibraryTemplate } from './library-template'

/** The body of an HTML form as a JSON object of texts. */
export const formToJson: LibraryTemplate = {
  id: 'form-to-json',
  name: 'Form body to JSON',
  group: 'Shaping JSON',
  description:
    'Takes the fields of an HTML form apart and writes them as a JSON object of texts. A field without "=" gets an empty text; of a ' +
    'repeated field most readers of JSON keep the last.',
  source: `{
#foreach($field in $input.body.split("&"))
#set($parts = $field.split("=", 2))
#set($value = "")
#if($parts.size() > 1)
#set($value = $parts.get(1))
#end
  "$util.escapeJavaScript($util.urlDecode($parts.get(0))).replaceAll("\\\\'", "'")": "$util.escapeJavaScript($util.urlDecode($value)).replaceAll("\\\\'", "'")"#if($foreach.hasNext),#end

#end
}
`,
  profile: 'apigw',
  event: { body: 'name=Ada+O%27Neil&city=Z%C3%BCrich&note=a%3Db%2C+%22c%22&terms' },
  expected: {
    output: `{
  "name": "Ada O'Neil",
  "city": "Z\\u00FCrich",
  "note": "a=b, \\"c\\"",
  "terms": ""
}
`,
  },
  where: 'request',
  contentType: 'application/x-www-form-urlencoded',
}
