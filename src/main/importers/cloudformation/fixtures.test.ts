import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { ImportReport } from '@shared/contract/import-report'
import { routeKeysOf } from '@shared/design/route-key'
import { FORMAT_VERSION } from '../../project-format/format-version'
import { parseProject } from '../../project-format/parse-project'
import { importDocument } from '../import-document'

const FOLDER = fileURLToPath(new URL('../../../../../shared/fixtures/cloudformation', import.meta.url))
const isPresent = existsSync(FOLDER)

interface Row {
  readonly file: string
  readonly routes: number
}

/** Files of which the plain walk of INDEX.md counts otherwise. */
const OTHER_ROUTES: { readonly [file: string]: number } = {
  // The key of the second route is $default, which is no verb and path.
  'aws-sam-cli--testdata-start_api-cfn-http-api-with-normal-and-default-routes.yaml': 2,
}

/** The table of INDEX.md: file and the number of routes that a plain walk finds. */
function readIndex(): Row[] {
  const lines = readFileSync(`${FOLDER}/INDEX.md`, 'utf8').split('\n')
  return lines
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => /\.(json|ya?ml)$/.test(cells[1] ?? ''))
    .map((cells) => ({ file: cells[1] ?? '', routes: OTHER_ROUTES[cells[1] ?? ''] ?? Number(cells[6]) }))
}

const rows = isPresent ? readIndex() : []
const reports = new Map<string, ImportReport>()

function read(file: string): ImportReport {
  const report = reports.get(file) ?? importDocument(readFileSync(`${FOLDER}/${file}`), file)
  reports.set(file, report)
  return report
}

/** What AWS itself would refuse, or what is lost; all other templates import without an error. */
const ERRORS: { readonly [file: string]: readonly string[] } = {
  // Parameters, a condition and functions that the template does not define.
  'aws-sam-cli--testdata-start_api-cdk-template-http-api.yaml': Array(4).fill('import/reference-unresolved'),
  'serverless-application-model--http_api_existing_openapi.json': ['import/reference-unresolved'],
  'cfn-lint--fixtures-good-functions-sub_needed.yaml': Array(3).fill('import/reference-unresolved'),
  // Three functions with a time-out of 0, an unknown function, and `RestApiId: MyApi`.
  'aws-sam-cli--testdata-start_api-swagger-rest-api-template.yaml': [
    'import/value-unknown',
    'import/value-unknown',
    'import/value-unknown',
    'import/reference-unresolved',
    'import/value-assumed',
  ],
  // Bodies in a bucket.
  'serverless-application-model--api_with_binary_media_types.json': ['import/not-carried'],
  // ... and a function "Fn::Ref", which does not exist.
  'serverless-application-model--intrinsic_functions.json': [
    'import/not-carried',
    'import/intrinsic-approximated',
    'import/not-carried',
  ],
  // A statement without an effect.
  'serverless-application-model--api_with_if_conditional_with_resource_policy.json': [
    'import/not-carried',
    'import/value-unknown',
  ],
}

// Skipped where the reference material is absent.
describe.skipIf(!isPresent)('templates of public repositories', () => {
  it('are all listed', () => {
    const files = readdirSync(FOLDER).filter((file) => file !== 'INDEX.md')
    expect(rows.map(({ file }) => file).sort()).toEqual(files.sort())
  })

  it.each(rows)('$file opens with $routes routes', ({ file, routes }) => {
    const { design, diagnostics } = read(file)
    expect(design?.apis.flatMap((api) => routeKeysOf(api)).length).toBe(routes)
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)
    expect(errors).toEqual(ERRORS[file] ?? [])
  })

  it.each(rows)('$file is the same project when it opens again', ({ file }) => {
    const { design } = read(file)
    const project = JSON.stringify({ gatewright: FORMAT_VERSION, ...design })
    const reopened = parseProject(project, 'project.json')
    expect(reopened.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(reopened.design).toEqual(design)
  })

  it.each(rows)('$file has a place in the text for everything that is said about it', ({ file }) => {
    expect(read(file).diagnostics.filter(({ range }) => range === undefined)).toEqual([])
  })

  it('import the same twice', () => {
    const file = 'cdk-synth--RestFull.template.json'
    expect(importDocument(readFileSync(`${FOLDER}/${file}`), file)).toEqual(read(file))
  })

  it('of the CDK are known as such', () => {
    const formats = rows.filter(({ file }) => file.startsWith('cdk-synth')).map(({ file }) => read(file).format)
    expect(new Set(formats)).toEqual(new Set(['CDK template']))
  })
})
