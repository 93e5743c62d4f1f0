import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RegoEngine, TemplateFile } from '@aws/cloudformation-validate'
import { expect, it } from 'vitest'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import { isLocalChange } from '@shared/design/compare/local-parts'
import type { Design } from '@shared/design/design'
import type { Diagnostic } from '@shared/diagnostic'
import { Findings } from '../../importers/findings'
import { importDocument } from '../../importers/import-document'
import { expandSam } from '../../importers/sam/expand-sam'
import { evaluateTemplate } from '../../importers/template/evaluate-template'
import { parseProject } from '../../project-format/parse-project'
import { Random } from '../../project-format/testing/random'
import type { TemplateDocument } from '../cloudformation/template-document'
import { randomDesign } from '../testing/random-design'
import { buildSam } from './build-sam'
import { exportSam } from './export-sam'
import { calledFunctions } from './local-functions'

const REQUEST = { format: 'sam', hasKeyValues: true } as const

function sample(name: string): Design {
  const path = fileURLToPath(new URL(`../../../../resources/samples/${name}/${name}.gatewright.yaml`, import.meta.url))
  const { design } = parseProject(readFileSync(path, 'utf8'), path)
  if (!design) throw new Error(`${path} does not open`)
  return design
}

const DESIGNS: readonly (readonly [string, Design])[] = [
  ...['order-api', 'items-api', 'chat'].map((name) => [name, sample(name)] as const),
  ...Array.from(
    { length: 12 },
    (_, index) => [`seed ${index + 1}`, randomDesign(new Random(index + 1), { isForOpenApi: true })] as const,
  ),
]

/** The validator takes most of a second to begin with, and a while for each. */
const VALIDATED = DESIGNS.slice(0, 8)

/** What an export loses and does not say: no diagnostic is about the setting, what holds it or what is in it. */
function silentLosses(design: Design, back: Design, diagnostics: readonly Diagnostic[]): unknown[] {
  const called = calledFunctions(design)
  const indexOf = (apiName: string) => design.apis.findIndex(({ name }) => name === apiName)
  return compareDesigns(design, back).filter((change) => {
    const pointer =
      change.beforePointer ?? (change.afterPointer ?? '').replace(/^\/apis\/\d+/, `/apis/${indexOf(change.api)}`)
    const isAbout = (one: string) => `${pointer}/`.startsWith(`${one}/`) || one.startsWith(`${pointer}/`)
    // Of handlers, one diagnostic an API says all; a function that only they named is one of the design afterwards.
    const isOfHandler = diagnostics.some((one) => one.pointer.endsWith('/handler') && isSameApi(one.pointer, pointer))
    const isNewFunction = change.kind === 'added' && called.has(change.subject.replace(/^Function /, ''))
    const isSaid = diagnostics.some((one) => isAbout(one.pointer)) || (isOfHandler && pointer.endsWith('/handler'))
    return !isSaid && !isNewFunction && !isLocalChange(change)
  })
}

/** "/apis/0/routes" and "/apis/0/stages". */
function isSameApi(one: string, other: string): boolean {
  const apiOf = (pointer: string) => /^\/apis\/\d+(?=\/)/.exec(pointer)?.[0]
  return apiOf(one) !== undefined && apiOf(one) === apiOf(other)
}

it.each(DESIGNS)('%s comes back, but for what the export says', (_, design) => {
  const { files, diagnostics } = exportSam(design, REQUEST)
  const bytes = new TextEncoder().encode(files[0]?.text)
  const report = importDocument(bytes, 'template.yaml', { region: design.region, accountId: design.accountId })
  expect(report.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(report.design && silentLosses(design, report.design, diagnostics)).toEqual([])
})

it('is a template that CloudFormation takes once SAM has done its part', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sam-'))
  const engine = new RegoEngine()
  try {
    const errors = VALIDATED.map(([name, design]) => {
      const path = join(folder, `${name}.json`)
      writeFileSync(path, JSON.stringify(transformed(buildSam(design, REQUEST).template)))
      const { diagnostics } = engine.validateStandard(new TemplateFile(path))
      return [name, diagnostics.filter(({ severity }) => severity === 'ERROR' || severity === 'FATAL')]
    })
    expect(errors).toEqual(VALIDATED.map(([name]) => [name, []]))
  } finally {
    engine.free()
    rmSync(folder, { recursive: true })
  }
})

it('writes YAML with short tags or JSON, and the same each time', () => {
  const design = sample('order-api')
  const yaml = exportSam(design, REQUEST)
  expect(exportSam(design, REQUEST)).toEqual(yaml)
  expect(yaml.files[0]?.text).toContain('StageName: !Ref OrderAPIProdStageName\n')
  const json = exportSam(design, { ...REQUEST, syntax: 'json' })
  expect(json.files[0]?.name).toBe('template.json')
  expect(JSON.parse(json.files[0]?.text ?? '')).toEqual(buildSam(design, REQUEST).template)
})

/** What SAM makes of a template, as far as its own resources go. */
function transformed(template: TemplateDocument): object {
  const findings = new Findings(() => undefined)
  const { resources } = expandSam(evaluateTemplate(template, findings, {}), findings, {})
  const entries = [...resources.values()].map(({ logicalId, type, properties, dependsOn }) => [
    logicalId,
    { Type: type, Properties: properties, ...(dependsOn.length > 0 && { DependsOn: dependsOn }) },
  ])
  return { Resources: Object.fromEntries(entries) as object }
}
