import { describe, expect, it } from 'vitest'
import type { ImportReport } from '@shared/contract/import-report'
import type { ImportFiles } from '../import-options'
import { importDocument } from '../import-document'

/** A folder whose files are read by their exact names only. */
function folder(files: Readonly<Record<string, string>>): ImportFiles & { readonly asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    has: (name) => Object.hasOwn(files, name),
    read: (name) => {
      asked.push(name)
      return Object.hasOwn(files, name) ? new TextEncoder().encode(files[name]) : null
    },
  }
}

function read(document: string, files: ImportFiles): ImportReport {
  return importDocument(new TextEncoder().encode(document), 'openapi.yaml', { files })
}

function said({ diagnostics }: ImportReport): string[] {
  return diagnostics
    .filter(({ severity, code }) => severity !== 'info' && code !== 'import/method-without-integration')
    .map(({ severity, code, pointer, message }) => `${severity} ${code} ${pointer}: ${message}`)
}

const HEAD = 'openapi: 3.0.1\ninfo: { title: Orders, version: "1" }\n'
const MODELS = 'https://apigateway.amazonaws.com/restapis/{restApiId}/models/'

describe('references to files beside the document', () => {
  it('bring models in, under the names they have there, from files that refer to each other', () => {
    const files = folder({
      'schemas/order.yaml': 'Order: { type: object, properties: { lines: { $ref: "line.json" } } }',
      'schemas/line.json': '{ "type": "object", "properties": { "order": { "$ref": "./order.yaml#/Order" } } }',
    })
    const document = `${HEAD}paths:
  /orders:
    post:
      requestBody: { content: { application/json: { schema: { $ref: ./schemas/order.yaml#/Order } } } }
`
    const report = read(document, files)
    const [api] = report.design?.apis ?? []
    expect(api).toMatchObject({
      resources: { '/orders': { methods: { POST: { requestModels: { 'application/json': 'Order' } } } } },
      models: {
        Order: { schema: { type: 'object', properties: { lines: { $ref: `${MODELS}line` } } } },
        line: { schema: { type: 'object', properties: { order: { $ref: `${MODELS}Order` } } } },
      },
    })
    expect(said(report)).toEqual([])
    expect(files.asked).toEqual(['schemas/order.yaml', 'schemas/line.json'])
  })

  it('make one model of a schema that only says where it stands', () => {
    const files = folder({ 'order.yaml': 'type: object' })
    const report = read(`${HEAD}paths: {}\ncomponents: { schemas: { Order: { $ref: order.yaml } } }`, files)
    expect(report.design?.apis[0]).toMatchObject({
      models: { Order: { contentType: 'application/json', schema: { type: 'object' } } },
    })
  })

  it('bring paths, parameters and integrations in, and lead back into the document', () => {
    const files = folder({
      'paths/orders.yaml': `get:
  parameters: [{ $ref: ../openapi.yaml#/components/parameters/Page }]
  x-amazon-apigateway-integration: { type: http_proxy, httpMethod: ANY, uri: "https://x", payloadFormatVersion: "2.0" }
`,
    })
    const document = `${HEAD}paths: { /orders: { $ref: ./paths/orders.yaml } }
components: { parameters: { Page: { name: page, in: query, required: true } } }
`
    const report = read(document, files)
    expect(report.design?.apis[0]).toMatchObject({ protocolType: 'HTTP', routes: { 'GET /orders': {} } })
    const rest = importDocument(new TextEncoder().encode(document), 'openapi.yaml', { files, protocolType: 'REST' })
    expect(rest.design?.apis[0]).toMatchObject({
      resources: {
        '/orders': { methods: { GET: { requestParameters: { 'method.request.querystring.page': true } } } },
      },
    })
  })

  it('are reported where they stand when there is no such file, no such place, or nothing to read', () => {
    const files = folder({ 'there.yaml': 'Order: {}', 'broken.json': '{' })
    const refs = ['gone.yaml', 'there.yaml#/Item', 'broken.json', '../up.yaml', '/etc/passwd', 'https://x/y.yaml']
    const schemas = refs.map((ref, index) => `    S${index}: { type: object, properties: { a: { $ref: "${ref}" } } }`)
    const report = read(`${HEAD}paths: {}\ncomponents:\n  schemas:\n${schemas.join('\n')}\n`, files)
    const at = (index: number): string =>
      `error import/reference-unresolved /components/schemas/S${index}/properties/a/$ref`
    const end = 'it is left out. Put what it stands for into the document.'
    expect(said(report)).toEqual([
      `${at(0)}: The reference "gone.yaml" leads to the file "gone.yaml", which is not beside the document; ${end}`,
      `${at(1)}: The reference "there.yaml#/Item" leads to nothing in "there.yaml"; ${end}`,
      `${at(2)}: The reference "broken.json" leads to the file "broken.json", which cannot be read: The document ends where a key in double quotes must stand. (line 1, column 2); ${end}`,
      `${at(3)}: The reference "../up.yaml" leads out of the folder of the document, and nothing outside of it is read; ${end}`,
      `${at(4)}: The reference "/etc/passwd" is an address outside of the folder of the document, and nothing outside of it is read; ${end}`,
      `${at(5)}: The reference "https://x/y.yaml" is an address outside of the folder of the document, and nothing outside of it is read; ${end}`,
    ])
    expect(files.asked.toSorted()).toEqual(['broken.json', 'gone.yaml', 'there.yaml'])
  })

  it('are reported when they only lead to each other', () => {
    const files = folder({ 'a.yaml': '$ref: b.yaml', 'b.yaml': '$ref: a.yaml' })
    const report = read(`${HEAD}paths: { /a: { $ref: a.yaml } }`, files)
    expect(said(report)).toEqual([
      'error import/reference-cyclic /paths/~1a: The reference "a.yaml" leads back to itself and is left out. Write what it stands for.',
    ])
  })

  it('name the other file, line and column in what is said about it, at the reference that led there', () => {
    const files = folder({ 'order.yaml': 'type: object\nproperties:\n  a: { pattern: "(" }\n' })
    const report = read(`${HEAD}paths: {}\ncomponents: { schemas: { Order: { $ref: order.yaml } } }`, files)
    expect(said(report)).toEqual([
      'warning import/pattern-invalid /components/schemas/Order: In order.yaml:3:8: The pattern "(" at order.yaml#/properties/a/pattern is not a valid regular expression and is left out, so that values are not checked against it. Correct it in the model.',
    ])
    expect(report.diagnostics.every(({ range }) => range !== undefined)).toBe(true)
  })

  it('are not followed when there is no folder', () => {
    const document = `${HEAD}paths: { /a: { $ref: a.yaml } }`
    const report = importDocument(new TextEncoder().encode(document), 'openapi.yaml')
    expect(said(report)).toEqual([
      'error import/reference-unresolved /paths/~1a/$ref: The reference "a.yaml" leads out of this document, and other files and addresses are not read; it is left out. Put what it stands for into the document.',
    ])
  })
})
