import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import Ajv from 'ajv-draft-04'
import { describe, expect, it } from 'vitest'
import { routeKeysOf } from '@shared/design/route-key'
import { FORMAT_VERSION } from '../project-format/format-version'
import { parseProject } from '../project-format/parse-project'
import { importDocument } from './import-document'

const FOLDER = fileURLToPath(new URL('../../../../shared/fixtures/openapi', import.meta.url))
const isPresent = existsSync(FOLDER)

interface Row {
  readonly file: string
  readonly routes: number
}

/** The table of INDEX.md: file and the number of operations that a plain walk finds. */
function readIndex(): Row[] {
  const lines = readFileSync(`${FOLDER}/INDEX.md`, 'utf8').split('\n')
  return lines
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /\.(json|ya?ml)$/.test(cells[1] ?? ''))
    .map((cells) => ({ file: cells[1] ?? '', routes: Number(cells[6]) }))
}

const rows = isPresent ? readIndex() : []

/** Documents that use what only HTTP APIs have. */
const HTTP_APIS = new Set(
  [
    'aws-sam-cli--testdata-sync-code-before-apigateway2-definition.yaml',
    'serverless-patterns--api-sqs-lambda-python-api.yaml',
    'serverless-patterns--apigw-appsync-dynamodb-sam-httpapi-spec-api.yaml',
    'serverless-patterns--apigw-http-api-fifo-sqs-lambda-sns-sam-api.yaml',
    'serverless-patterns--apigw-kinesis-lambda-ddb-api.yaml',
    'serverless-patterns--apigw-sfn-api.yaml',
    'serverless-samples--queue-based-ingestion-python-sam-api.yaml',
  ].filter((file) => rows.some((row) => row.file === file)),
)

/** What is lost for good; all other documents import without an error. */
const ERRORS: { readonly [file: string]: readonly string[] } = {
  // Schemas in another file of their repository.
  'aws-serverless-ecommerce-platform--orders-openapi.yaml': Array(3).fill('import/reference-unresolved'),
  'aws-serverless-ecommerce-platform--products-openapi.yaml': Array(3).fill('import/reference-unresolved'),
  // `post` stands twice in one path.
  'aws-solutions-constructs--aws-openapigateway-lambda-opilam-substringUriNames-asset.ed35d2706e8ad9a78b03dd5d76f.yaml':
    ['import/operation-repeated'],
}

// Skipped where the reference material is absent.
describe.skipIf(!isPresent)('documents of public repositories', () => {
  it('are all listed', () => {
    const files = readdirSync(FOLDER).filter((file) => file !== 'INDEX.md')
    expect(rows.map(({ file }) => file).sort()).toEqual(files.sort())
  })

  it.each(rows)('$file opens with $routes routes', ({ file, routes }) => {
    const bytes = readFileSync(`${FOLDER}/${file}`)
    const report = importDocument(bytes, file)
    const api = report.design?.apis[0]
    expect(api && { type: api.protocolType, routes: routeKeysOf(api).length }).toEqual({
      type: HTTP_APIS.has(file) ? 'HTTP' : 'REST',
      routes,
    })
    const errors = report.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect(errors).toEqual(ERRORS[file] ?? [])
  })

  it.each(rows)('$file imports the same twice, as a project that opens again', ({ file }) => {
    const bytes = readFileSync(`${FOLDER}/${file}`)
    const first = importDocument(bytes, file)
    expect(JSON.stringify(importDocument(bytes, file))).toBe(JSON.stringify(first))
    const project = JSON.stringify({ gatewright: FORMAT_VERSION, ...first.design })
    const { design, diagnostics } = parseProject(project, 'project.json')
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(design).toEqual(first.design)
  })

  it.each(rows)('$file has a place in the text for everything that is said about it', ({ file }) => {
    const report = importDocument(readFileSync(`${FOLDER}/${file}`), file)
    expect(report.diagnostics.filter(({ range }) => range === undefined)).toEqual([])
  })

  it.each(rows)('$file becomes models that are valid draft-04 schemas', ({ file }) => {
    const api = importDocument(readFileSync(`${FOLDER}/${file}`), file).design?.apis[0]
    const models = api?.protocolType === 'REST' ? Object.entries(api.models) : []
    const ajv = new Ajv({ strict: false })
    expect(models.filter(([, { schema }]) => !ajv.validateSchema(schema)).map(([name]) => name)).toEqual([])
  })

  it('says once how many of 296 plain operations have no integration', () => {
    const file = 'box-openapi--openapi.json'
    const report = importDocument(readFileSync(`${FOLDER}/${file}`), file)
    const found = report.diagnostics.filter(({ code }) => code === 'import/method-without-integration')
    expect(found.map(({ severity, message }) => ({ severity, message }))).toEqual([
      {
        severity: 'warning',
        message:
          '296 methods have no integration. Choose one for each in the design (MOCK answers without a backend), or add x-amazon-apigateway-integration to the operations.',
      },
    ])
  })
})
