import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { FORMAT_VERSION } from '../../project-format/format-version'
import { parseProject } from '../../project-format/parse-project'
import { importDocument } from '../import-document'

const FOLDER = fileURLToPath(new URL('../../../../../shared/guides', import.meta.url))
const isPresent = existsSync(FOLDER)

/** Every line of a guide that begins a command for API Gateway. */
function commandLines(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/^(?:\w+=\$\()?aws apigateway(v2)? /.test(line) ? [index + 1] : []))
}

const guides = isPresent
  ? readdirSync(FOLDER)
      .map((file) => ({ file, text: readFileSync(`${FOLDER}/${file}`, 'utf8') }))
      .filter(({ text }) => commandLines(text).length > 0)
  : []

/** What the guides' commands get wrong and what is answered. Source: control-plane.md 2 and 3. */
const CORRECTIONS = [
  '--endpoint-configuration types=REGIONAL',
  'capture its id where it is created',
  'is not promised to be the root',
  'has no authorizer at this point',
  '--identity-source method.request.header.Authorization',
  'is the value of key',
  'covers no stage, so it limits nothing',
  'is the REST API "my-api". Did you mean',
  'has no target, so it does nothing',
  'has no stage at the end of the script',
  'update-stage --api-id',
  'op=replace,path=/~1orders/GET/caching/enabled,value=true',
  'REPLACE_WITH_403 is no strategy, use one of FAIL_WITH_403',
  'Write fileb://openapi-spec.json',
]

// Skipped where the reference material is absent.
describe.skipIf(!isPresent)('commands of published guides', () => {
  it.each(guides)('$file: each is read or answered', ({ file, text }) => {
    const { design, diagnostics, carried } = importDocument(new TextEncoder().encode(text), file)
    const told = [
      ...carried.map(({ pointer }) => Number(pointer.split('/')[2])),
      ...diagnostics.map(({ range }) => range?.line),
    ]
    expect(design).not.toBeNull()
    expect(commandLines(text).filter((line) => !told.includes(line))).toEqual([])
    expect(diagnostics.filter(({ range }) => range === undefined)).toEqual([])
  })

  it.each(guides)('$file becomes a project that opens again', ({ file, text }) => {
    const { design } = importDocument(new TextEncoder().encode(text), file)
    const project = parseProject(JSON.stringify({ gatewright: FORMAT_VERSION, ...design }), 'project.json')
    expect(project.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(project.design).toEqual(design)
  })

  it.each(CORRECTIONS)('are corrected: %s', (correction) => {
    const messages = guides.flatMap(({ file, text }) =>
      importDocument(new TextEncoder().encode(text), file).diagnostics.map(({ message }) => message),
    )
    expect(messages.filter((message) => message.includes(correction))).not.toEqual([])
  })
})
