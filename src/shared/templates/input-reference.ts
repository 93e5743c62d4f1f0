import type { ReferenceGroup } from './reference-entry'

/** Source: API Gateway Developer Guide, "Variables for data transformations", `$input`; missing values as recorded on the service. */
export const INPUT_REFERENCE: ReferenceGroup = {
  id: 'input',
  title: '$input',
  doc: 'The payload and the parameters: of the request in a request template, of the answer of the backend in a response template.',
  entries: [
    {
      name: 'path',
      signature: '$input.path(jsonPath)',
      returns: 'Object',
      doc: 'The value at a JSONPath of the payload, as a Java object: Map, List, String, Number or Boolean. Use it to loop and to reach into.',
      missing: 'Prints nothing. It equals "" and $null, and counts as true in #if.',
      caution: 'Prints a Map as {a=1}, which is not JSON; use $input.json to write JSON.',
      insert: "\\$input.path('\\$.${1:name}')",
    },
    {
      name: 'json',
      signature: '$input.json(jsonPath)',
      returns: 'String',
      doc: 'The value at a JSONPath of the payload, as JSON text. A text keeps its quotes.',
      missing: 'Gives "", two quotes.',
      caution: 'Put no quotes of your own around it.',
      insert: "\\$input.json('\\$${1:}')",
    },
    {
      name: 'body',
      signature: '$input.body',
      returns: 'String',
      doc: 'The payload as it was sent, not parsed.',
      missing: 'Gives {} for an empty payload.',
      caution: 'It is a text: $input.body.name prints nothing. Use $input.path.',
      insert: '\\$input.body',
    },
    {
      name: 'params',
      signature: '$input.params(name)',
      returns: 'String',
      doc: 'One parameter of the request: looked for in the path, then the query string, then the headers.',
      missing: 'Gives an empty text.',
      caution: 'Header names are case-sensitive. Of a repeated query parameter the last value is given.',
      insert: "\\$input.params('${1:name}')",
    },
    {
      name: 'params()',
      signature: '$input.params()',
      returns: 'Map',
      doc: 'All parameters of the request, also in a response template: three Maps named path, querystring and header.',
      insert: '\\$input.params()',
    },
    {
      name: 'params().path',
      signature: '$input.params().path',
      returns: 'Map',
      doc: 'The path parameters, by name.',
      insert: "\\$input.params().path.get('${1:name}')",
    },
    {
      name: 'params().querystring',
      signature: '$input.params().querystring',
      returns: 'Map',
      doc: 'The query string parameters, by name; the last value of each.',
      insert: "\\$input.params().querystring.get('${1:name}')",
    },
    {
      name: 'params().header',
      signature: '$input.params().header',
      returns: 'Map',
      doc: 'The headers, by name as the caller wrote it.',
      insert: "\\$input.params().header.get('${1:Name}')",
    },
  ],
}
