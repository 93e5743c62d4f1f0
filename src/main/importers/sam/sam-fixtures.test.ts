import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import { routeKeysOf } from '@shared/design/route-key'
import { importDocument } from '../import-document'

const FOLDER = fileURLToPath(new URL('../../../../../shared/fixtures', import.meta.url))
const PAIRS = `${FOLDER}/sam-translate`
const SAM = `${FOLDER}/sam`
const arePresent = existsSync(PAIRS) && existsSync(SAM)

const pairs = arePresent
  ? readdirSync(`${PAIRS}/input`).map((file) => ({ file, name: file.replace(/\.\w+$/, '') }))
  : []

/** The table of INDEX.md: file and the number of operations, methods, routes and events that a plain walk finds. */
const rows = arePresent
  ? readFileSync(`${SAM}/INDEX.md`, 'utf8')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter((cells) => /\.(json|ya?ml)$/.test(cells[1] ?? ''))
      .map((cells) => ({ file: cells[1] ?? '', routes: Number(cells[6]) }))
  : []

/** Where a plain walk finds other than what a deployment would have, and why. */
const OTHER_COUNTS: { readonly [file: string]: number } = {
  // Events that repeat what the definition of their API has.
  'aws-api-gateway-developer-portal--cloudformation.yaml': 16,
  'aws-sam-cli--functional-commands-validate-lib-models-http_api_existing_openapi.yaml': 5,
  'aws-sam-cli--smoke-sar-api-lambda-save-dynamodb-template.yaml': 2,
  'aws-serverless-workshops--MultiRegion-1_API-wild-rydes-api-primary-region.yaml': 5,
  'serverless-application-model--http_api_existing_openapi.yaml': 5,
  'serverless-patterns--apigw-lambda-tenant-isolation.yaml': 4,
  // Events for routes that the definition of their API does not have.
  'aws-sam-cli--functional-commands-validate-lib-models-api_with_swagger_authorizer_none.yaml': 5,
  'serverless-patterns--multi-account-private-apigw-accountB.yaml': 1,
  // The definition lies in a bucket.
  'aws-sam-cli--functional-commands-validate-lib-models-intrinsic_functions.yaml': 0,
  'serverless-application-model--combination-intrinsics_serverless_api.yaml': 0,
  // A condition is false.
  'serverless-application-model--http_api_existing_openapi_conditions.yaml': 5,
  'serverless-test-samples--typescript-test-samples-apigw-lambda-external.yaml': 1,
  // Cors adds an OPTIONS method.
  'localstack--apigateway_serverless_api_resolving.yml': 2,
  // An event without properties counts once for each of two.
  'serverless-application-model--http_api_with_cors.yaml': 2,
}

// Skipped where the reference material is absent.
describe.skipIf(!arePresent)('SAM templates and what the transform makes of them', () => {
  it.each(pairs)('$name is the same design', ({ file, name }) => {
    const written = importDocument(readFileSync(`${PAIRS}/input/${file}`), file).design
    const made = importDocument(readFileSync(`${PAIRS}/output/${name}.json`), `${name}.json`).design
    expect(written === null).toBe(made === null)
    if (written && made) expect(compareDesigns(made, written)).toEqual([])
  })
})

describe.skipIf(!arePresent)('SAM templates of public repositories', () => {
  it.each(rows)('$file has its routes', ({ file, routes }) => {
    const { design, format } = importDocument(readFileSync(`${SAM}/${file}`), file)
    const found = (design?.apis ?? []).reduce((sum, api) => sum + routeKeysOf(api).length, 0)
    expect({ format, found }).toEqual({ format: 'SAM template', found: OTHER_COUNTS[file] ?? routes })
  })

  it.each(rows)('$file imports the same twice, each word with a place in the text', ({ file }) => {
    const bytes = readFileSync(`${SAM}/${file}`)
    const report = importDocument(bytes, file)
    expect(report.diagnostics.filter(({ range }) => range === undefined)).toEqual([])
    expect(JSON.stringify(importDocument(bytes, file))).toBe(JSON.stringify(report))
  })
})
