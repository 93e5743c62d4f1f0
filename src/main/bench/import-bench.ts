import { load } from 'js-yaml'
import { emitJson } from '../documents/emit-json'
import type { WritableObject } from '../documents/writable-value'
import { importDocument } from '../importers/import-document'
import { emitDocument } from '../project-format/emit-yaml'

const PATHS = 500
const SCHEMAS = 200
const RUNS = 7
/** Bytes: what a document of 2,000 operations is padded to by the texts of its descriptions. */
const SIZE = 2 * 1024 * 1024

/**
 * A document of 2,000 operations and 2 MB: from bytes to a design with its report, beside js-yaml reading the same text and nothing more.
 * Milliseconds, best of several, measured in turns.
 */
export function benchImport() {
  return {
    operations: PATHS * 4,
    yaml: benchText('openapi.yaml', emitDocument),
    json: benchText('openapi.json', emitJson),
  }
}

function benchText(name: string, emit: (document: WritableObject) => string) {
  const spare = SIZE - emit(openApiDocument(0)).length
  const text = emit(openApiDocument(Math.max(0, Math.floor(spare / (PATHS * 4)))))
  const bytes = new TextEncoder().encode(text)
  const best = { js: Infinity, read: Infinity }
  for (let run = 0; run < RUNS; run++) {
    best.js = Math.min(
      best.js,
      milliseconds(() => load(text)),
    )
    best.read = Math.min(
      best.read,
      milliseconds(() => checked(bytes, name)),
    )
  }
  return {
    bytes: bytes.length,
    jsYamlMs: rounded(best.js),
    importMs: rounded(best.read),
    ratio: rounded(best.read / best.js),
  }
}

function checked(bytes: Uint8Array, name: string): void {
  const { design, diagnostics } = importDocument(bytes, name)
  const api = design?.apis[0]
  const isWhole = api?.protocolType === 'REST' && Object.keys(api.resources).length === PATHS
  if (!isWhole || diagnostics.some(({ severity }) => severity === 'error'))
    throw new Error('The bench imports something else.')
}

function milliseconds(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

/** `padding`: characters of each operation's description. */
function openApiDocument(padding: number): WritableObject {
  const at = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
  return {
    openapi: '3.0.1',
    info: { title: 'Bench', version: '1.0.0' },
    paths: Object.fromEntries(at(PATHS).map((index) => [`/things${index}/{id}`, pathItem(index, padding)])),
    components: {
      schemas: Object.fromEntries(at(SCHEMAS).map((index) => [`Thing${index}`, schema(index)])),
      securitySchemes: {
        token: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'custom',
          'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: uri('authorize') },
        },
      },
    },
    'x-amazon-apigateway-request-validators': { all: { validateRequestBody: true, validateRequestParameters: true } },
  }
}

function pathItem(index: number, padding: number): WritableObject {
  return Object.fromEntries(
    ['get', 'put', 'post', 'delete'].map((verb) => [
      verb,
      operation(`${verb}Thing${index}`, index % SCHEMAS, verb, padding),
    ]),
  )
}

function operation(operationId: string, model: number, verb: string, padding: number): WritableObject {
  const body = { content: { 'application/json': { schema: { $ref: `#/components/schemas/Thing${model}` } } } }
  return {
    operationId,
    ...(padding > 0 && { description: 'Does what its name says. '.repeat(padding / 25 + 1).slice(0, padding) }),
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
    ...(verb !== 'get' && verb !== 'delete' && { requestBody: body }),
    responses: { 200: { description: 'Done.', ...body } },
    security: [{ token: [] }],
    'x-amazon-apigateway-integration': {
      type: 'aws',
      httpMethod: 'POST',
      uri: uri(operationId),
      requestTemplates: { 'application/json': '{\n  "id": "$input.params("id")"\n}\n' },
      responses: { default: { statusCode: '200' } },
    },
  }
}

function schema(index: number): WritableObject {
  return {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'string', pattern: '^[a-z0-9]+$' },
      name: { type: 'string', minLength: 1, maxLength: 80 },
      parent: { $ref: `#/components/schemas/Thing${(index + 1) % SCHEMAS}` },
      amounts: { type: 'array', items: { type: 'number', minimum: 0 } },
    },
  }
}

function uri(name: string): string {
  return `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:${name}/invocations`
}
